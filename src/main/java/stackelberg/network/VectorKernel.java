package stackelberg.network;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of {@link PlainKernel} on the Vector API, in tiles of four rows by two vectors
 * that stay in registers while their sums run: every number that is read serves two to four
 * multiply-adds. Columns that do not fill a vector are worked on in a padded copy. Lanes are
 * columns, and each sum adds its terms one after the other with one rounding each, so that the bits
 * are those of {@link PlainKernel}, whatever a vector's length.
 */
final class VectorKernel implements DenseKernel {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    /** From this many rows on the weights' transpose pays; below, sums run along their rows. */
    private static final int WORTH_TRANSPOSING = 4;

    /** {@code [output][input]}. */
    private float[][] transposed = new float[0][];

    private float[] zeros = new float[0];
    private final Padding weights = new Padding();
    private final Padding outputs = new Padding();

    @Override
    public void forward(Dense layer, float[][] in, int rows, float[][] out) {
        addProducts(in, rows, layer.inputs, layer.weights, layer.biases, out, layer.outputs);
    }

    @Override
    public void backward(
            Dense layer,
            float[][] in,
            float[][] outGradients,
            int rows,
            float @Nullable [][] inGradients) {
        setBiasGradients(layer, outGradients, rows);
        setWeightGradients(layer, in, outGradients, rows);
        if (inGradients == null) {
            return;
        }
        if (rows < WORTH_TRANSPOSING) {
            for (int row = 0; row < rows; row++) {
                spread(layer, outGradients[row], inGradients[row]);
            }
            return;
        }
        transpose(layer);
        addProducts(
                outGradients, rows, layer.outputs, transposed, zeros, inGradients, layer.inputs);
    }

    /** {@code out[i] = Σ_j y[j]·weights[i][j]}. */
    private static void spread(Dense layer, float[] y, float[] out) {
        int i = 0;
        for (; i + 7 < layer.inputs; i += 8) {
            NarrowKernel.sumEight(layer.weights, i, y, layer.outputs, 0, out, i);
        }
        for (; i < layer.inputs; i++) {
            out[i] = NarrowKernel.sum(layer.weights[i], y, layer.outputs, 0);
        }
    }

    /** {@code out[r][j] = start[j] + Σ_i x[r][i]·m[i][j]} for the first {@code rows} rows. */
    private void addProducts(
            float[][] x,
            int rows,
            int terms,
            float[][] m,
            float[] start,
            float[][] out,
            int columns) {
        int whole = columns - columns % WIDTH;
        addWhole(x, rows, terms, m, start, out, whole);
        if (whole < columns) {
            float[][] padded = weights.of(m, terms, whole, columns);
            float[][] rest = outputs.of(rows);
            addWhole(x, rows, terms, padded, weights.of(start, whole, columns), rest, WIDTH);
            for (int row = 0; row < rows; row++) {
                System.arraycopy(rest[row], 0, out[row], whole, columns - whole);
            }
        }
    }

    /** The same for a number of columns that fills its vectors. */
    private static void addWhole(
            float[][] x,
            int rows,
            int terms,
            float[][] m,
            float[] start,
            float[][] out,
            int columns) {
        int row = 0;
        for (; row + 3 < rows; row += 4) {
            int j = 0;
            for (; j + 2 * WIDTH <= columns; j += 2 * WIDTH) {
                addFourRowsTwice(x, row, terms, m, start, out, j);
            }
            if (j < columns) {
                addFourRows(x, row, terms, m, start, out, j);
            }
        }
        for (; row < rows; row++) {
            addRow(x[row], terms, m, start, out[row], columns);
        }
    }

    /** Four rows and the two vectors of columns from {@code j}. */
    private static void addFourRowsTwice(
            float[][] x, int row, int terms, float[][] m, float[] start, float[][] out, int j) {
        float[] a = x[row];
        float[] b = x[row + 1];
        float[] c = x[row + 2];
        float[] d = x[row + 3];
        FloatVector a0 = FloatVector.fromArray(LANES, start, j);
        FloatVector a1 = FloatVector.fromArray(LANES, start, j + WIDTH);
        FloatVector b0 = a0;
        FloatVector b1 = a1;
        FloatVector c0 = a0;
        FloatVector c1 = a1;
        FloatVector d0 = a0;
        FloatVector d1 = a1;
        for (int i = 0; i < terms; i++) {
            float[] p = m[i];
            FloatVector p0 = FloatVector.fromArray(LANES, p, j);
            FloatVector p1 = FloatVector.fromArray(LANES, p, j + WIDTH);
            FloatVector ax = FloatVector.broadcast(LANES, a[i]);
            a0 = ax.fma(p0, a0);
            a1 = ax.fma(p1, a1);
            FloatVector bx = FloatVector.broadcast(LANES, b[i]);
            b0 = bx.fma(p0, b0);
            b1 = bx.fma(p1, b1);
            FloatVector cx = FloatVector.broadcast(LANES, c[i]);
            c0 = cx.fma(p0, c0);
            c1 = cx.fma(p1, c1);
            FloatVector dx = FloatVector.broadcast(LANES, d[i]);
            d0 = dx.fma(p0, d0);
            d1 = dx.fma(p1, d1);
        }
        a0.intoArray(out[row], j);
        a1.intoArray(out[row], j + WIDTH);
        b0.intoArray(out[row + 1], j);
        b1.intoArray(out[row + 1], j + WIDTH);
        c0.intoArray(out[row + 2], j);
        c1.intoArray(out[row + 2], j + WIDTH);
        d0.intoArray(out[row + 3], j);
        d1.intoArray(out[row + 3], j + WIDTH);
    }

    /** Four rows and the one vector of columns from {@code j}. */
    private static void addFourRows(
            float[][] x, int row, int terms, float[][] m, float[] start, float[][] out, int j) {
        float[] a = x[row];
        float[] b = x[row + 1];
        float[] c = x[row + 2];
        float[] d = x[row + 3];
        FloatVector a0 = FloatVector.fromArray(LANES, start, j);
        FloatVector b0 = a0;
        FloatVector c0 = a0;
        FloatVector d0 = a0;
        for (int i = 0; i < terms; i++) {
            FloatVector p = FloatVector.fromArray(LANES, m[i], j);
            a0 = FloatVector.broadcast(LANES, a[i]).fma(p, a0);
            b0 = FloatVector.broadcast(LANES, b[i]).fma(p, b0);
            c0 = FloatVector.broadcast(LANES, c[i]).fma(p, c0);
            d0 = FloatVector.broadcast(LANES, d[i]).fma(p, d0);
        }
        a0.intoArray(out[row], j);
        b0.intoArray(out[row + 1], j);
        c0.intoArray(out[row + 2], j);
        d0.intoArray(out[row + 3], j);
    }

    /** A single row, four vectors at once: each sum waits for its last addition. */
    private static void addRow(
            float[] x, int terms, float[][] m, float[] start, float[] out, int columns) {
        int j = 0;
        for (; j + 4 * WIDTH <= columns; j += 4 * WIDTH) {
            FloatVector a = FloatVector.fromArray(LANES, start, j);
            FloatVector b = FloatVector.fromArray(LANES, start, j + WIDTH);
            FloatVector c = FloatVector.fromArray(LANES, start, j + 2 * WIDTH);
            FloatVector d = FloatVector.fromArray(LANES, start, j + 3 * WIDTH);
            for (int i = 0; i < terms; i++) {
                float[] p = m[i];
                FloatVector xi = FloatVector.broadcast(LANES, x[i]);
                a = xi.fma(FloatVector.fromArray(LANES, p, j), a);
                b = xi.fma(FloatVector.fromArray(LANES, p, j + WIDTH), b);
                c = xi.fma(FloatVector.fromArray(LANES, p, j + 2 * WIDTH), c);
                d = xi.fma(FloatVector.fromArray(LANES, p, j + 3 * WIDTH), d);
            }
            a.intoArray(out, j);
            b.intoArray(out, j + WIDTH);
            c.intoArray(out, j + 2 * WIDTH);
            d.intoArray(out, j + 3 * WIDTH);
        }
        for (; j < columns; j += WIDTH) {
            FloatVector a = FloatVector.fromArray(LANES, start, j);
            for (int i = 0; i < terms; i++) {
                FloatVector xi = FloatVector.broadcast(LANES, x[i]);
                a = xi.fma(FloatVector.fromArray(LANES, m[i], j), a);
            }
            a.intoArray(out, j);
        }
    }

    private static void setBiasGradients(Dense layer, float[][] outGradients, int rows) {
        float[] sums = layer.biasGradients;
        int j = 0;
        for (; j + WIDTH <= sums.length; j += WIDTH) {
            FloatVector sum = FloatVector.zero(LANES);
            for (int row = 0; row < rows; row++) {
                sum = sum.add(FloatVector.fromArray(LANES, outGradients[row], j));
            }
            sum.intoArray(sums, j);
        }
        Arrays.fill(sums, j, sums.length, 0);
        for (int row = 0; row < rows; row++) {
            for (int k = j; k < sums.length; k++) {
                sums[k] += outGradients[row][k];
            }
        }
    }

    private void setWeightGradients(Dense layer, float[][] in, float[][] outGradients, int rows) {
        float[][] gradients = layer.weightGradients;
        int columns = layer.outputs;
        int whole = columns - columns % WIDTH;
        sumWhole(in, rows, layer.inputs, outGradients, gradients, whole);
        if (whole < columns) {
            float[][] padded = weights.of(outGradients, rows, whole, columns);
            float[][] rest = outputs.of(layer.inputs);
            sumWhole(in, rows, layer.inputs, padded, rest, WIDTH);
            for (int i = 0; i < layer.inputs; i++) {
                System.arraycopy(rest[i], 0, gradients[i], whole, columns - whole);
            }
        }
    }

    /** {@code out[i][j] = Σ_r x[r][i]·m[r][j]} for a number of columns that fills its vectors. */
    private static void sumWhole(
            float[][] x, int rows, int inputs, float[][] m, float[][] out, int columns) {
        int i = 0;
        for (; i + 3 < inputs; i += 4) {
            int j = 0;
            for (; j + 2 * WIDTH <= columns; j += 2 * WIDTH) {
                sumFourInputsTwice(x, i, rows, m, out, j);
            }
            if (j < columns) {
                sumFourInputs(x, i, rows, m, out, j);
            }
        }
        for (; i < inputs; i++) {
            sumInput(x, i, rows, m, out[i], columns);
        }
    }

    /** The four inputs from {@code i} and the two vectors of columns from {@code j}. */
    private static void sumFourInputsTwice(
            float[][] x, int i, int rows, float[][] m, float[][] out, int j) {
        FloatVector a0 = FloatVector.zero(LANES);
        FloatVector a1 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector c0 = a0;
        FloatVector c1 = a0;
        FloatVector d0 = a0;
        FloatVector d1 = a0;
        for (int row = 0; row < rows; row++) {
            float[] xr = x[row];
            float[] p = m[row];
            FloatVector p0 = FloatVector.fromArray(LANES, p, j);
            FloatVector p1 = FloatVector.fromArray(LANES, p, j + WIDTH);
            FloatVector ax = FloatVector.broadcast(LANES, xr[i]);
            a0 = ax.fma(p0, a0);
            a1 = ax.fma(p1, a1);
            FloatVector bx = FloatVector.broadcast(LANES, xr[i + 1]);
            b0 = bx.fma(p0, b0);
            b1 = bx.fma(p1, b1);
            FloatVector cx = FloatVector.broadcast(LANES, xr[i + 2]);
            c0 = cx.fma(p0, c0);
            c1 = cx.fma(p1, c1);
            FloatVector dx = FloatVector.broadcast(LANES, xr[i + 3]);
            d0 = dx.fma(p0, d0);
            d1 = dx.fma(p1, d1);
        }
        a0.intoArray(out[i], j);
        a1.intoArray(out[i], j + WIDTH);
        b0.intoArray(out[i + 1], j);
        b1.intoArray(out[i + 1], j + WIDTH);
        c0.intoArray(out[i + 2], j);
        c1.intoArray(out[i + 2], j + WIDTH);
        d0.intoArray(out[i + 3], j);
        d1.intoArray(out[i + 3], j + WIDTH);
    }

    private static void sumFourInputs(
            float[][] x, int i, int rows, float[][] m, float[][] out, int j) {
        FloatVector a = FloatVector.zero(LANES);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        for (int row = 0; row < rows; row++) {
            float[] xr = x[row];
            FloatVector p = FloatVector.fromArray(LANES, m[row], j);
            a = FloatVector.broadcast(LANES, xr[i]).fma(p, a);
            b = FloatVector.broadcast(LANES, xr[i + 1]).fma(p, b);
            c = FloatVector.broadcast(LANES, xr[i + 2]).fma(p, c);
            d = FloatVector.broadcast(LANES, xr[i + 3]).fma(p, d);
        }
        a.intoArray(out[i], j);
        b.intoArray(out[i + 1], j);
        c.intoArray(out[i + 2], j);
        d.intoArray(out[i + 3], j);
    }

    /** A single input, four vectors at once: each sum waits for its last addition. */
    private static void sumInput(
            float[][] x, int i, int rows, float[][] m, float[] out, int columns) {
        int j = 0;
        for (; j + 4 * WIDTH <= columns; j += 4 * WIDTH) {
            FloatVector a = FloatVector.zero(LANES);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            for (int row = 0; row < rows; row++) {
                float[] p = m[row];
                FloatVector xi = FloatVector.broadcast(LANES, x[row][i]);
                a = xi.fma(FloatVector.fromArray(LANES, p, j), a);
                b = xi.fma(FloatVector.fromArray(LANES, p, j + WIDTH), b);
                c = xi.fma(FloatVector.fromArray(LANES, p, j + 2 * WIDTH), c);
                d = xi.fma(FloatVector.fromArray(LANES, p, j + 3 * WIDTH), d);
            }
            a.intoArray(out, j);
            b.intoArray(out, j + WIDTH);
            c.intoArray(out, j + 2 * WIDTH);
            d.intoArray(out, j + 3 * WIDTH);
        }
        for (; j < columns; j += WIDTH) {
            FloatVector a = FloatVector.zero(LANES);
            for (int row = 0; row < rows; row++) {
                FloatVector xi = FloatVector.broadcast(LANES, x[row][i]);
                a = xi.fma(FloatVector.fromArray(LANES, m[row], j), a);
            }
            a.intoArray(out, j);
        }
    }

    private void transpose(Dense layer) {
        if (transposed.length == 0) {
            transposed = new float[layer.outputs][layer.inputs];
            zeros = new float[layer.inputs];
        }
        PlainKernel.transpose(layer, transposed);
    }

    /** Columns that do not fill a vector, in rows that do. */
    private static final class Padding {
        private final float[] single = new float[WIDTH];
        private float[][] rows = new float[0][];

        /** Rows of a vector's length, with whatever is in them. */
        float[][] of(int count) {
            if (rows.length < count) {
                rows = new float[count][WIDTH];
            }
            return rows;
        }

        /** The columns of the first {@code count} rows from {@code from} to below {@code to}. */
        float[][] of(float[][] matrix, int count, int from, int to) {
            float[][] padded = of(count);
            for (int row = 0; row < count; row++) {
                System.arraycopy(matrix[row], from, padded[row], 0, to - from);
            }
            return padded;
        }

        float[] of(float[] row, int from, int to) {
            System.arraycopy(row, from, single, 0, to - from);
            return single;
        }
    }
}
