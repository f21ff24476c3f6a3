package stackelberg.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * What one operation of some work takes once it runs smoothly.
 *
 * @param seconds processor time of the thread that does it
 * @param bytes what that thread allocates on the heap
 */
public record Reading(double seconds, double bytes) {
    private static final int ROUNDS = 5;

    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    /**
     * Does {@code work} over and over: first for as long as it is measured, so that the compiler
     * has come to an end, then in five rounds, of which the median time and the least allocation
     * count. Processor time, so that what else the machine does matters little.
     *
     * @param seconds how long to measure; a round takes longer if the work cannot be divided
     */
    public static Reading of(Work work, double seconds) {
        round(work, seconds);
        work.warm();
        Reading[] rounds = new Reading[ROUNDS];
        for (int k = 0; k < ROUNDS; k++) {
            rounds[k] = round(work, seconds / ROUNDS);
        }
        double[] times = Arrays.stream(rounds).mapToDouble(Reading::seconds).sorted().toArray();
        double bytes = Arrays.stream(rounds).mapToDouble(Reading::bytes).min().orElse(Double.NaN);
        return new Reading(times[ROUNDS / 2], bytes);
    }

    private static Reading round(Work work, double seconds) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long begin = THREADS.getCurrentThreadCpuTime();
        long operations = 0;
        double spent = 0;
        while (spent < seconds) {
            operations += work.run();
            spent = (THREADS.getCurrentThreadCpuTime() - begin) / 1e9;
        }
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - bytes;
        return new Reading(spent / operations, (double) allocated / operations);
    }
}
