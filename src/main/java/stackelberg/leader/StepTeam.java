package stackelberg.leader;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Some threads that share out gradient steps, each of which takes about as long as waking a thread
 * would: so helpers come once for many steps and wait awake in between. A step is a sequence of
 * phases, a phase a number of tasks that do not depend on each other. Whoever is free takes the
 * next task; the caller takes what nobody else does, and so never waits for a helper to come. Tasks
 * write where no other of their phase reads or writes: the bits are the same on any number of
 * threads.
 */
final class StepTeam {
    /** Looks for work before letting other threads of this machine have the processor. */
    private static final int SPINS = 50;

    /** Looks after which a helper sleeps in between: the caller is held up, or paused. */
    private static final int AWAKE = 5_000;

    private static final long NAP_NANOS = 50_000;

    /** Naps after which a helper goes home. */
    private static final int PATIENCE = 500;

    /** Of each member but the caller: whether it is here. */
    private final AtomicBoolean[] present;

    private volatile boolean over = true;
    private volatile @Nullable Phase current;
    private volatile @Nullable Throwable failure;

    StepTeam(int members) {
        this.present = new AtomicBoolean[members];
        for (int k = 0; k < members; k++) {
            present[k] = new AtomicBoolean();
        }
    }

    /** The caller and a helper, if this machine has two processors. */
    static StepTeam ofTwo() {
        return new StepTeam(Math.min(2, Cores.count()));
    }

    /** A sort of phase, to be {@link #run} again and again. */
    Phase phase(IntConsumer task) {
        return new Phase(task);
    }

    /** Steps follow: calls the helpers. */
    void begin() {
        Cores.enter();
        over = false;
        for (int member = 1; member < present.length; member++) {
            int own = member;
            ForkJoinPool.commonPool().execute(() -> help(own));
        }
    }

    /** No more steps for now: the helpers leave. */
    void end() {
        over = true;
        Cores.leave();
    }

    /**
     * Does all tasks of a phase, at least one, and returns when they are done. The first is always
     * the caller's, so that what it works on stays in the cache of one processor.
     */
    void run(Phase phase, int tasks) {
        phase.publish(tasks);
        current = phase;
        phase.perform(0);
        phase.takePart();
        int waited = 0;
        while (phase.left.get() > 0) {
            await(++waited);
        }
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }

    /** Whoever only waited would keep a window, or another program, off the processor. */
    private static void await(int looks) {
        if (looks > SPINS) {
            Thread.yield();
        } else {
            Thread.onSpinWait();
        }
    }

    private void help(int member) {
        if (over || Cores.crowded() || !present[member].compareAndSet(false, true)) {
            return;
        }
        Cores.enter();
        try {
            int idle = 0;
            while (!over && idle < AWAKE + PATIENCE && !Cores.crowded()) {
                Phase phase = current;
                if (phase != null && phase.takePart()) {
                    idle = 0;
                } else if (++idle > AWAKE) {
                    LockSupport.parkNanos(NAP_NANOS);
                } else {
                    await(idle);
                }
            }
        } finally {
            Cores.leave();
            present[member].set(false);
        }
    }

    /** Tasks that do not depend on each other. */
    final class Phase {
        private static final int COUNT = 32;

        private final IntConsumer task;

        /** How many tasks there are, in the upper half, and the next to take, in the lower. */
        private final AtomicLong ticket = new AtomicLong();

        /** Tasks not yet done. */
        private final AtomicInteger left = new AtomicInteger();

        private Phase(IntConsumer task) {
            this.task = task;
        }

        private void publish(int tasks) {
            left.set(tasks);
            ticket.set(((long) tasks << COUNT) + 1);
        }

        private boolean open() {
            long now = ticket.get();
            return (int) now < (int) (now >>> COUNT);
        }

        /** Does tasks until none is left to take; whether there was one. */
        private boolean takePart() {
            boolean did = false;
            while (open()) {
                long taken = ticket.getAndIncrement();
                if ((int) taken >= (int) (taken >>> COUNT)) {
                    break;
                }
                did = true;
                perform((int) taken);
            }
            return did;
        }

        private void perform(int number) {
            try {
                task.accept(number);
            } catch (RuntimeException | Error e) {
                failure = e;
            } finally {
                left.decrementAndGet();
            }
        }
    }
}
