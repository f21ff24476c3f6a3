package stackelberg.follower;

import java.util.List;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Faults;

/** The follower models of one scenario, put together into one response algorithm. */
public final class Followers {
    private Followers() {}

    /** The model of follower {@code follower}: a single model serves all followers. */
    public static FollowerModel model(List<FollowerModel> models, int follower) {
        return models.size() == 1 ? models.get(0) : models.get(follower);
    }

    /**
     * Reports models that do not fit the game or one another, and a budget below one update.
     *
     * @param faults at the list of models
     * @param budget at the number of response plays
     */
    public static void check(
            List<FollowerModel> models, BaseGame game, int plays, Faults faults, Faults budget) {
        if (models.size() != 1 && models.size() != game.followers()) {
            faults.add(
                    "it has " + models.size() + " models for " + game.followers() + " followers",
                    "Give one model for all followers or one for each");
            return;
        }
        Schedule schedule = models.get(0).schedule();
        for (int i = 1; i < models.size(); i++) {
            if (models.get(i).schedule() != schedule) {
                faults.at(i)
                        .add(
                                "it learns from "
                                        + models.get(i).schedule().words()
                                        + ", but follower 1 from "
                                        + schedule.words(),
                                "Choose models that learn from the same plays");
            }
        }
        if (!faults.noneWithin()) {
            return;
        }
        schedule.check(models, game, faults);
        long update = schedule.playsPerUpdate(game);
        if (plays < update) {
            budget.add(
                    "it is "
                            + plays
                            + ", less than one update of the followers, which takes "
                            + update
                            + " plays",
                    "Allow at least "
                            + update
                            + " response plays, leave responsePlays automatic, or choose other"
                            + " followers");
        }
    }

    /**
     * The response algorithm of these models with a budget of plays, floored to whole updates.
     *
     * @throws IllegalArgumentException if {@link #check} would report a fault
     */
    public static ResponseAlgorithm assemble(List<FollowerModel> models, BaseGame game, int plays) {
        Faults faults = new Faults();
        check(models, game, plays, faults.at("followers"), faults.at("responsePlays"));
        if (!faults.none()) {
            throw new IllegalArgumentException(faults.list().get(0).toString());
        }
        return models.get(0).schedule().arrange(models, game, plays);
    }
}
