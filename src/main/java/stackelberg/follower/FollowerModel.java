package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Checked;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;

/**
 * How one follower learns to respond, as a scenario file states it. Implementations are records,
 * {@link stackelberg.parameter.Registered}, with a constructor of defaults. The followers of one
 * scenario may be of different models.
 */
public interface FollowerModel extends Checked {
    /** What it learns from. */
    Lesson lesson();

    /**
     * A fresh seat for follower {@code follower} of {@code game}.
     *
     * @return one that implements the {@linkplain Lesson#ear ear} of {@link #lesson}
     */
    Seat seat(BaseGame game, int follower);

    /** Reports, beyond what its lesson requires, why it cannot be this follower of {@code game}. */
    default void check(BaseGame game, int follower, Faults faults) {}

    @Override
    default void check(Faults faults) {}

    /**
     * This model with everything automatic settled from the facts about a game. All other methods
     * are called on a settled model only.
     */
    default FollowerModel settled(GameFacts facts) {
        return Declaration.settled(this);
    }

    /**
     * Whether what it comes to is at least meant to be a best response, as the exact answers take
     * for granted; not so for people who make mistakes.
     */
    default boolean seeksBestResponse() {
        return true;
    }

    /**
     * Whether its response is a function of more than its type: of what it observes within a play
     * or remembers of earlier plays. The response of one that does not is a mixed strategy a type.
     */
    default boolean remembers(BaseGame game) {
        return false;
    }
}
