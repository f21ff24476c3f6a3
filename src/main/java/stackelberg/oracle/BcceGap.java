package stackelberg.oracle;

import java.util.Arrays;
import stackelberg.follower.Response;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.TypePrior;

/**
 * How far a response is from a Bayesian coarse correlated equilibrium of the subgame that a leader
 * policy induces: the largest gain, over followers i, types θ_i and actions a, of committing to a
 * on knowing θ_i only, before the others' types and the joint action are drawn,
 *
 * <p>max_{i, θ_i, a} Σ_{θ_−i} D(θ_−i | θ_i) Σ_{a'} P(a' | θ) [u_i(a, a'_−i; θ) − u_i(a'; θ)],
 *
 * <p>and at least 0. Zero at a Bayesian coarse correlated equilibrium (Hartline, Syrgkanis & Tardos
 * 2015); the empirical play of no-regret learners tends to one. In units of payoff.
 */
public final class BcceGap {
    private final TypePrior prior;
    private final int[] counts;
    private final int[] strides;

    /** {@code [follower][type][action]}, weighted by D(θ). */
    private final double[][][] gains;

    private final int[] types;
    private final int[] actions;

    /** For several responses in subgames of one game, without allocating anything for each. */
    public BcceGap(BaseGame game) {
        this.prior = game.prior();
        this.counts = InducedGame.actionCounts(game);
        this.strides = strides(counts);
        this.gains = new double[counts.length][][];
        for (int i = 0; i < counts.length; i++) {
            gains[i] = new double[prior.types(i)][counts[i]];
        }
        this.types = new int[counts.length];
        this.actions = new int[counts.length];
    }

    /** The gap of a single response; see {@link #gap}. */
    public static double of(InducedGame induced, Response response) {
        return new BcceGap(induced.game()).gap(induced, response);
    }

    /**
     * The gap of {@code response}; visits each type profile and joint action once.
     *
     * @param induced the subgame that the leader's policy induces
     */
    public double gap(InducedGame induced, Response response) {
        for (double[][] byType : gains) {
            for (double[] gain : byType) {
                Arrays.fill(gain, 0);
            }
        }
        for (int profile = 0; profile < prior.size(); profile++) {
            prior.copy(profile, types);
            for (int joint = 0; joint < induced.jointActions(); joint++) {
                JointIndex.decode(joint, counts, actions);
                double weight = prior.probability(profile) * response.probability(types, actions);
                for (int i = 0; weight > 0 && i < counts.length; i++) {
                    int first = joint - actions[i] * strides[i];
                    double payoff = induced.payoff(i, profile, joint);
                    double[] gain = gains[i][types[i]];
                    for (int a = 0; a < counts[i]; a++) {
                        gain[a] +=
                                weight
                                        * (induced.payoff(i, profile, first + a * strides[i])
                                                - payoff);
                    }
                }
            }
        }
        return largest();
    }

    /** What a follower of this type could gain at most, in the response last looked at. */
    public double gain(int follower, int type) {
        double marginal = prior.marginal(follower, type);
        double most = Arrays.stream(gains[follower][type]).max().orElse(0);
        return marginal > 0 ? Math.max(0, most / marginal) : 0;
    }

    /** The largest gain given the follower's type. */
    private double largest() {
        double gap = 0;
        for (int i = 0; i < gains.length; i++) {
            for (int type = 0; type < gains[i].length; type++) {
                double marginal = prior.marginal(i, type);
                for (double gain : gains[i][type]) {
                    if (marginal > 0) {
                        gap = Math.max(gap, gain / marginal);
                    }
                }
            }
        }
        return gap;
    }

    /** By how much a joint action's number grows with each follower's action. */
    private static int[] strides(int[] counts) {
        int[] strides = new int[counts.length];
        int stride = 1;
        for (int i = counts.length - 1; i >= 0; i--) {
            strides[i] = stride;
            stride *= counts[i];
        }
        return strides;
    }
}
