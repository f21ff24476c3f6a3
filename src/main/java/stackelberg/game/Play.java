package stackelberg.game;

import java.util.List;

/**
 * One play of a base game: a state machine that says whose turn it is until the end. Reused for
 * play after play by one thread; a play allocates nothing.
 */
public interface Play {
    /** Whose turn it is. */
    enum Turn {
        /** All followers choose an action at once. */
        FOLLOWERS,
        /** The leader chooses an action at {@link Play#leaderObservation}. */
        LEADER,
        /** The play is over. */
        END
    }

    /**
     * Starts a play with this type profile.
     *
     * @param types one type a follower; copied
     */
    void begin(int[] types);

    /** Whose turn it is now. */
    Turn turn();

    /** What follower {@code follower} has observed besides its type; 0 in a one-shot game. */
    default int followerObservation(int follower) {
        return 0;
    }

    /** The joint action of the followers, on their turn. */
    void followersAct(int[] actions);

    /** What the leader observes, on its turn: from 0 to {@link BaseGame#leaderObservations} − 1. */
    int leaderObservation();

    /** The leader's action, on its turn. */
    void leaderActs(double[] action);

    /** The leader's reward over this play so far. */
    double leaderReward();

    /** The payoff of follower {@code follower} over this play so far. */
    double payoff(int follower);

    /** What the leader's last action brought about, event by event; empty if nothing to tell. */
    default List<PlayEvent> told() {
        return List.of();
    }

    /** Writes one number for each of {@link BaseGame#outcomeNames}, at the end of a play. */
    default void outcome(double[] into) {}

    /**
     * How things stand for the next play, from 0 to {@link BaseGame#standings} − 1; {@link #begin}
     * does not change it.
     */
    default int standing() {
        return 0;
    }

    /** Sets how things stand for the next play; 0 is where an outer episode begins. */
    default void stand(int standing) {}
}
