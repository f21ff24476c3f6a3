package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.parameter.Checked;

/**
 * How one follower learns to respond, as a scenario file states it. Implementations are records,
 * {@link stackelberg.parameter.Registered}, with a constructor of defaults.
 */
public interface FollowerModel extends Checked {
    /** In which order the plays of a response phase visit types and actions. */
    Schedule schedule();

    /** A fresh learner for follower {@code follower} of {@code game}. */
    FollowerLearner learner(BaseGame game, int follower);
}
