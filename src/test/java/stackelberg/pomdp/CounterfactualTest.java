package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.BaseGame;
import stackelberg.game.Commitment;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.NormalForm;
import stackelberg.game.Play;
import stackelberg.game.SequentialPricing;
import stackelberg.parameter.Table;

class CounterfactualTest {
    private static final double[][][] NOTHING = new double[0][][];

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
                                        NOTHING,
                                        0,
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
                Counterfactual.of(game, transcript, s -> policy[s], NOTHING, 0, 0, sent[0])
                        .orElseThrow()
                        .leaderReward();
        assertThat(
                        Counterfactual.of(game, transcript, s -> policy[s], NOTHING, 0, 1, sent[1])
                                .orElseThrow()
                                .leaderReward())
                .isEqualTo(reward);
    }

    /**
     * Where followers act again it is an expectation over what they do then: over what follows a
     * joint action it averages to what preceded it, and at the last turn it is what was played.
     */
    @Test
    void expectationsAverageToThoseBefore() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 20; trial++) {
            BaseGame game = new IteratedMatrix().assemble();
            double[][] policy = new double[game.leaderObservations()][];
            Arrays.setAll(policy, o -> game.leaderActions().draw(random));
            double[][][] strategies = new double[1][game.followerObservations(0)][];
            for (int seen = 0; seen < strategies[0].length; seen++) {
                double first = random.nextInt(4) == 0 ? 1 : random.nextDouble();
                strategies[0][seen] = new double[] {first, 1 - first};
            }
            List<Integer> seen = new ArrayList<>();
            List<Integer> done = new ArrayList<>();
            List<Transcript.Move> moves = new ArrayList<>();
            Play play = game.newPlay();
            play.begin(new int[] {0});
            while (play.turn() != Play.Turn.END) {
                if (play.turn() == Play.Turn.LEADER) {
                    double[] action = policy[play.leaderObservation()];
                    moves.add(new Transcript.Led(play.leaderObservation(), action));
                    play.leaderActs(action);
                } else {
                    int[] action = {random.nextInt(2)};
                    seen.add(play.followerObservation(0));
                    done.add(action[0]);
                    moves.add(new Transcript.Followed(action, new double[] {1}));
                    play.followersAct(action);
                }
            }
            Transcript made = new Transcript(0, new int[] {0}, moves);
            int turns = done.size();
            assertThat(turns).isGreaterThan(2);
            for (int turn = 1; turn < turns; turn++) {
                double[] strategy = strategies[0][seen.get(turn)];
                double average = 0;
                for (int action = 0; action < 2; action++) {
                    average +=
                            strategy[action]
                                    * had(game, made, policy, strategies, turn, action).payoff();
                }
                Counterfactual before =
                        had(game, made, policy, strategies, turn - 1, done.get(turn - 1));
                assertThat(average).isCloseTo(before.payoff(), within(1e-9));
                assertThat(before.expected()).isTrue();
            }
            Counterfactual last =
                    had(game, made, policy, strategies, turns - 1, done.get(turns - 1));
            assertThat(last)
                    .isEqualTo(new Counterfactual(play.payoff(0), play.leaderReward(), false));
            assertThat(Counterfactual.of(game, made, s -> policy[s], strategies, turns, 0, 0))
                    .as("a turn that was not")
                    .isEmpty();
        }
    }

    private static Counterfactual had(
            BaseGame game,
            Transcript made,
            double[][] policy,
            double[][][] strategies,
            int turn,
            int action) {
        return Counterfactual.of(game, made, s -> policy[s], strategies, turn, 0, action)
                .orElseThrow();
    }
}
