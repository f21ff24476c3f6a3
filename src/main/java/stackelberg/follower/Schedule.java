package stackelberg.follower;

import java.util.List;
import stackelberg.game.BaseGame;
import stackelberg.parameter.Faults;

/**
 * Which plays a response phase is made of: puts the models of all followers, who learn from the
 * same plays, together into one response algorithm.
 */
public interface Schedule {
    /** What the followers learn from, in words that can follow "it learns from". */
    String words();

    /** How many plays one update of all followers takes. */
    long playsPerUpdate(BaseGame game);

    /**
     * Reports what keeps these models, all of this schedule, from playing {@code game}.
     *
     * @param faults at the list of models
     */
    void check(List<FollowerModel> models, BaseGame game, Faults faults);

    /** Whether its response algorithm is {@link Carried}. */
    default boolean carriesOver() {
        return false;
    }

    /**
     * The response algorithm of these models.
     *
     * @param models one for all followers or one for each; see {@link Followers#model}
     * @param plays the budget of plays, at least one update; floored to whole updates
     */
    ResponseAlgorithm arrange(List<FollowerModel> models, BaseGame game, int plays);
}
