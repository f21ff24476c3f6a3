package stackelberg.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Plain Java over one array a row. Two inner loops carry all the work: one adds multiples of two
 * rows to each of four others, and one adds multiples of four rows to a fifth for what is left at
 * the edges. Of the shapes tried these are the ones that the just-in-time compiler turns into
 * vector instructions and that read least memory for an operation; a sum over one row would stay
 * scalar, which is why the input gradients run over transposed weights. Every sum adds its terms
 * one after the other with one rounding each, so that a row has the same bits in any batch.
 */
final class PlainKernel implements DenseKernel {
    private float[][] transposed = new float[0][];

    @Override
    public void forward(Dense layer, float[][] in, int rows, float[][] out) {
        int row = 0;
        for (; row + 3 < rows; row += 4) {
            for (int k = row; k < row + 4; k++) {
                System.arraycopy(layer.biases, 0, out[k], 0, layer.outputs);
            }
            addFourProducts(in, row, layer.inputs, layer.weights, out, layer.outputs);
        }
        for (; row < rows; row++) {
            forwardRow(layer, in[row], out[row]);
        }
    }

    static void forwardRow(Dense layer, float[] in, float[] out) {
        System.arraycopy(layer.biases, 0, out, 0, layer.outputs);
        addProduct(in, layer.inputs, layer.weights, out, layer.outputs);
    }

    /** {@code out[r][j] += Σ_i x[r][i]·m[i][j]} for the four rows from {@code row}. */
    private static void addFourProducts(
            float[][] x, int row, int terms, float[][] m, float[][] out, int columns) {
        float[] a = x[row];
        float[] b = x[row + 1];
        float[] c = x[row + 2];
        float[] d = x[row + 3];
        int i = 0;
        for (; i + 1 < terms; i += 2) {
            addTwoToFour(
                    a[i],
                    a[i + 1],
                    b[i],
                    b[i + 1],
                    c[i],
                    c[i + 1],
                    d[i],
                    d[i + 1],
                    m[i],
                    m[i + 1],
                    out[row],
                    out[row + 1],
                    out[row + 2],
                    out[row + 3],
                    columns);
        }
        if (i < terms) {
            for (int k = row; k < row + 4; k++) {
                addOne(x[k][i], m[i], out[k], columns);
            }
        }
    }

    /** {@code out[j] += Σ_i x[i]·m[i][j]}. */
    private static void addProduct(float[] x, int terms, float[][] m, float[] out, int columns) {
        int i = 0;
        for (; i + 3 < terms; i += 4) {
            addFour(
                    x[i], m[i], x[i + 1], m[i + 1], x[i + 2], m[i + 2], x[i + 3], m[i + 3], out,
                    columns);
        }
        for (; i < terms; i++) {
            addOne(x[i], m[i], out, columns);
        }
    }

    /** {@code a[j] += ap·p[j] + aq·q[j]}, and so on. */
    private static void addTwoToFour(
            float ap,
            float aq,
            float bp,
            float bq,
            float cp,
            float cq,
            float dp,
            float dq,
            float[] p,
            float[] q,
            float[] a,
            float[] b,
            float[] c,
            float[] d,
            int columns) {
        for (int j = 0; j < columns; j++) {
            float pj = p[j];
            float qj = q[j];
            a[j] = Math.fma(aq, qj, Math.fma(ap, pj, a[j]));
            b[j] = Math.fma(bq, qj, Math.fma(bp, pj, b[j]));
            c[j] = Math.fma(cq, qj, Math.fma(cp, pj, c[j]));
            d[j] = Math.fma(dq, qj, Math.fma(dp, pj, d[j]));
        }
    }

    /** {@code out[j] += a·p[j] + b·q[j] + c·r[j] + d·s[j]}. */
    static void addFour(
            float a,
            float[] p,
            float b,
            float[] q,
            float c,
            float[] r,
            float d,
            float[] s,
            float[] out,
            int columns) {
        for (int j = 0; j < columns; j++) {
            float sum = Math.fma(b, q[j], Math.fma(a, p[j], out[j]));
            out[j] = Math.fma(d, s[j], Math.fma(c, r[j], sum));
        }
    }

    /** {@code out[j] += a·p[j]}. */
    static void addOne(float a, float[] p, float[] out, int columns) {
        for (int j = 0; j < columns; j++) {
            out[j] = Math.fma(a, p[j], out[j]);
        }
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
        if (inGradients != null) {
            setInputGradients(layer, outGradients, rows, inGradients);
        }
    }

    private static void setBiasGradients(Dense layer, float[][] outGradients, int rows) {
        Arrays.fill(layer.biasGradients, 0);
        int row = 0;
        for (; row + 3 < rows; row += 4) {
            addFour(
                    1,
                    outGradients[row],
                    1,
                    outGradients[row + 1],
                    1,
                    outGradients[row + 2],
                    1,
                    outGradients[row + 3],
                    layer.biasGradients,
                    layer.outputs);
        }
        for (; row < rows; row++) {
            addOne(1, outGradients[row], layer.biasGradients, layer.outputs);
        }
    }

    private static void setWeightGradients(
            Dense layer, float[][] in, float[][] outGradients, int rows) {
        float[][] gradients = layer.weightGradients;
        for (float[] gradient : gradients) {
            Arrays.fill(gradient, 0);
        }
        int i = 0;
        for (; i + 3 < layer.inputs; i += 4) {
            int row = 0;
            for (; row + 1 < rows; row += 2) {
                float[] p = in[row];
                float[] q = in[row + 1];
                addTwoToFour(
                        p[i],
                        q[i],
                        p[i + 1],
                        q[i + 1],
                        p[i + 2],
                        q[i + 2],
                        p[i + 3],
                        q[i + 3],
                        outGradients[row],
                        outGradients[row + 1],
                        gradients[i],
                        gradients[i + 1],
                        gradients[i + 2],
                        gradients[i + 3],
                        layer.outputs);
            }
            if (row < rows) {
                for (int k = i; k < i + 4; k++) {
                    addOne(in[row][k], outGradients[row], gradients[k], layer.outputs);
                }
            }
        }
        for (; i < layer.inputs; i++) {
            for (int row = 0; row < rows; row++) {
                addOne(in[row][i], outGradients[row], gradients[i], layer.outputs);
            }
        }
    }

    private void setInputGradients(
            Dense layer, float[][] outGradients, int rows, float[][] inGradients) {
        if (transposed.length == 0) {
            transposed = new float[layer.outputs][layer.inputs];
        }
        transpose(layer, transposed);
        for (int row = 0; row < rows; row++) {
            Arrays.fill(inGradients[row], 0, layer.inputs, 0);
        }
        int row = 0;
        for (; row + 3 < rows; row += 4) {
            addFourProducts(
                    outGradients, row, layer.outputs, transposed, inGradients, layer.inputs);
        }
        for (; row < rows; row++) {
            addProduct(
                    outGradients[row], layer.outputs, transposed, inGradients[row], layer.inputs);
        }
    }

    /** Writes a layer's weights as {@code [output][input]}. */
    static void transpose(Dense layer, float[][] into) {
        int i = 0;
        for (; i + 3 < layer.inputs; i += 4) {
            float[] a = layer.weights[i];
            float[] b = layer.weights[i + 1];
            float[] c = layer.weights[i + 2];
            float[] d = layer.weights[i + 3];
            for (int j = 0; j < layer.outputs; j++) {
                float[] column = into[j];
                column[i] = a[j];
                column[i + 1] = b[j];
                column[i + 2] = c[j];
                column[i + 3] = d[j];
            }
        }
        for (; i < layer.inputs; i++) {
            for (int j = 0; j < layer.outputs; j++) {
                into[j][i] = layer.weights[i][j];
            }
        }
    }
}
