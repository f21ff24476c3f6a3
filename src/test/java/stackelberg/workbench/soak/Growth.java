package stackelberg.workbench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What was measured, as a table on disk that grows with it, and what grew: the last quarter against
 * the first after the warm-up. What is held on to for good raises the least of a quarter; what is
 * only in use at the moment does not.
 */
public final class Growth {
    /** What may not grow by more than this share and this amount. */
    private enum Quantity {
        HEAP("heap MB", 8, Measurement::heap),
        DIRECT("direct MB", 4, Measurement::direct),
        OUTSIDE("outside MB", 50, Measurement::outside),
        THREADS("threads", 3, Measurement::threads),
        HANDLES("handles", 5, Measurement::handles);

        private static final double SHARE = 0.15;

        private final String words;
        private final double amount;
        private final ToDoubleFunction<Measurement> of;

        Quantity(String words, double amount, ToDoubleFunction<Measurement> of) {
            this.words = words;
            this.amount = amount;
            this.of = of;
        }

        private double[] sorted(List<Measurement> some) {
            return some.stream().mapToDouble(of).sorted().toArray();
        }

        private boolean grew(double before, double after) {
            return after > before * (1 + SHARE) + amount;
        }
    }

    private final Path table;
    private final double warmUpSeconds;
    private final List<Measurement> all = new ArrayList<>();

    /** Begins the table anew. */
    public Growth(Path table, double warmUpSeconds) throws IOException {
        this.table = table;
        this.warmUpSeconds = warmUpSeconds;
        Files.createDirectories(table.toAbsolutePath().getParent());
        Files.writeString(table, Measurement.HEADER + '\n');
    }

    /** Takes a measurement in. */
    public synchronized void add(Measurement one) throws IOException {
        all.add(one);
        Files.writeString(table, one.row() + '\n', StandardOpenOption.APPEND);
    }

    private List<Measurement> quarter(boolean last) {
        List<Measurement> warm = all.stream().filter(m -> m.second() >= warmUpSeconds).toList();
        int length = Math.max(1, warm.size() / 4);
        return warm.isEmpty()
                ? List.of()
                : last ? warm.subList(warm.size() - length, warm.size()) : warm.subList(0, length);
    }

    /** What is held on to, in words; empty if nothing is. */
    public synchronized List<String> grown() {
        List<String> grown = new ArrayList<>();
        for (Quantity one : Quantity.values()) {
            double[] first = one.sorted(quarter(false));
            double[] last = one.sorted(quarter(true));
            if (first.length > 0 && one.grew(first[0], last[0])) {
                grown.add(one.words);
            }
        }
        return grown;
    }

    /** Least and median of the first and of the last quarter, in lines. */
    public synchronized String report() {
        StringBuilder lines = new StringBuilder();
        List<String> grown = grown();
        lines.append(
                String.format(
                        Locale.ROOT,
                        "%d measurements, %.0f s of warm-up; first quarter -> last, least"
                                + " (median)%n",
                        all.size(),
                        warmUpSeconds));
        for (Quantity one : Quantity.values()) {
            double[] first = one.sorted(quarter(false));
            double[] last = one.sorted(quarter(true));
            if (first.length > 0) {
                lines.append(
                        String.format(
                                Locale.ROOT,
                                "  %-12s %8.1f (%.1f) -> %8.1f (%.1f)  %s%n",
                                one.words,
                                first[0],
                                first[first.length / 2],
                                last[0],
                                last[last.length / 2],
                                grown.contains(one.words) ? "GROWS" : "flat"));
            }
        }
        return lines.toString();
    }
}
