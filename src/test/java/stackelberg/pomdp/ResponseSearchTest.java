package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.NormalForm;
import stackelberg.game.RandomPricing;
import stackelberg.game.SequentialPriceGame;
import stackelberg.game.SequentialPricing;
import stackelberg.oracle.Answer;
import stackelberg.oracle.Progress;

/** The search under the scenario's own response against the Stackelberg POMDP itself. */
class ResponseSearchTest {
    private static final List<FollowerModel> WEIGHTS = List.of(new MultiplicativeWeights());

    private static Episode certified(int plays) {
        return Episode.certified(plays, RewardPhase.EXPECTED, 0, 0.05);
    }

    @Test
    void threeUniformValuesLoseNothing() {
        Answer answer = search(new SequentialPricing().assemble(), certified(300));
        assertThat(answer.optimum()).isEqualTo(0, within(1e-9));
    }

    /** The evaluator, which plays the game itself, gives the mechanism found the same value. */
    @Test
    void theMechanismFoundIsWorthItsValueWhenPlayed() {
        RandomGenerator random = new SplittableRandom(1);
        int found = 0;
        while (found < 10) {
            SequentialPriceGame game = RandomPricing.of(random, 2, 2, 1, 2).assemble();
            Episode episode = certified(40);
            Answer answer = search(game, episode);
            if (!answer.exact() || answer.optimum() < -1e-9) {
                continue;
            }
            found++;
            double[][] mechanism = answer.mechanism();
            double mean = 0;
            for (int phase = 0; phase < 20; phase++) {
                mean +=
                        new Evaluator(game, WEIGHTS, episode)
                                        .evaluate(
                                                o ->
                                                        mechanism[o].length == 0
                                                                ? new double[3]
                                                                : mechanism[o],
                                                new RandomStreams(phase),
                                                0,
                                                Watch.NONE)
                                        .leaderReward()
                                / 20;
            }
            assertThat(mean).as("game %d", found).isEqualTo(0, within(0.02));
        }
    }

    @Test
    void otherGamesAndGamesWithoutMessagesHaveNoSuchAnswer() {
        assertThat(
                        ResponseSearch.solve(
                                new NormalForm().assemble(), WEIGHTS, new Episode(), Progress.NONE))
                .isEmpty();
    }

    @Test
    void itCanBeCancelled() {
        Progress cancel =
                share -> {
                    throw new CancellationException();
                };
        assertThatThrownBy(
                        () ->
                                ResponseSearch.solve(
                                        new SequentialPricing().assemble(),
                                        WEIGHTS,
                                        certified(300),
                                        cancel))
                .isInstanceOf(CancellationException.class);
    }

    private static Answer search(SequentialPriceGame game, Episode episode) {
        return ResponseSearch.solve(game, WEIGHTS, episode, Progress.NONE).orElseThrow();
    }
}
