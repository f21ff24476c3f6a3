package stackelberg.follower;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.parameter.Faults;

/**
 * The follower models of one scenario, put together into one response algorithm: a population.
 *
 * <p><em>One update of a population</em> gives each lesson that any of its seats needs once: first
 * every joint action (for {@link Lesson#COMMITMENT} and {@link Lesson#SWEEP} alike, which listen to
 * the same plays), then a reference profile and the deviations from it, then plays of the seats'
 * own, as many as the other two took together. What a leader would do at each of its observations
 * ({@link Lesson#QUERIES}) is asked once, before the first play. A seat that does not hear a lesson
 * acts in its plays as it would if it were frozen. Without the last rule a follower that learns
 * from its own plays would learn from one in 1 + ∏|A_i| of them, and the share of a budget that
 * teaches it would depend on who else is there; so half of it always does.
 */
public final class Followers {
    /** Plays for each joint action that tell a follower as much as one sweep would. */
    public static final int OWN_PLAYS = 25;

    private Followers() {}

    /** The model of follower {@code follower}: a single model serves all followers. */
    public static FollowerModel model(List<FollowerModel> models, int follower) {
        return models.size() == 1 ? models.get(0) : models.get(follower);
    }

    /**
     * Reports models that do not fit the game, and a budget below one update.
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
        for (int i = 0; i < game.followers(); i++) {
            int at = Math.min(i, models.size() - 1);
            if (faults.at(at).noneWithin()) {
                FollowerModel model = models.get(at);
                model.lesson().check(game, i, faults.at(at));
                model.check(game, i, faults.at(at));
            }
        }
        if (!faults.noneWithin()) {
            return;
        }
        long update = playsPerUpdate(models, game);
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

    /** How many plays one update of all followers takes. */
    public static long playsPerUpdate(List<FollowerModel> models, BaseGame game) {
        Set<Lesson> lessons = lessons(models);
        long told = 0;
        if (lessons.contains(Lesson.SWEEP) || lessons.contains(Lesson.COMMITMENT)) {
            long joint = 1;
            for (int count : InducedGame.actionCounts(game)) {
                joint = Math.multiplyExact(joint, (long) count);
            }
            told += joint;
        }
        if (lessons.contains(Lesson.DEVIATIONS)) {
            for (int count : InducedGame.actionCounts(game)) {
                told += count;
            }
        }
        boolean own = lessons.contains(Lesson.OWN_PLAYS);
        return own ? Math.max(1, 2 * told) : told;
    }

    private static Set<Lesson> lessons(List<FollowerModel> models) {
        Set<Lesson> lessons = EnumSet.noneOf(Lesson.class);
        models.forEach(model -> lessons.add(model.lesson()));
        return lessons;
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
        Seat[] seats = new Seat[game.followers()];
        Lesson[] lessons = new Lesson[seats.length];
        for (int i = 0; i < seats.length; i++) {
            FollowerModel model = model(models, i);
            seats[i] = model.seat(game, i);
            lessons[i] = model.lesson();
            if (!lessons[i].ear().isInstance(seats[i])) {
                throw new IllegalArgumentException(
                        model.getClass().getName()
                                + " learns from "
                                + lessons[i].words()
                                + ", but its seats are no "
                                + lessons[i].ear().getSimpleName());
            }
        }
        Set<Lesson> given = lessons(models);
        int updates = (int) (plays / Math.max(1, playsPerUpdate(models, game)));
        List<StageResponse> parts = new ArrayList<>();
        if (given.contains(Lesson.SWEEP) || given.contains(Lesson.COMMITMENT)) {
            parts.add(new JointSweep(game, seats, lessons, updates));
        }
        if (given.contains(Lesson.DEVIATIONS)) {
            parts.add(new SampledDeviations(game, seats, lessons, updates));
        }
        boolean asked = given.contains(Lesson.QUERIES);
        if (given.contains(Lesson.OWN_PLAYS)) {
            int told = parts.stream().mapToInt(ResponseAlgorithm::playsPerUpdate).sum();
            parts.add(new OwnPlays(game, seats, lessons, Math.max(1, told) * updates));
        } else if (parts.isEmpty()) {
            parts.add(new OwnPlays(game, seats, lessons, 0));
        }
        return parts.size() == 1 && !asked
                ? parts.get(0)
                : new Interleaved(game, seats, lessons, parts);
    }
}
