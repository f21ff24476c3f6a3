package stackelberg.oracle;

import java.util.Arrays;
import java.util.Optional;
import stackelberg.game.JointIndex;
import stackelberg.game.LinearGame;

/**
 * The leader's problem against one follower once its replies are given, a_θ for each type θ: a
 * linear program over commitments x that make each a_θ a best reply,
 *
 * <p>max_x Σ_θ D(θ) R^θ(x, a_θ) subject to C^θ(x, a') − C^θ(x, a_θ) ≤ 0 for all θ and a', Σ_k x_k =
 * 1, x ≥ 0 and the game's own limits on x.
 */
final class TypewiseReplies {
    private final LinearGame game;
    private final int[] actionCounts;

    TypewiseReplies(LinearGame game) {
        this.game = game;
        this.actionCounts = new int[game.prior().size()];
        Arrays.fill(actionCounts, game.actions(0));
    }

    /** How many ways there are to reply, |A|^|Θ|; infinity if beyond a {@code double}. */
    static double count(LinearGame game) {
        return Math.pow(game.actions(0), game.prior().size());
    }

    /** Writes the {@code index}-th way to reply, an action for each type. */
    void decode(int index, int[] replies) {
        JointIndex.decode(index, actionCounts, replies);
    }

    /** What each component of x is worth to the leader under these replies. */
    double[] reward(int[] replies) {
        double[] reward = new double[game.components()];
        for (int k = 0; k < reward.length; k++) {
            for (int type = 0; type < replies.length; type++) {
                reward[k] +=
                        game.prior().probability(type) * game.payoff(0, type, k, replies[type]);
            }
        }
        return reward;
    }

    /** The best commitment under which these are best replies; empty if there is none. */
    Optional<double[]> bringAbout(int[] replies) {
        LinearProgram program = new LinearProgram(reward(replies));
        for (int type = 0; type < replies.length; type++) {
            for (int other = 0; other < game.actions(0); other++) {
                if (other != replies[type]) {
                    double[] gain = new double[game.components()];
                    for (int k = 0; k < gain.length; k++) {
                        gain[k] =
                                game.payoff(1, type, k, other)
                                        - game.payoff(1, type, k, replies[type]);
                    }
                    program.notPositive(gain);
                }
            }
        }
        for (double[] limit : game.limits()) {
            program.notPositive(limit);
        }
        program.distribution();
        return program.maximise();
    }
}
