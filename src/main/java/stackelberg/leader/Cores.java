package stackelberg.leader;

import java.util.concurrent.atomic.AtomicInteger;

/** The processors of this machine, and how many threads of the whole program are busy. */
public final class Cores {
    private static final AtomicInteger BUSY = new AtomicInteger();

    private Cores() {}

    /** How many there are. */
    static int count() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * A thread that does not train will be busy from now on, as a window's is: on a machine that
     * has only one more processor, a training then goes without helpers, which would get in the
     * way.
     */
    public static void occupy() {
        BUSY.incrementAndGet();
    }

    /** The calling thread trains, until {@link #leave}. */
    static void enter() {
        BUSY.incrementAndGet();
    }

    static void leave() {
        BUSY.decrementAndGet();
    }

    /** Whether more threads train than there are processors: helpers had better go. */
    static boolean crowded() {
        return BUSY.get() > count();
    }
}
