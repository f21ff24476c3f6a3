package stackelberg.follower;

import stackelberg.game.BaseGame;

/** In which order the plays of a response phase visit type profiles and joint actions. */
public enum Schedule {
    /** Every joint follower action once an update: exact expected payoffs. */
    JOINT_SWEEP("every joint action once an update") {
        @Override
        public long playsPerUpdate(BaseGame game) {
            long plays = 1;
            for (int i = 0; i < game.followers(); i++) {
                plays = Math.multiplyExact(plays, (long) game.actions(i));
            }
            return plays;
        }

        @Override
        ResponseAlgorithm arrange(BaseGame game, FollowerLearner[] learners, int updates) {
            return new JointSweep(game, learners, updates);
        }
    },
    /** A sampled reference profile and every one-follower deviation from it. */
    SAMPLED_DEVIATIONS("a sampled reference profile and each deviation from it") {
        @Override
        public long playsPerUpdate(BaseGame game) {
            long plays = 0;
            for (int i = 0; i < game.followers(); i++) {
                plays += game.actions(i);
            }
            return plays;
        }

        @Override
        ResponseAlgorithm arrange(BaseGame game, FollowerLearner[] learners, int updates) {
            return new SampledDeviations(game, learners, updates);
        }
    };

    private final String words;

    Schedule(String words) {
        this.words = words;
    }

    /** What it does, in words. */
    public String words() {
        return words;
    }

    /** How many plays one update of all followers takes. */
    public abstract long playsPerUpdate(BaseGame game);

    abstract ResponseAlgorithm arrange(BaseGame game, FollowerLearner[] learners, int updates);
}
