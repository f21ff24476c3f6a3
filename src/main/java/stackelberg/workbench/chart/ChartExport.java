package stackelberg.workbench.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Charts as files: the picture as PNG, the numbers as CSV. */
final class ChartExport {
    private ChartExport() {}

    /**
     * Writes every line: one row a point, with the least and the largest of the seeds where there
     * are several.
     */
    static void csv(List<ChartLine> lines, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("line,transitions,value,raw,low,high\n");
            for (ChartLine line : lines) {
                String name = '"' + line.name().replace("\"", "\"\"") + '"';
                for (int i = 0; i < line.x().length; i++) {
                    out.write(name + ',' + line.x()[i] + ',' + line.y()[i]);
                    out.write(',' + cell(line.raw(), i));
                    out.write(',' + cell(line.low(), i) + ',' + cell(line.high(), i) + '\n');
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String cell(double @org.jspecify.annotations.Nullable [] values, int at) {
        return values == null ? "" : Double.toString(values[at]);
    }
}
