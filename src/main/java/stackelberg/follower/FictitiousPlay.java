package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Registered;

/**
 * Fictitious play: the best reply to how the others have acted so far, a pure action argmax_a Σ_t
 * u_i(a, a_−i,t), the first of several. The empirical average of its play is at an equilibrium
 * wherever that average converges: in zero-sum games, potential games and games of two actions, but
 * not in Shapley's. It has no parameters.
 */
@Registered(
        type = "fictitious-play",
        label = "Fictitious play",
        help =
                "Always takes the best reply to how the others have acted so far. Judge it by the"
                        + " empirical average of its play; the last action alone may keep jumping.",
        source = "Brown 1951; Shapley 1964; Fudenberg & Levine 1998, Ch. 2")
public record FictitiousPlay() implements FollowerModel {

    @Override
    public Lesson lesson() {
        return Lesson.SWEEP;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new Believer(game.prior().types(follower), game.actions(follower));
    }

    private static final class Believer extends MixedSeat implements HearsPayoffs {
        /** Σ_t ū_t(a). */
        private final double[][] sums;

        Believer(int types, int actions) {
            super(types, actions);
            sums = new double[types][actions];
            reset();
        }

        @Override
        public void reset() {
            for (int type = 0; type < sums.length; type++) {
                Arrays.fill(sums[type], 0);
                choose(type);
            }
        }

        private void choose(int type) {
            double[] sum = sums[type];
            int best = 0;
            for (int action = 1; action < sum.length; action++) {
                best = sum[action] > sum[best] ? action : best;
            }
            Mixture.settle(strategies[type], best);
        }

        @Override
        public void learn(int type, double[] utilities) {
            for (int action = 0; action < utilities.length; action++) {
                sums[type][action] += utilities[action];
            }
            choose(type);
        }

        /** Each type's sums, less their largest, over their range. */
        @Override
        public void describe(float[] into, int from) {
            int at = from;
            for (double[] sum : sums) {
                double high = Arrays.stream(sum).max().orElse(0);
                double range = high - Arrays.stream(sum).min().orElse(0);
                for (double value : sum) {
                    into[at++] = range > 0 ? (float) ((value - high) / range) : 0;
                }
            }
        }

        @Override
        public void save(DataOutput out) throws IOException {
            Rows.write(sums, out);
        }

        @Override
        public void restore(DataInput in) throws IOException {
            Rows.read(sums, in);
            for (int type = 0; type < sums.length; type++) {
                choose(type);
            }
        }
    }
}
