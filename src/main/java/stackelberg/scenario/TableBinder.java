package stackelberg.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;
import stackelberg.scenario.JsonValue.Entries;

/**
 * Turns nested lists into a {@link Table}. A cell of one number may be written without brackets;
 * the first row and the first cell say what shape the others must have.
 */
final class TableBinder {
    private final FaultLog log;
    private final NumberBinder numbers;

    TableBinder(FaultLog log, NumberBinder numbers) {
        this.log = log;
        this.numbers = numbers;
    }

    /** The table; null, with faults, if it is none. */
    @Nullable Table table(Declared parameter, JsonValue value, Faults at) {
        List<JsonValue> rows = entries(value);
        if (rows == null || rows.isEmpty()) {
            log.add(
                    at,
                    value.place(),
                    "it is " + value.words(),
                    "Enter " + Expectation.of(parameter));
            return null;
        }
        List<JsonValue> first = entries(rows.get(0));
        int columns = first == null ? 0 : first.size();
        int width = columns == 0 || first == null ? 0 : cell(first.get(0)).size();
        double[][][] cells = new double[rows.size()][][];
        boolean good = true;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = new double[columns][];
            good &= row(rows.get(i), i, cells[i], width, at.at(i));
        }
        return good ? Table.of(cells) : null;
    }

    private boolean row(JsonValue value, int index, double[][] row, int width, Faults at) {
        List<JsonValue> cells = entries(value);
        if (cells == null || cells.isEmpty()) {
            log.add(
                    at,
                    value.place(),
                    "row " + (index + 1) + " is " + value.words(),
                    "Enter a list of cells");
            return false;
        }
        if (cells.size() != row.length && row.length > 0) {
            log.add(
                    at,
                    value.place(),
                    "row "
                            + (index + 1)
                            + " has "
                            + counted(cells.size(), "cell")
                            + ", but row 1 has "
                            + row.length,
                    "Give every row the same number of cells");
            return false;
        }
        boolean good = row.length > 0;
        for (int j = 0; j < cells.size(); j++) {
            double[] numbersOfCell = cell(cells.get(j), width, at.at(j));
            if (numbersOfCell == null) {
                good = false;
            } else if (good) {
                row[j] = numbersOfCell;
            }
        }
        return good;
    }

    private double @Nullable [] cell(JsonValue value, int width, Faults at) {
        List<JsonValue> entries = cell(value);
        if (entries.isEmpty() || (width > 0 && entries.size() != width)) {
            log.add(
                    at,
                    value.place(),
                    "this cell holds "
                            + counted(entries.size(), "number")
                            + (width > 0 ? ", but the first cell " + width : ""),
                    "Give every cell the same count of numbers");
            return null;
        }
        double[] cell = new double[entries.size()];
        boolean good = true;
        for (int k = 0; k < cell.length; k++) {
            Faults entryAt = value instanceof Entries ? at.at(k) : at;
            Double number = numbers.real(entries.get(k), "Enter a number", entryAt);
            if (number == null) {
                good = false;
            } else {
                cell[k] = number;
            }
        }
        return good ? cell : null;
    }

    /** The entries of a list; null if it is none. */
    private static @Nullable List<JsonValue> entries(JsonValue value) {
        return value instanceof Entries list ? list.entries() : null;
    }

    /** The entries of a cell, which is a list or a single number. */
    private static List<JsonValue> cell(JsonValue value) {
        return value instanceof Entries list ? list.entries() : List.of(value);
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
