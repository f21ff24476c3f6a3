package stackelberg.follower;

import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;

/**
 * The exact update: every joint follower action is played once, ∏|A_i| plays, and ū_i(a) = Σ_{a_−i}
 * σ_−i(a_−i | θ_−i) u_i(a, a_−i; θ) integrates over the others' current strategies.
 */
final class JointSweep extends UpdateCycle {
    JointSweep(BaseGame game, FollowerLearner[] learners, int updates) {
        super(game, learners, (int) FullInformation.JOINT_SWEEP.playsPerUpdate(game), updates);
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
            double others = 1;
            for (int j = 0; j < learners.length; j++) {
                if (j != i) {
                    others *= learners[j].strategy(types[j])[actions[j]];
                }
            }
            utilities[i][actions[i]] += others * outcome.payoff(i);
        }
    }
}
