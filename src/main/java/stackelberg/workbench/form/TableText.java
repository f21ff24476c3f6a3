package stackelberg.workbench.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Table;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.ParameterPath;

/** Tables as text: a cell is "15, 10"; a clipboard holds rows with tabs or semicolons between. */
final class TableText {
    private static final String REMEDY = "Write the leader's payoff, a comma, the follower's";

    private TableText() {}

    /** The numbers of a cell, with commas between. */
    static String cell(Table table, int row, int column) {
        StringBuilder text = new StringBuilder();
        for (int entry = 0; entry < table.width(); entry++) {
            text.append(entry == 0 ? "" : ", ")
                    .append(Numbers.edited(table.at(row, column, entry)));
        }
        return text.toString();
    }

    /**
     * Reads a cell; parentheses around it are allowed.
     *
     * @throws IllegalArgumentException with what is wrong, as a sentence without its final stop
     */
    static double[] readCell(String text, int width) {
        String plain = text.strip().replaceAll("^[(\\[]|[)\\]]$", "");
        String[] parts = plain.split(plain.contains(",") ? "," : "[\\s;/]+", -1);
        if (parts.length != width) {
            throw new IllegalArgumentException(
                    "\""
                            + text.strip()
                            + "\" holds "
                            + parts.length
                            + " instead of "
                            + width
                            + (width == 1 ? " number" : " numbers"));
        }
        return Arrays.stream(parts).mapToDouble(Numbers::parse).toArray();
    }

    /**
     * Reads a whole table of cells; what cannot be read is added to {@code faults}.
     *
     * @return {@code [rows][columns][width]}, zeros where a cell has a fault
     */
    static double[][][] read(String[][] cells, int width, ParameterPath path, List<Fault> faults) {
        double[][][] values = new double[cells.length][][];
        for (int row = 0; row < cells.length; row++) {
            values[row] = new double[cells[row].length][];
            for (int column = 0; column < cells[row].length; column++) {
                try {
                    values[row][column] = readCell(cells[row][column], width);
                } catch (IllegalArgumentException e) {
                    values[row][column] = new double[width];
                    faults.add(
                            new Fault(
                                    path.at(row).at(column).text(),
                                    String.valueOf(e.getMessage()),
                                    width == 2
                                            ? REMEDY
                                            : "Write " + width + " numbers with commas"));
                }
            }
        }
        return values;
    }

    /**
     * The cells of pasted text: rows by line; columns by tab, or by semicolon, or, when a cell
     * holds one number, by comma. With commas only, every {@code width} numbers make a cell.
     */
    static String[][] split(String text, int width) {
        List<String[]> rows = new ArrayList<>();
        for (String line : text.strip().split("\\R")) {
            String separator = line.contains("\t") ? "\t" : line.contains(";") ? ";" : "";
            if (!separator.isEmpty()) {
                rows.add(line.split(separator, -1));
            } else if (line.contains("(")) {
                rows.add(line.replaceAll("\\)\\s*,?\\s*\\(", ")\t(").split("\t", -1));
            } else {
                rows.add(grouped(line.strip().split("\\s*,\\s*|\\s+"), width));
            }
        }
        return rows.toArray(new String[0][]);
    }

    private static String[] grouped(String[] numbers, int width) {
        String[] cells = new String[(numbers.length + width - 1) / width];
        for (int i = 0; i < cells.length; i++) {
            int end = Math.min(numbers.length, (i + 1) * width);
            cells[i] = String.join(", ", Arrays.copyOfRange(numbers, i * width, end));
        }
        return cells;
    }
}
