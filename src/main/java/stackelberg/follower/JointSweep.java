package stackelberg.follower;

import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.game.StageGame;

/**
 * The exact update: every joint follower action is played once, ∏|A_i| plays, and ū_i(a) = Σ_{a_−i}
 * σ_−i(a_−i | θ_−i) u_i(a, a_−i; θ) integrates over the others' current strategies.
 */
final class JointSweep extends UpdateCycle {
    private final int jointActions;

    JointSweep(BaseGame game, FollowerLearner[] learners, int updates) {
        super(game, learners, (int) FullInformation.JOINT_SWEEP.playsPerUpdate(game), updates);
        jointActions = playsPerUpdate();
    }

    @Override
    void beginUpdate(RandomGenerator random) {
        // The order of joint actions is fixed: nothing to draw.
    }

    @Override
    void visit(int position) {
        if (position == 0) {
            java.util.Arrays.fill(actions, 0);
            return;
        }
        for (int i = actions.length - 1; ++actions[i] == actionCounts[i]; i--) {
            actions[i] = 0;
        }
    }

    @Override
    void hear(int position, Play outcome) {
        if (learners.length == 1) {
            utilities[0][actions[0]] = outcome.payoff(0);
            return;
        }
        for (int i = 0; i < learners.length; i++) {
            utilities[i][actions[i]] += others(i) * outcome.payoff(i);
        }
    }

    /** Π_{j ≠ i} σ_j(a_j | θ_j). */
    private double others(int follower) {
        double others = 1;
        for (int j = 0; j < learners.length; j++) {
            if (j != follower) {
                others *= learners[j].strategy(types[j])[actions[j]];
            }
        }
        return others;
    }

    @Override
    boolean sweep(StageGame stage, int profile) {
        if (learners.length == 1) {
            double[] utility = utilities[0];
            for (int action = 0; action < utility.length; action++) {
                utility[action] = stage.payoff(0, stage.play(profile, action));
            }
            return true;
        }
        for (int joint = 0; joint < jointActions; joint++) {
            visit(joint);
            int cell = stage.play(profile, joint);
            for (int i = 0; i < learners.length; i++) {
                utilities[i][actions[i]] += others(i) * stage.payoff(i, cell);
            }
        }
        return true;
    }
}
