package stackelberg.engine;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/**
 * Processor time of the whole program: training, compiler and garbage collector alike, so that no
 * work is hidden. Runs side by side each count the work of all.
 */
final class CpuClock {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getOperatingSystemMXBean();

    private CpuClock() {}

    /** Seconds since the program began; NaN where the platform does not tell. */
    static double seconds() {
        return SYSTEM instanceof com.sun.management.OperatingSystemMXBean sun
                ? sun.getProcessCpuTime() / 1e9
                : Double.NaN;
    }
}
