package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Table;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.ParameterPath;

/** Tables as text: a cell is "15, 10"; a clipboard holds rows with tabs or semicolons between. */
final class TableText {
    /** A quoted cell, or one without quotation marks and separators. */
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|([^\",;\\s]+)");

    /** A whole number, or one with a decimal comma. */
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+−]?\\d+(,\\d+)?");

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
        String[] parts = parts(text, width);
        if (parts.length != width) {
            throw new IllegalArgumentException(
                    tr(
                            "\"{0}\" holds {1} instead of {2}{3}",
                            text.strip(),
                            parts.length,
                            width,
                            (width == 1 ? tr(" number") : tr(" numbers"))));
        }
        return Arrays.stream(parts).mapToDouble(Numbers::parse).toArray();
    }

    /** The numbers of a cell that should hold {@code width}: then commas may be decimal commas. */
    private static String[] parts(String cell, int width) {
        String[] words = plain(cell).split("[\\s;/]+", -1);
        boolean decimal = words.length == width;
        for (String word : words) {
            decimal &= DECIMAL_COMMA.matcher(word).matches();
        }
        return decimal
                ? Arrays.stream(words).map(w -> w.replace(',', '.')).toArray(String[]::new)
                : parts(cell);
    }

    private static String plain(String cell) {
        return cell.strip().replaceAll("^[(\\[]|[)\\]]$", "");
    }

    private static String[] parts(String cell) {
        String plain = plain(cell);
        return plain.split(plain.contains(",") ? "," : "[\\s;/]+", -1);
    }

    /** How many numbers stand in each cell: what all cells agree on, else {@code usual}. */
    static int width(String[][] cells, int usual) {
        if (Arrays.stream(cells)
                .flatMap(Arrays::stream)
                .allMatch(cell -> parts(cell, usual).length == usual)) {
            return usual;
        }
        int width = parts(cells[0][0]).length;
        for (String[] row : cells) {
            for (String cell : row) {
                if (parts(cell).length != width) {
                    return usual;
                }
            }
        }
        return width;
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
                                    width == 1
                                            ? tr("Write one number in each cell")
                                            : tr(
                                                    "Write {0} numbers with commas between them in"
                                                            + " each cell",
                                                    width)));
                }
            }
        }
        return values;
    }

    /**
     * The cells of pasted text: rows by line; columns by tab, or by semicolon, or, when a cell
     * holds one number, by comma. With commas only, every {@code width} numbers make a cell. Cells
     * in quotation marks, as spreadsheet programs write them, are taken as they are.
     */
    static String[][] split(String text, int width) {
        List<String[]> rows = new ArrayList<>();
        for (String line : text.strip().split("\\R", -1)) {
            if (line.contains("\"")) {
                rows.add(quoted(line));
                continue;
            }
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

    /** The cells of a line of CSV of which some are in quotation marks. */
    private static String[] quoted(String line) {
        List<String> cells = new ArrayList<>();
        Matcher cell = QUOTED.matcher(line);
        while (cell.find()) {
            cells.add(cell.group(1) == null ? cell.group(2) : cell.group(1));
        }
        return cells.isEmpty() ? new String[] {line} : cells.toArray(new String[0]);
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
