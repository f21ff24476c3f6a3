package stackelberg.pomdp;

import java.util.concurrent.CancellationException;

/**
 * Whoever accompanies a run: asked before every play (before every {@link #stride} plays where they
 * are looked up in a table), told after every outer episode.
 */
public interface Watch {
    /** Accompanies without doing anything. */
    Watch NONE =
            new Watch() {
                @Override
                public void play() {}

                @Override
                public void outerEpisode(double reward) {}
            };

    /** Stops when its thread is interrupted. */
    Watch UNTIL_INTERRUPTED =
            new Watch() {
                @Override
                public void play() {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancellationException("interrupted");
                    }
                }

                @Override
                public void outerEpisode(double reward) {}
            };

    /**
     * Before every play. May block to pause or slow the run.
     *
     * @throws java.util.concurrent.CancellationException to stop it
     */
    void play();

    /**
     * Between two pieces of work that are not plays, such as gradient steps: well under 100
     * milliseconds apart. May block to pause the run.
     *
     * @throws java.util.concurrent.CancellationException to stop it
     */
    default void work() {
        // Nothing is asked for.
    }

    /** How many plays may go by, well under a millisecond, before the next question. */
    default int stride() {
        return 4096;
    }

    /**
     * Whether outer episodes must now be run one after the other, for someone who looks on; else a
     * learner may run several at once and show this watch only some of them.
     */
    default boolean oneByOne() {
        return false;
    }

    /**
     * Whether someone looks at every play that is made, and not only at what comes of them; asked
     * before each. It changes nothing about what is computed.
     */
    default boolean looksOn() {
        return false;
    }

    /** A play was made while someone {@linkplain #looksOn looked on}. */
    default void made(PlayMade play) {
        // Nobody is told.
    }

    /** After every outer episode, with the leader's reward in it. */
    void outerEpisode(double reward);
}
