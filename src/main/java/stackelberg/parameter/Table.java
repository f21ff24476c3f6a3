package stackelberg.parameter;

import java.util.Arrays;

/**
 * An immutable table of numbers: rows × columns, and in every cell the same count of numbers (its
 * width): a bimatrix has width 2, a prior width 1. In JSON, nested arrays.
 */
public final class Table {
    private final int rows;
    private final int columns;
    private final int width;
    private final double[] values;

    private Table(int rows, int columns, int width, double[] values) {
        this.rows = rows;
        this.columns = columns;
        this.width = width;
        this.values = values;
    }

    /**
     * A table with a copy of the given cells.
     *
     * @param cells {@code [rows][columns][width]}
     * @throws IllegalArgumentException if it is empty or ragged
     */
    public static Table of(double[][][] cells) {
        if (cells.length == 0 || cells[0].length == 0 || cells[0][0].length == 0) {
            throw new IllegalArgumentException("the table is empty");
        }
        int rows = cells.length;
        int columns = cells[0].length;
        int width = cells[0][0].length;
        double[] values = new double[rows * columns * width];
        int at = 0;
        for (double[][] row : cells) {
            if (row.length != columns) {
                throw new IllegalArgumentException("the rows differ in length");
            }
            for (double[] cell : row) {
                if (cell.length != width) {
                    throw new IllegalArgumentException("the cells differ in length");
                }
                for (double value : cell) {
                    values[at++] = value;
                }
            }
        }
        return new Table(rows, columns, width, values);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** How many numbers stand in each cell. */
    public int width() {
        return width;
    }

    /** The {@code entry}-th number of the cell in {@code row} and {@code column}, all from 0. */
    public double at(int row, int column, int entry) {
        return values[(row * columns + column) * width + entry];
    }

    /** The number of largest magnitude. */
    public double largestMagnitude() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** A copy as nested arrays, {@code [rows][columns][width]}. */
    public double[][][] cells() {
        double[][][] cells = new double[rows][columns][width];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                for (int entry = 0; entry < width; entry++) {
                    cells[row][column][entry] = at(row, column, entry);
                }
            }
        }
        return cells;
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Table that
                && rows == that.rows
                && columns == that.columns
                && width == that.width
                && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values) * 31 + columns;
    }

    @Override
    public String toString() {
        return Arrays.deepToString(cells());
    }
}
