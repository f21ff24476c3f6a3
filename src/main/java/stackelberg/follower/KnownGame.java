package stackelberg.follower;

import java.util.Arrays;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.TypePrior;

/**
 * The game that a leader's commitment induces, as far as it has been played: the rewards and
 * payoffs of every joint follower action at those type profiles at which all were visited.
 */
public final class KnownGame {
    private final TypePrior prior;
    private final int[] actionCounts;

    /** {@code [follower]}: by how much a joint action's number grows with its action. */
    private final int[] strides;

    private final double[][] leader;
    private final double[][][] payoffs;
    private final boolean[] known;
    private int unknown;

    KnownGame(BaseGame game) {
        prior = game.prior();
        actionCounts = InducedGame.actionCounts(game);
        int joints = Math.toIntExact(JointIndex.count(actionCounts));
        strides = new int[actionCounts.length];
        int stride = joints;
        for (int i = 0; i < strides.length; i++) {
            stride /= actionCounts[i];
            strides[i] = stride;
        }
        leader = new double[prior.size()][joints];
        payoffs = new double[actionCounts.length][prior.size()][joints];
        known = new boolean[prior.size()];
        forget();
    }

    /** Another commitment: nothing is known of its game. */
    void forget() {
        Arrays.fill(known, false);
        unknown = known.length;
    }

    /** Every joint action was visited at a type profile. */
    void visited(int profile) {
        if (!known[profile]) {
            known[profile] = true;
            unknown--;
        }
    }

    /** Takes in one play. */
    void note(int profile, int joint, double leaderReward) {
        leader[profile][joint] = leaderReward;
    }

    /** Takes in what a follower got in one play. */
    void note(int follower, int profile, int joint, double payoff) {
        payoffs[follower][profile][joint] = payoff;
    }

    /** Whether every case has been played. */
    public boolean complete() {
        return unknown == 0;
    }

    /**
     * What each action of a follower is worth at a type, the others being as they are: ū_i(a) =
     * Σ_{θ_−i} D(θ_−i | θ_i) Σ_{a_−i} σ_−i(a_−i | θ_−i) u_i(a, a_−i; θ), over the profiles known so
     * far.
     *
     * @param others the strategy of each follower; {@code follower}'s own is not asked for
     * @param into filled with one payoff for each action; zeros if the type is not yet known
     */
    public void payoffs(int follower, int type, Strategies others, double[] into) {
        expectation(follower, type, others, payoffs[follower], into);
    }

    /** What the leader expects if a follower of this type takes each action; the same weights. */
    public void leaderRewards(int follower, int type, Strategies others, double[] into) {
        expectation(follower, type, others, leader, into);
    }

    /** How followers act. */
    @FunctionalInterface
    public interface Strategies {
        /** One probability for each action of a follower of this type. */
        double[] of(int follower, int type);
    }

    private void expectation(
            int follower, int type, Strategies others, double[][] values, double[] into) {
        Arrays.fill(into, 0);
        double total = 0;
        for (int profile = 0; profile < known.length; profile++) {
            if (!known[profile] || prior.type(profile, follower) != type) {
                continue;
            }
            double chance = prior.probability(profile);
            total += chance;
            double[] row = values[profile];
            for (int joint = 0; joint < row.length; joint++) {
                double weight = chance;
                for (int j = 0; j < actionCounts.length && weight > 0; j++) {
                    if (j != follower) {
                        int action = joint / strides[j] % actionCounts[j];
                        weight *= others.of(j, prior.type(profile, j))[action];
                    }
                }
                if (weight > 0) {
                    into[joint / strides[follower] % actionCounts[follower]] += weight * row[joint];
                }
            }
        }
        for (int action = 0; action < into.length && total > 0; action++) {
            into[action] /= total;
        }
    }
}
