package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.ActionSpace;

class ResponseCourseTest {
    private static final RandomStreams STREAMS = new RandomStreams(71);

    /** From uniform strategies to the response, at about as many points as asked for. */
    @Test
    void theCourseOfAResponsePhaseIsWrittenDown() {
        SteppedGame game = new SteppedGame(new ActionSpace.Discrete(2));
        Episode episode = new Episode(900, RewardPhase.EXACT, 1, 1);
        for (int points : new int[] {1, 9, 30, 900, 5_000}) {
            Evaluator evaluator =
                    new Evaluator(game, List.of(new MultiplicativeWeights()), episode);
            for (int trial = 0; trial < 2; trial++) {
                int[] asked = new int[2];
                Evaluator.Trial made =
                        evaluator.trial(
                                o -> new double[] {o % 2}, STREAMS, trial, points, counting(asked));
                ResponseCourse course = made.course();
                double[] plays = course.plays();
                assertThat(plays[0]).isEqualTo(0);
                assertThat(plays[plays.length - 1]).isEqualTo(900);
                assertThat(plays).isSorted().doesNotHaveDuplicates();
                assertThat(plays.length).isBetween(Math.min(points, 300), points + 1);
                assertThat(asked[0]).isPositive();
                assertThat(course.strategies()).hasDimensions(plays.length, 1);
                for (double[] strategy : course.strategies()[0][0]) {
                    assertThat(strategy).containsOnly(1.0 / 3);
                }
                assertThat(course.strategies()[plays.length - 1])
                        .isDeepEqualTo(made.evaluation().strategies());
                assertThat(evaluator.plays()).isGreaterThanOrEqualTo(900L * (trial + 1));
            }
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
                asked[1]++;
            }
        };
    }
}
