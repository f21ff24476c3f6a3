package stackelberg.follower;

import stackelberg.game.BaseGame;

/** A model of a follower that hears, update by update, how each of its actions would have fared. */
public interface FullInformationModel extends FollowerModel {
    @Override
    FullInformation schedule();

    /** A fresh learner for follower {@code follower} of {@code game}. */
    FollowerLearner learner(BaseGame game, int follower);
}
