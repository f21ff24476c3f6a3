package stackelberg.workbench.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the program holds on to at one time, after a collection of garbage.
 *
 * @param second since the beginning
 * @param heap megabytes in use
 * @param direct megabytes of direct buffers
 * @param outside megabytes of the process in memory that are no heap, direct buffers and other
 *     native ones; NaN if not known. Holds where the heap is taken whole at the beginning
 * @param threads alive
 * @param handles files and sockets open; NaN if not known
 * @param longest milliseconds of the window's longest event since the measurement before
 * @param runs in the table
 * @param doing what was being done
 */
public record Measurement(
        double second,
        double heap,
        double direct,
        double outside,
        double threads,
        double handles,
        double longest,
        int runs,
        String doing) {
    /** The names of the columns of {@link #row}. */
    public static final String HEADER =
            "second,heapMB,directMB,outsideMB,threads,handles,longestEventMs,runs,doing";

    private static final double MEGABYTE = 1024 * 1024;
    private static final Path STATUS = Path.of("/proc/self/status");

    /** Collects garbage, beside the account of the window's events, and measures. */
    public static Measurement take(double second, WindowLatency latency, int runs, String doing) {
        latency.aside(Measurement::collect);
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        double direct =
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .filter(pool -> pool.getName().equals("direct"))
                        .mapToDouble(BufferPoolMXBean::getMemoryUsed)
                        .sum();
        return new Measurement(
                second,
                memory.getUsed() / MEGABYTE,
                direct / MEGABYTE,
                residentMegabytes() - memory.getCommitted() / MEGABYTE,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                openHandles(),
                latency.longestSinceLast(),
                runs,
                doing);
    }

    /**
     * Twice: what has a finalizer, as the canvases of charts have, is gone only after the second.
     */
    @SuppressWarnings("removal") // until it is gone, JFreeChart's canvases need it
    private static void collect() {
        System.gc();
        System.runFinalization();
        System.gc();
    }

    private static double openHandles() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : Double.NaN;
    }

    /** As Linux tells it. */
    private static double residentMegabytes() {
        try {
            List<String> lines = Files.exists(STATUS) ? Files.readAllLines(STATUS) : List.of();
            return lines.stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    /** As a line of the table. */
    public String row() {
        return String.format(
                Locale.ROOT,
                "%.1f,%.2f,%.2f,%.1f,%.0f,%.0f,%.0f,%d,%s",
                second,
                heap,
                direct,
                outside,
                threads,
                handles,
                longest,
                runs,
                doing.replace(',', ';'));
    }
}
