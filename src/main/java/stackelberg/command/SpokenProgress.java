package stackelberg.command;

import java.io.PrintWriter;
import stackelberg.oracle.Progress;

/** Says on the error stream how far a search has come, every five seconds. */
final class SpokenProgress implements Progress {
    private static final long PAUSE_NANOS = 5_000_000_000L;

    private final PrintWriter out;
    private long said = System.nanoTime();

    SpokenProgress(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void at(double share) {
        long now = System.nanoTime();
        if (now - said > PAUSE_NANOS) {
            said = now;
            out.println("searched " + Math.round(100 * share) + " % of the most it may");
            out.flush();
        }
    }
}
