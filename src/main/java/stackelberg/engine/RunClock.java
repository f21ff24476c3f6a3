package stackelberg.engine;

/**
 * How long a run has trained, what it trained before it was resumed included. It stands still when
 * the training is over, while the exact answer is sought.
 */
final class RunClock {
    private long startNanos;
    private double startCpu;

    /** 0 until the training is over. */
    private long endNanos;

    private double endCpu;
    private double earlierWall;
    private double earlierCpu;

    void start() {
        startNanos = System.nanoTime();
        startCpu = CpuClock.seconds();
    }

    /** The training is over. */
    void end() {
        endNanos = System.nanoTime();
        endCpu = CpuClock.seconds();
    }

    /** Goes on from the seconds that a checkpoint states. */
    void goOn(double wallSeconds, double cpuSeconds) {
        earlierWall = wallSeconds;
        earlierCpu = cpuSeconds;
    }

    /**
     * The seconds that have passed.
     *
     * @param pausedNanos for how many nanoseconds of them the run was paused; these do not count
     */
    double wallSeconds(long pausedNanos) {
        long now = endNanos == 0 ? System.nanoTime() : endNanos;
        return earlierWall + (startNanos == 0 ? 0 : (now - startNanos - pausedNanos) / 1e9);
    }

    /** The seconds of processor time. */
    double cpuSeconds() {
        double now = endNanos == 0 ? CpuClock.seconds() : endCpu;
        return earlierCpu + (startNanos == 0 ? 0 : now - startCpu);
    }
}
