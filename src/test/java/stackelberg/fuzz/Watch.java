package stackelberg.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Notices while it happens that an input takes too long: the threads that are alive used the
 * processor for longer than it may take, or all of them wait for so long. What a busy machine
 * withholds from them does not count, until it is ten times as long on the clock.
 */
final class Watch implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long LOOK_MILLIS = 20;

    private final long mostNanos;
    private final Consumer<String> overdue;
    private final Runnable endless;

    /** Those that have nothing to do with inputs. */
    private final Set<Long> others = new TreeSet<>();

    private final Thread thread = new Thread(this::look, "watch");
    private @Nullable Watched watched;

    /**
     * @param mostNanos how long an input may take
     * @param overdue is told of one that takes longer, once, with the stack of its thread
     * @param endless is called where it then does not end, after a hundred times as long
     */
    Watch(long mostNanos, Consumer<String> overdue, Runnable endless) {
        this.mostNanos = mostNanos;
        this.overdue = overdue;
        this.endless = endless;
        for (long id : THREADS.getAllThreadIds()) {
            others.add(id);
        }
        others.add(thread.getId());
        thread.setDaemon(true);
        thread.start();
    }

    /** The input that the calling thread tries now. */
    private static final class Watched {
        final Thread thread = Thread.currentThread();
        final long begun = System.nanoTime();
        long usedBefore = -1;
        long looked;
        long idle;
        boolean told;
    }

    synchronized void begin() {
        watched = new Watched();
    }

    synchronized void end() {
        watched = null;
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(LOOK_MILLIS);
                look(System.nanoTime());
            }
        } catch (InterruptedException e) {
            // It is closed.
        }
    }

    private synchronized void look(long now) {
        Watched input = watched;
        if (input == null) {
            return;
        } else if (now - input.begun > 100 * mostNanos) {
            endless.run();
        } else if (!input.told) {
            look(input, now);
        }
    }

    private void look(Watched input, long now) {
        Set<Long> threads = threads(input);
        long used = threads.stream().mapToLong(THREADS::getThreadCpuTime).filter(n -> n > 0).sum();
        if (input.usedBefore < 0) {
            input.usedBefore = used;
        } else if (allWait(threads)) {
            input.idle += now - input.looked;
        }
        input.looked = now;
        long took = used - input.usedBefore;
        if (took > mostNanos) {
            tell(input, "uses the processor for " + millis(took));
        } else if (input.idle > mostNanos) {
            tell(input, "only waits for " + millis(input.idle));
        } else if (now - input.begun > 10 * mostNanos) {
            tell(input, "takes " + millis(now - input.begun));
        }
    }

    private Set<Long> threads(Watched input) {
        Set<Long> threads = new TreeSet<>();
        for (long id : THREADS.getAllThreadIds()) {
            if (!others.contains(id)) {
                threads.add(id);
            }
        }
        threads.add(input.thread.getId());
        return threads;
    }

    private static boolean allWait(Set<Long> threads) {
        for (ThreadInfo info :
                THREADS.getThreadInfo(threads.stream().mapToLong(Long::longValue).toArray())) {
            if (info != null && info.getThreadState() == Thread.State.RUNNABLE) {
                return false;
            }
        }
        return true;
    }

    private void tell(Watched input, String what) {
        input.told = true;
        StringBuilder words = new StringBuilder(what);
        for (StackTraceElement element : input.thread.getStackTrace()) {
            words.append(System.lineSeparator()).append("    at ").append(element);
        }
        overdue.accept(words.toString());
    }

    private static String millis(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
