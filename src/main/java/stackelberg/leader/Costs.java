package stackelberg.leader;

import java.util.Arrays;

/**
 * Where a training's time goes, on the thread that calls it. It is looked at and never acted on:
 * nothing that is computed depends on it.
 */
public final class Costs {
    /** A part of the work of an iteration. */
    public enum Part {
        COLLECTING("plays and followers' updates"),
        RATING("critic's values and advantages"),
        ACTOR("actor's gradients"),
        CRITIC("critic's gradients"),
        STEPPING("optimiser's steps");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        /** A name for people. */
        public String words() {
            return words;
        }
    }

    private final long[] nanos = new long[Part.values().length];
    private long since;

    /** What follows now will be charged. */
    void begin() {
        since = System.nanoTime();
    }

    /** Charges the time since the last call to a part. */
    void charge(Part part) {
        long now = System.nanoTime();
        nanos[part.ordinal()] += now - since;
        since = now;
    }

    /** Forgets what was charged. */
    public void clear() {
        Arrays.fill(nanos, 0);
    }

    /** What was charged to a part since {@link #clear}, in seconds. */
    public double seconds(Part part) {
        return 1e-9 * nanos[part.ordinal()];
    }
}
