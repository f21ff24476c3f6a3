package stackelberg.oracle;

import java.util.ArrayList;
import java.util.List;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.TypePrior;

/**
 * An induced game in the followers' pure strategies s_i: Θ_i → A_i. Each profile s of them, ∏_i
 * |A_i|^|Θ_i| in all, has a leader's reward and, for each commitment of follower i at type θ_i to
 * action a, the expected gain from it: Σ_{θ_−i} D(θ_−i | θ_i) [u_i(a, s_−i(θ_−i); θ) − u_i(s(θ);
 * θ)].
 */
final class StrategicForm {
    /** Σ_θ D(θ) r_ℓ(s(θ); θ), for each strategy profile. */
    final double[] leader;

    /** The gains, a row for each (i, θ_i, a) of positive probability. */
    final double[][] gains;

    private final InducedGame induced;

    StrategicForm(InducedGame induced) {
        this.induced = induced;
        TypePrior prior = induced.game().prior();
        int[] actions = induced.actionCounts();
        int[][] joints = joints(induced.game());
        leader = new double[joints.length];
        for (int s = 0; s < joints.length; s++) {
            for (int profile = 0; profile < prior.size(); profile++) {
                leader[s] +=
                        prior.probability(profile)
                                * induced.leaderReward(profile, joints[s][profile]);
            }
        }
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < actions.length; i++) {
            for (int type = 0; type < prior.types(i); type++) {
                for (int a = 0; prior.marginal(i, type) > 0 && a < actions[i]; a++) {
                    rows.add(gains(joints, i, type, a));
                }
            }
        }
        gains = rows.toArray(double[][]::new);
    }

    /** How many profiles of pure strategies there are; infinity if beyond a {@code double}. */
    static double profiles(BaseGame game) {
        double count = 1;
        for (int i = 0; i < game.followers(); i++) {
            count *= Math.pow(game.actions(i), game.prior().types(i));
        }
        return count;
    }

    /** How many commitments (i, θ_i, a) there are at most. */
    static double commitments(BaseGame game) {
        double count = 0;
        for (int i = 0; i < game.followers(); i++) {
            count += (double) game.prior().types(i) * game.actions(i);
        }
        return count;
    }

    /**
     * {@code [strategy profile][type profile]}: the joint action that the one plays at the other.
     */
    static int[][] joints(BaseGame game) {
        TypePrior prior = game.prior();
        int[] actions = InducedGame.actionCounts(game);
        List<Integer> sizes = new ArrayList<>();
        int[] first = new int[actions.length];
        for (int i = 0; i < actions.length; i++) {
            first[i] = sizes.size();
            for (int type = 0; type < prior.types(i); type++) {
                sizes.add(actions[i]);
            }
        }
        int[] counts = sizes.stream().mapToInt(Integer::intValue).toArray();
        int[][] joints = new int[Math.toIntExact(JointIndex.count(counts))][prior.size()];
        int[] strategies = new int[counts.length];
        int[] joint = new int[actions.length];
        for (int s = 0; s < joints.length; s++) {
            JointIndex.decode(s, counts, strategies);
            for (int profile = 0; profile < prior.size(); profile++) {
                for (int i = 0; i < actions.length; i++) {
                    joint[i] = strategies[first[i] + prior.type(profile, i)];
                }
                joints[s][profile] = JointIndex.encode(joint, actions);
            }
        }
        return joints;
    }

    private double[] gains(int[][] joints, int follower, int type, int action) {
        TypePrior prior = induced.game().prior();
        int[] counts = induced.actionCounts();
        int[] actions = new int[counts.length];
        double[] row = new double[joints.length];
        for (int profile = 0; profile < prior.size(); profile++) {
            if (prior.type(profile, follower) != type) {
                continue;
            }
            double weight = prior.probability(profile) / prior.marginal(follower, type);
            for (int s = 0; s < joints.length; s++) {
                JointIndex.decode(joints[s][profile], counts, actions);
                actions[follower] = action;
                int instead = JointIndex.encode(actions, counts);
                row[s] +=
                        weight
                                * (induced.payoff(follower, profile, instead)
                                        - induced.payoff(follower, profile, joints[s][profile]));
            }
        }
        return row;
    }
}
