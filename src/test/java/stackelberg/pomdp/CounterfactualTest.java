package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.BaseGame;
import stackelberg.game.Commitment;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.NormalForm;
import stackelberg.game.SequentialPricing;
import stackelberg.parameter.Table;

class CounterfactualTest {
    private static Transcript played(BaseGame game, double[][] policy) {
        return new Evaluator(
                        game,
                        List.of(new MultiplicativeWeights()),
                        new Episode(90, RewardPhase.EXACT, 1, 0.5))
                .evaluate(seen -> policy[seen], new RandomStreams(1), 0, Watch.NONE)
                .plays()
                .get(0);
    }

    /** In a matrix game it is another cell of the table. */
    @Test
    void anotherColumnIsAnotherCell() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 50; trial++) {
            double[][][] cells = new double[3][4][2];
            for (double[][] row : cells) {
                for (double[] cell : row) {
                    cell[0] = random.nextDouble(-1, 1);
                    cell[1] = random.nextDouble(-1, 1);
                }
            }
            NormalForm form = new NormalForm(Table.of(cells), Commitment.PURE, List.of());
            int row = random.nextInt(3);
            double[][] policy = {{row}};
            Transcript transcript = played(form.assemble(), policy);
            double scale = form.payoffs().largestMagnitude();
            for (int column = 0; column < 4; column++) {
                Counterfactual other =
                        Counterfactual.of(
                                        form.assemble(),
                                        transcript,
                                        seen -> policy[seen],
                                        0,
                                        column)
                                .orElseThrow();
                assertThat(other.payoff()).isCloseTo(cells[row][column][1] / scale, within(1e-12));
                assertThat(other.leaderReward())
                        .isCloseTo(cells[row][column][0] / scale, within(1e-12));
            }
        }
    }

    /** Doing what was done brings what was brought. */
    @Test
    void theSameMessageBringsTheSame() {
        BaseGame game = new SequentialPricing().assemble();
        SplittableRandom random = new SplittableRandom(9);
        double[][] policy = new double[game.leaderObservations()][];
        java.util.Arrays.setAll(policy, o -> game.leaderActions().draw(random));
        Transcript transcript = played(game, policy);
        int[] sent = ((Transcript.Followed) transcript.moves().get(0)).actions();
        double reward =
                Counterfactual.of(game, transcript, s -> policy[s], 0, sent[0])
                        .orElseThrow()
                        .leaderReward();
        assertThat(
                        Counterfactual.of(game, transcript, s -> policy[s], 1, sent[1])
                                .orElseThrow()
                                .leaderReward())
                .isEqualTo(reward);
    }

    @Test
    void whereFollowersActAgainNothingIsClaimed() {
        BaseGame game = new IteratedMatrix().assemble();
        double[][] policy = new double[game.leaderObservations()][1];
        Transcript transcript =
                new Transcript(
                        0,
                        new int[] {0},
                        List.of(
                                new Transcript.Led(0, policy[0]),
                                new Transcript.Followed(new int[] {0}, new double[] {1}),
                                new Transcript.Led(1, policy[1]),
                                new Transcript.Followed(new int[] {1}, new double[] {1})));
        assertThat(Counterfactual.of(game, transcript, s -> policy[s], 0, 0)).isEmpty();
    }
}
