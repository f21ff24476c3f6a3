package stackelberg.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Plain Java over one array a row. Every inner loop adds multiples of up to four rows to a fifth,
 * the shape that the just-in-time compiler turns into vector instructions; a sum over one row would
 * stay scalar, which is why the input gradients run over transposed weights.
 */
final class PlainKernel implements DenseKernel {
    private float[][] transposed = new float[0][];

    @Override
    public void forward(Dense layer, float[][] in, int rows, float[][] out) {
        for (int row = 0; row < rows; row++) {
            forwardRow(layer, in[row], out[row]);
        }
    }

    static void forwardRow(Dense layer, float[] in, float[] out) {
        int outputs = layer.outputs;
        System.arraycopy(layer.biases, 0, out, 0, outputs);
        addProduct(in, layer.inputs, layer.weights, out, outputs);
    }

    /** {@code out[j] += Σ_i x[i]·m[i][j]}. */
    private static void addProduct(float[] x, int rows, float[][] m, float[] out, int columns) {
        int i = 0;
        for (; i + 3 < rows; i += 4) {
            addFour(
                    x[i], m[i], x[i + 1], m[i + 1], x[i + 2], m[i + 2], x[i + 3], m[i + 3], out,
                    columns);
        }
        for (; i < rows; i++) {
            addOne(x[i], m[i], out, columns);
        }
    }

    private static void addFour(
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
            out[j] += a * p[j] + b * q[j] + c * r[j] + d * s[j];
        }
    }

    private static void addOne(float a, float[] p, float[] out, int columns) {
        if (a != 0) {
            for (int j = 0; j < columns; j++) {
                out[j] += a * p[j];
            }
        }
    }

    @Override
    public void backward(
            Dense layer,
            float[][] in,
            float[][] outGradients,
            int rows,
            float @Nullable [][] inGradients) {
        int outputs = layer.outputs;
        Arrays.fill(layer.biasGradients, 0);
        for (int row = 0; row < rows; row++) {
            addOne(1, outGradients[row], layer.biasGradients, outputs);
        }
        for (int i = 0; i < layer.inputs; i++) {
            float[] gradient = layer.weightGradients[i];
            Arrays.fill(gradient, 0);
            int row = 0;
            for (; row + 3 < rows; row += 4) {
                addFour(
                        in[row][i],
                        outGradients[row],
                        in[row + 1][i],
                        outGradients[row + 1],
                        in[row + 2][i],
                        outGradients[row + 2],
                        in[row + 3][i],
                        outGradients[row + 3],
                        gradient,
                        outputs);
            }
            for (; row < rows; row++) {
                addOne(in[row][i], outGradients[row], gradient, outputs);
            }
        }
        if (inGradients != null) {
            transpose(layer);
            for (int row = 0; row < rows; row++) {
                Arrays.fill(inGradients[row], 0, layer.inputs, 0);
                addProduct(outGradients[row], outputs, transposed, inGradients[row], layer.inputs);
            }
        }
    }

    private void transpose(Dense layer) {
        if (transposed.length == 0) {
            transposed = new float[layer.outputs][layer.inputs];
        }
        for (int i = 0; i < layer.inputs; i++) {
            float[] row = layer.weights[i];
            for (int j = 0; j < layer.outputs; j++) {
                transposed[j][i] = row[j];
            }
        }
    }
}
