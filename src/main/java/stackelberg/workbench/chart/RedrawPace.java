package stackelberg.workbench.chart;

/**
 * Decides when a chart may be redrawn, so that drawing takes at most about a third of the window's
 * thread and no chart is drawn more than ten times a second: on a software renderer one redraw can
 * cost tens of milliseconds. Times are in nanoseconds.
 */
final class RedrawPace {
    private static final long LEAST_INTERVAL = 100_000_000;
    private static final double SHARE = 3;

    private long lastEnd = Long.MIN_VALUE / 2;
    private long lastCost;
    private long lastPulse;
    private long pulse = 16_000_000;

    /** To be told of every pulse: long pulses mean that the renderer is behind. */
    void pulse(long now) {
        if (lastPulse != 0) {
            pulse = (3 * pulse + Math.min(now - lastPulse, 500_000_000)) / 4;
        }
        lastPulse = now;
    }

    /** Whether a chart last drawn at {@code drawn} may be drawn now. */
    boolean allows(long now, long drawn) {
        long rest = (long) (SHARE * Math.max(lastCost, pulse > 40_000_000 ? pulse : 0));
        return now - lastEnd >= rest && now - drawn >= LEAST_INTERVAL;
    }

    /** Notes a redraw. */
    void drew(long from, long to) {
        lastCost = to - from;
        lastEnd = to;
    }
}
