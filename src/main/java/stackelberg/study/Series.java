package stackelberg.study;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One column of {@code metrics.csv} against transitions. A run may be writing to the file: a last
 * line that is not whole is left out.
 *
 * @param transitions ascending
 * @param values NaN where the quantity was not defined
 */
public record Series(double[] transitions, double[] values) {
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    static Optional<Series> read(Path file, String column) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String head = lines.readLine();
            if (head == null) {
                return Optional.empty();
            }
            List<String> names = List.of(CSV.readValue(head, String[][].class)[0]);
            int transitions = names.indexOf("transitions");
            int value = names.indexOf(column);
            return transitions < 0 || value < 0
                    ? Optional.empty()
                    : Optional.of(read(lines, names.size(), transitions, value));
        }
    }

    /** Numbers only, so that cutting at commas is enough: a study has very many of them. */
    private static Series read(BufferedReader lines, int fields, int transitions, int value)
            throws IOException {
        double[] xs = new double[64];
        double[] ys = new double[64];
        int count = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (start(line, fields - 1) < 0) {
                break;
            }
            if (count == ys.length) {
                xs = Arrays.copyOf(xs, 2 * count);
                ys = Arrays.copyOf(ys, 2 * count);
            }
            xs[count] = number(line, start(line, transitions));
            ys[count++] = number(line, start(line, value));
        }
        return new Series(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count));
    }

    /** Where the field begins that has so many before it; −1 if there is none. */
    private static int start(String line, int field) {
        int from = 0;
        for (int k = 0; k < field; k++) {
            from = line.indexOf(',', from) + 1;
            if (from == 0) {
                return -1;
            }
        }
        return from;
    }

    private static double number(String line, int from) {
        int end = line.indexOf(',', from);
        try {
            return Double.parseDouble(end < 0 ? line.substring(from) : line.substring(from, end));
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The value at the last point at or before some transitions; NaN before the first. */
    double at(double when) {
        int found = Arrays.binarySearch(transitions, when);
        int at = found >= 0 ? found : -found - 2;
        return at < 0 ? Double.NaN : values[at];
    }
}
