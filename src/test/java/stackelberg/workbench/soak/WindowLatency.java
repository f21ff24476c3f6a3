package stackelberg.workbench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;

/**
 * How soon the window answers: every 20 ms something is asked of its thread, and the time is noted
 * until it is done. One that is asked waits for the one before, so that one long event counts once.
 */
public final class WindowLatency implements AutoCloseable {
    private static final long EVERY_MILLIS = 20;
    private static final int SLOW_MILLIS = 250;
    private static final int MOST_MILLIS = 120_000;

    /** A long stack says less than the first lines of the program's own. */
    private static final int MOST_FRAMES = 4;

    /**
     * An event that took longer than a person overlooks.
     *
     * @param second when it began
     * @param doing what was being done
     * @param where the window's thread was when the event had become slow
     */
    private record Slow(double second, int millis, String doing, String where) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%7.1f s %6d ms  %s  %s", second, millis, doing, where);
        }
    }

    private final Supplier<String> doing;
    private final Thread window;
    private final long began = System.nanoTime();
    private final double warmUpSeconds;

    /** How many events took so many milliseconds; the last for all that took longer. */
    private final int[] counts = new int[MOST_MILLIS + 1];

    private final List<Slow> slow = new ArrayList<>();
    private int longest;

    /** Odd while time is taken that is not the window's. */
    private volatile int asides;

    private volatile boolean over;

    /**
     * Begins at once.
     *
     * @param window its thread
     * @param doing what is being done
     * @param warmUpSeconds events so early do not count
     */
    public WindowLatency(Thread window, Supplier<String> doing, double warmUpSeconds) {
        this.window = window;
        this.doing = doing;
        this.warmUpSeconds = warmUpSeconds;
        Thread probe = new Thread(this::probe, "window latency");
        probe.setDaemon(true);
        probe.start();
    }

    private void probe() {
        try {
            while (!over) {
                ask();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        long[] ran = new long[1];
        int before = asides;
        String what = doing.get();
        long asked = System.nanoTime();
        Platform.runLater(
                () -> {
                    ran[0] = System.nanoTime();
                    done.countDown();
                });
        String where = "";
        if (!done.await(SLOW_MILLIS, TimeUnit.MILLISECONDS)) {
            where = where();
            done.await();
        }
        if (before == asides && before % 2 == 0) {
            note((asked - began) / 1e9, (int) ((ran[0] - asked) / 1_000_000), what, where);
        }
    }

    private String where() {
        StackTraceElement[] stack = window.getStackTrace();
        Stream<StackTraceElement> own =
                Stream.of(stack).filter(at -> at.getClassName().startsWith("stackelberg."));
        String top = stack.length == 0 ? "" : stack[0].toString();
        return top + own.limit(MOST_FRAMES).map(at -> " < " + at).collect(Collectors.joining());
    }

    private synchronized void note(double second, int millis, String what, String where) {
        longest = Math.max(longest, millis);
        if (second < warmUpSeconds) {
            return;
        }
        counts[Math.min(millis, MOST_MILLIS)]++;
        if (millis > SLOW_MILLIS) {
            slow.add(new Slow(second, millis, what, where));
        }
    }

    /** Does what stops the window but is no part of it; events meanwhile do not count. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread measures
    void aside(Runnable pause) {
        asides++;
        pause.run();
        asides++;
    }

    /** Milliseconds of the longest event since this was last asked. */
    synchronized double longestSinceLast() {
        int since = longest;
        longest = 0;
        return since;
    }

    /** What came of it, in lines. */
    public synchronized String report() {
        long all = 0;
        int most = 0;
        for (int millis = 0; millis < counts.length; millis++) {
            all += counts[millis];
            most = counts[millis] > 0 ? millis : most;
        }
        StringBuilder lines = new StringBuilder();
        lines.append(
                String.format(
                        Locale.ROOT,
                        "window's thread: %d events, p50 %d ms, p99 %d ms, p99.9 %d ms, max %d ms;"
                                + " %d over %d ms%n",
                        all,
                        quantile(0.5 * all),
                        quantile(0.99 * all),
                        quantile(0.999 * all),
                        most,
                        slow.size(),
                        SLOW_MILLIS));
        slow.forEach(one -> lines.append("  ").append(one).append('\n'));
        return lines.toString();
    }

    private int quantile(double rank) {
        long seen = 0;
        for (int millis = 0; millis < counts.length; millis++) {
            seen += counts[millis];
            if (seen >= rank) {
                return millis;
            }
        }
        return counts.length - 1;
    }

    @Override
    public void close() {
        over = true;
    }
}
