package stackelberg.follower;

import java.util.random.RandomGenerator;

/**
 * A seat that acts in every play as it pleases and hears what that brought it. Its type, what it
 * observes within a play and what it remembers of earlier ones make up its <em>situation</em>, a
 * number.
 */
public interface HearsPlays extends Seat {
    /** For {@link #learn}: nothing follows. */
    int OVER = -1;

    /** The situation in which a follower of this type is at an observation. */
    int situation(int type, int observation);

    /** An action while it learns, with whatever exploration it needs. */
    int choose(int situation, RandomGenerator random);

    /**
     * Takes in what an action brought.
     *
     * @param earned the payoff between this action and the next, or the end of the play
     * @param next the situation in which it acts next; {@link #OVER} if nothing follows from the
     *     action
     * @return whether it would act otherwise in some situation now, if it stopped learning
     */
    boolean learn(int situation, int action, double earned, int next);

    /** A play is over: exploration fades. */
    default void endPlay() {}

    /** Remembers plays that no one made, before the first one. */
    default void imagineHistory(RandomGenerator random) {}

    /**
     * After how many plays without a change it has settled; 0 if it never says so by itself.
     *
     * @see OwnPlays
     */
    default int window() {
        return 0;
    }
}
