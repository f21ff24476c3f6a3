package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Checked;
import stackelberg.parameter.Declaration;

/**
 * How one follower learns to respond, as a scenario file states it. Implementations are records,
 * {@link stackelberg.parameter.Registered}, with a constructor of defaults.
 */
public interface FollowerModel extends Checked {
    /** From which plays it learns; the models of one scenario share a schedule. */
    Schedule schedule();

    /**
     * This model with everything automatic settled from the facts about a game. All other methods
     * are called on a settled model only.
     */
    default FollowerModel settled(GameFacts facts) {
        return Declaration.settled(this);
    }

    /**
     * Whether its response is a function of more than its type: of what it observes within a play
     * or remembers of earlier plays. The response of one that does not is a mixed strategy a type.
     */
    default boolean remembers(BaseGame game) {
        return false;
    }
}
