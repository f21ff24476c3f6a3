package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.RegretMatching;
import stackelberg.follower.StageResponse;
import stackelberg.game.InducedGame;
import stackelberg.game.StageGame;
import stackelberg.oracle.BcceGap;
import stackelberg.oracle.RandomGame;

/** The average of no-regret followers comes to a Bayesian coarse correlated equilibrium. */
class ConvergenceTest {
    private static final Watch NOBODY =
            new Watch() {
                @Override
                public void play() {
                    // Nothing to obey.
                }

                @Override
                public void outerEpisode(double reward) {
                    // Nobody watches.
                }
            };

    private static Convergence of(RandomGame game, FollowerModel model) {
        Episode episode = new Episode(10_000, RewardPhase.EXACT, 1, 1);
        return new Evaluator(game, List.of(model), episode)
                .convergence(observation -> new double[1], new RandomStreams(1), NOBODY)
                .orElseThrow();
    }

    /** Random games have a joint prior that is correlated. */
    @Test
    void theGapOfTheAverageFallsAsTheRootOfThePlaysUnderCorrelatedPriors() {
        RandomGenerator random = new SplittableRandom(83);
        for (int trial = 0; trial < 20; trial++) {
            RandomGame game = new RandomGame(random, new int[] {2, 2}, new int[] {3, 3}, 1, 1);
            Convergence course = of(game, new RegretMatching());
            int last = course.plays().length - 1;
            assertThat(course.plays()[last]).isGreaterThan(10_000);
            assertThat(course.plays()).isSorted();
            double reached = course.average()[last];
            // Regret matching: at most range √(K types / updates), with room for sampled types.
            double updates = course.plays()[last] / 9;
            assertThat(reached).isLessThan(2 * Math.sqrt(3 * 2 * 2 / updates));
        }
    }

    @Test
    void theLastStrategiesAndTheAverageAreToldApart() {
        RandomGame game =
                new RandomGame(new SplittableRandom(84), new int[] {2, 2}, new int[] {3, 3}, 1, 1);
        Convergence course = of(game, new MultiplicativeWeights(0.1));
        assertThat(course.average()).hasSameSizeAs(course.plays());
        assertThat(course.last()).hasSameSizeAs(course.plays());
        // Before anyone has learned both are the uniform strategies, or nearly.
        assertThat(Math.abs(course.average()[0] - course.last()[0])).isLessThan(0.1);
        assertThat(course.average()[course.plays().length - 1]).isLessThan(course.average()[0]);
    }

    /** Each point is where followers on their own are after as many updates. */
    @Test
    void everyPointIsWhatFollowersOnTheirOwnComeTo() {
        RandomGame game =
                new RandomGame(new SplittableRandom(85), new int[] {2, 2}, new int[] {3, 2}, 1, 1);
        FollowerModel model = new MultiplicativeWeights(0.1);
        Evaluator evaluator =
                new Evaluator(game, List.of(model), new Episode(60, RewardPhase.EXACT, 1, 1));
        int[] asked = new int[1];
        for (int time = 0; time < 2; time++) {
            asked[0] = 0;
            Convergence course =
                    evaluator
                            .convergence(
                                    observation -> new double[1],
                                    new RandomStreams(1),
                                    counting(asked))
                            .orElseThrow();
            assertThat(asked[0]).isEqualTo(20_000);
            StageResponse alone =
                    (StageResponse) Followers.assemble(List.of(model), game, 6 * 20_000);
            alone.reset();
            StageGame stage = StageGame.of(game, o -> new double[1]).orElseThrow();
            InducedGame induced = InducedGame.of(game, o -> new double[1]);
            EmpiricalAverage average = new EmpiricalAverage(game);
            RandomGenerator random = new RandomStreams(1).at(RandomStreams.Purpose.CONVERGENCE, 0);
            int point = 0;
            double next = 1;
            for (int update = 1; update <= 5_000; update++) {
                average.add(alone.response());
                alone.play(stage, random, 6);
                if (update >= next) {
                    assertThat(course.plays()[point]).isEqualTo(6 * update);
                    assertThat(course.average()[point]).isEqualTo(BcceGap.of(induced, average));
                    assertThat(course.last()[point++])
                            .isEqualTo(BcceGap.of(induced, alone.response()));
                    next = Math.max(update + 1, update * Math.sqrt(2));
                }
            }
            assertThat(point).isGreaterThan(15);
        }
    }

    private static Watch counting(int[] asked) {
        return new Watch() {
            @Override
            public void play() {
                asked[0]++;
            }

            @Override
            public void outerEpisode(double reward) {
                // Only plays are counted.
            }
        };
    }
}
