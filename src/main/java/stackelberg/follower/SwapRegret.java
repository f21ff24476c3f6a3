package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * A no-swap-regret learner: it never regrets not having taken b whenever it took a, for any a and
 * b. One multiplicative-weights learner q_a for each action a hears σ(a)·ū; the strategy is the one
 * that they leave as it is, σ(b) = Σ_a σ(a) q_a(b). A leader cannot exploit its learning: it earns
 * no more than its Stackelberg value (Deng, Schneider & Sivan 2019).
 */
@Registered(
        type = "swap-regret",
        label = "No swap regret",
        help =
                "Learns until it would not even wish to have replaced one of its actions by another"
                        + " throughout. A leader that changes its mind gains nothing from it.",
        source = "Blum & Mansour 2007, Theorem 5")
public record SwapRegret(
        @Parameter(
                        label = "Learning rate",
                        live = true,
                        automatic = true,
                        symbol = "ε",
                        min = 1e-6,
                        max = 1e300,
                        help =
                                "A payoff of 1 multiplies an action's weight by 1 + ε. Larger is"
                                        + " quicker and less exact.")
                double rate)
        implements FollowerModel {

    /** ε = 0.1. */
    public SwapRegret() {
        this(0.1);
    }

    /** As for multiplicative weights, which it consists of. */
    @Override
    public SwapRegret settled(GameFacts facts) {
        double rate = new MultiplicativeWeights(Double.NaN).settled(facts).rate();
        return Declaration.settled(this, new SwapRegret(rate));
    }

    @Override
    public Lesson lesson() {
        return Lesson.SWEEP;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new Master(game.prior().types(follower), game.actions(follower));
    }

    private final class Master extends MixedSeat implements HearsPayoffs {
        private final double logBase = Math.log1p(rate);

        /** {@code [type][action a][action b]}: what q_a has heard of b in total. */
        private final double[][][] sums;

        /** {@code [type][a][b]}: q_a(b). */
        private final double[][][] advice;

        private final double[][] system;

        Master(int types, int actions) {
            super(types, actions);
            sums = new double[types][actions][actions];
            advice = new double[types][actions][actions];
            system = new double[actions][actions + 1];
            reset();
        }

        @Override
        public void reset() {
            for (int type = 0; type < sums.length; type++) {
                for (double[] row : sums[type]) {
                    Arrays.fill(row, 0);
                }
                mix(type);
            }
        }

        @Override
        public void learn(int type, double[] utilities) {
            for (int a = 0; a < utilities.length; a++) {
                for (int b = 0; b < utilities.length; b++) {
                    sums[type][a][b] += strategies[type][a] * utilities[b];
                }
            }
            mix(type);
        }

        private void mix(int type) {
            int n = system.length;
            for (int a = 0; a < n; a++) {
                double[] weights = advice[type][a];
                double total = 0;
                Mixture.exponential(sums[type][a], logBase, weights);
                for (int b = 0; b < n; b++) {
                    // Never 0, so that every action leads to every other and σ is unique.
                    weights[b] = Math.max(1e-12, weights[b]);
                    total += weights[b];
                }
                for (int b = 0; b < n; b++) {
                    weights[b] /= total;
                }
            }
            stationary(advice[type], strategies[type]);
        }

        /**
         * σ = σ Q by state reduction (Grassmann, Taksar & Heyman 1985), which subtracts nothing and
         * so stays exact where probabilities differ by many orders of magnitude.
         */
        private void stationary(double[][] q, double[] into) {
            int n = q.length;
            for (int a = 0; a < n; a++) {
                System.arraycopy(q[a], 0, system[a], 0, n);
            }
            for (int k = n - 1; k > 0; k--) {
                double out = 0;
                for (int b = 0; b < k; b++) {
                    out += system[k][b];
                }
                for (int a = 0; a < k; a++) {
                    system[a][k] /= out;
                    for (int b = 0; b < k; b++) {
                        system[a][b] += system[a][k] * system[k][b];
                    }
                }
            }
            into[0] = 1;
            double total = 1;
            for (int k = 1; k < n; k++) {
                into[k] = 0;
                for (int a = 0; a < k; a++) {
                    into[k] += into[a] * system[a][k];
                }
                total += into[k];
            }
            for (int k = 0; k < n; k++) {
                into[k] /= total;
            }
        }

        @Override
        public int stateSize() {
            return sums.length * system.length * system.length;
        }

        /** The advice of each of the learners that it consists of. */
        @Override
        public void describe(float[] into, int from) {
            int at = from;
            for (double[][] ofType : advice) {
                at = describe(ofType, into, at);
            }
        }

        @Override
        public void save(DataOutput out) throws IOException {
            for (double[][] ofType : sums) {
                Rows.write(ofType, out);
            }
        }

        @Override
        public void restore(DataInput in) throws IOException {
            for (int type = 0; type < sums.length; type++) {
                Rows.read(sums[type], in);
                mix(type);
            }
        }
    }
}
