package stackelberg.follower;

import java.util.List;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Faults;

/**
 * Schedules that tell each follower, update by update, how every one of its actions would have
 * fared against the others' current strategies.
 */
public enum FullInformation implements Schedule {
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
        UpdateCycle cycle(BaseGame game, FollowerLearner[] learners, int updates) {
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
        UpdateCycle cycle(BaseGame game, FollowerLearner[] learners, int updates) {
            return new SampledDeviations(game, learners, updates);
        }
    };

    private final String words;

    FullInformation(String words) {
        this.words = words;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public void check(List<FollowerModel> models, BaseGame game, Faults faults) {
        for (int i = 0; i < game.followers(); i++) {
            if (game.followerObservations(i) > 1) {
                faults.add(
                        "they choose one action a play, but "
                                + game.followerName(i)
                                + " of this game acts on what it observes during a play",
                        "Choose Q-learning");
                return;
            }
        }
    }

    @Override
    public ResponseAlgorithm arrange(List<FollowerModel> models, BaseGame game, int plays) {
        FollowerLearner[] learners = new FollowerLearner[game.followers()];
        for (int i = 0; i < learners.length; i++) {
            FollowerModel model = Followers.model(models, i);
            learners[i] = ((FullInformationModel) model).learner(game, i);
        }
        return cycle(game, learners, (int) (plays / playsPerUpdate(game)));
    }

    abstract UpdateCycle cycle(BaseGame game, FollowerLearner[] learners, int updates);
}
