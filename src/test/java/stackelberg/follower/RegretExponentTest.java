package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.oracle.RandomGame;

/**
 * Total external regret over 60 random sequences of payoffs in which all actions are equally good
 * on average, the hardest ones: below its proven bound at every horizon, and growing no faster than
 * the root of the horizon, by the slope of a line through logarithms.
 */
class RegretExponentTest {
    private static final int[] HORIZONS = {250, 1_000, 4_000, 16_000};
    private static final int SEQUENCES = 60;
    private static final int ACTIONS = 3;

    /** A follower in one round of a sequence: what it expects to earn, having been told after. */
    private interface Player {
        double round(double[] payoffs);
    }

    /** Makes a player for a horizon. */
    private interface Maker {
        Player make(int horizon, RandomGenerator random);
    }

    private static RandomGame shape() {
        return new RandomGame(new SplittableRandom(1), new int[] {1}, new int[] {ACTIONS}, 1, 1);
    }

    private static Player told(FollowerModel model) {
        HearsPayoffs seat = (HearsPayoffs) model.seat(shape(), 0);
        return payoffs -> {
            double[] strategy = seat.strategy(0);
            double earned = 0;
            for (int a = 0; a < ACTIONS; a++) {
                earned += strategy[a] * payoffs[a];
            }
            seat.learn(0, payoffs);
            return earned;
        };
    }

    private static double[] regrets(Maker maker, double bound) {
        RandomGenerator random = new SplittableRandom(91);
        double[] means = new double[HORIZONS.length];
        for (int h = 0; h < HORIZONS.length; h++) {
            int horizon = HORIZONS[h];
            double limit = bound * Math.sqrt(horizon);
            for (int sequence = 0; sequence < SEQUENCES; sequence++) {
                Player player = maker.make(horizon, random);
                double[] totals = new double[ACTIONS];
                double earned = 0;
                for (int t = 0; t < horizon; t++) {
                    double[] payoffs = new double[ACTIONS];
                    for (int a = 0; a < ACTIONS; a++) {
                        payoffs[a] = random.nextInt(2);
                        totals[a] += payoffs[a];
                    }
                    earned += player.round(payoffs);
                }
                double regret = Arrays.stream(totals).max().orElseThrow() - earned;
                assertThat(regret).isLessThanOrEqualTo(limit);
                means[h] += regret / SEQUENCES;
            }
        }
        return means;
    }

    /** The slope of log regret over log horizon, by least squares. */
    private static double exponent(double[] means) {
        int n = HORIZONS.length;
        double x = 0;
        double y = 0;
        double xx = 0;
        double xy = 0;
        for (int h = 0; h < n; h++) {
            double u = Math.log(HORIZONS[h]);
            double v = Math.log(means[h]);
            x += u / n;
            y += v / n;
            xx += u * u / n;
            xy += u * v / n;
        }
        return (xy - x * y) / (xx - x * x);
    }

    @Test
    void hedgesRegretGrowsAsTheRoot() {
        Maker hedge =
                (horizon, random) ->
                        told(
                                new MultiplicativeWeights(
                                        Math.expm1(Math.sqrt(8 * Math.log(ACTIONS) / horizon))));
        double[] means = regrets(hedge, Math.sqrt(Math.log(ACTIONS) / 2));
        assertThat(exponent(means)).isBetween(0.4, 0.6);
    }

    @Test
    void regretMatchingsRegretGrowsAsTheRoot() {
        double[] means =
                regrets((horizon, random) -> told(new RegretMatching()), Math.sqrt(ACTIONS));
        assertThat(exponent(means)).isBetween(0.4, 0.6);
    }

    @Test
    void exp3sRegretGrowsAsTheRoot() {
        Maker exp3 =
                (horizon, random) -> {
                    HearsPlays seat =
                            (HearsPlays)
                                    new Exp3(Exp3.exploration(ACTIONS, horizon), 0, 1)
                                            .seat(shape(), 0);
                    return payoffs -> {
                        int action = seat.choose(0, random);
                        seat.learn(0, action, payoffs[action], HearsPlays.OVER);
                        return payoffs[action];
                    };
                };
        // The bound is on the expectation; three standard deviations of what is drawn are added.
        double bound = 2.63 * Math.sqrt(ACTIONS * Math.log(ACTIONS)) + 1.5;
        assertThat(exponent(regrets(exp3, bound))).isBetween(0.4, 0.6);
    }
}
