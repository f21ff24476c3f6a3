package stackelberg.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Plain Java for a layer with few outputs, such as a critic's last. Here the long side of the
 * weights is the inputs' one, so it works on their transpose: an output is a sum along it, for
 * eight rows at once since each addition waits for the one before, and both kinds of gradients run
 * along it too. Terms are added in the same order as by {@link PlainKernel}.
 */
final class NarrowKernel implements DenseKernel {
    /** {@code [output][input]}. */
    private float[][] weights = new float[0][];

    private float[][] gradients = new float[0][];

    private final float[] eight = new float[8];

    @Override
    public void forward(Dense layer, float[][] in, int rows, float[][] out) {
        if (weights.length == 0) {
            weights = new float[layer.outputs][layer.inputs];
            gradients = new float[layer.outputs][layer.inputs];
        }
        PlainKernel.transpose(layer, weights);
        for (int j = 0; j < layer.outputs; j++) {
            int row = 0;
            for (; row + 7 < rows; row += 8) {
                sumEight(in, row, weights[j], layer.inputs, layer.biases[j], eight, 0);
                for (int k = 0; k < 8; k++) {
                    out[row + k][j] = eight[k];
                }
            }
            for (; row < rows; row++) {
                out[row][j] = sum(in[row], weights[j], layer.inputs, layer.biases[j]);
            }
        }
    }

    /** The weights of the last forward pass, {@code [output][input]}. */
    float[][] weights() {
        return weights;
    }

    /** {@code sums[at + k] = start + Σ_i x[row + k][i]·y[i]} for k below 8. */
    static void sumEight(
            float[][] x, int row, float[] y, int terms, float start, float[] sums, int at) {
        float[] p = x[row];
        float[] q = x[row + 1];
        float[] r = x[row + 2];
        float[] s = x[row + 3];
        float[] t = x[row + 4];
        float[] u = x[row + 5];
        float[] v = x[row + 6];
        float[] w = x[row + 7];
        float a = start;
        float b = start;
        float c = start;
        float d = start;
        float e = start;
        float f = start;
        float g = start;
        float h = start;
        for (int i = 0; i < terms; i++) {
            float yi = y[i];
            a = Math.fma(p[i], yi, a);
            b = Math.fma(q[i], yi, b);
            c = Math.fma(r[i], yi, c);
            d = Math.fma(s[i], yi, d);
            e = Math.fma(t[i], yi, e);
            f = Math.fma(u[i], yi, f);
            g = Math.fma(v[i], yi, g);
            h = Math.fma(w[i], yi, h);
        }
        sums[at] = a;
        sums[at + 1] = b;
        sums[at + 2] = c;
        sums[at + 3] = d;
        sums[at + 4] = e;
        sums[at + 5] = f;
        sums[at + 6] = g;
        sums[at + 7] = h;
    }

    /** {@code start + Σ_i x[i]·y[i]}. */
    static float sum(float[] x, float[] y, int terms, float start) {
        float sum = start;
        for (int i = 0; i < terms; i++) {
            sum = Math.fma(x[i], y[i], sum);
        }
        return sum;
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
            for (int row = 0; row < rows; row++) {
                Arrays.fill(inGradients[row], 0, layer.inputs, 0);
                for (int j = 0; j < layer.outputs; j++) {
                    PlainKernel.addOne(
                            outGradients[row][j], weights[j], inGradients[row], layer.inputs);
                }
            }
        }
    }

    static void setBiasGradients(Dense layer, float[][] outGradients, int rows) {
        Arrays.fill(layer.biasGradients, 0);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < layer.outputs; j++) {
                layer.biasGradients[j] += outGradients[row][j];
            }
        }
    }

    private void setWeightGradients(Dense layer, float[][] in, float[][] outGradients, int rows) {
        for (int j = 0; j < layer.outputs; j++) {
            float[] gradient = gradients[j];
            Arrays.fill(gradient, 0);
            int row = 0;
            for (; row + 3 < rows; row += 4) {
                PlainKernel.addFour(
                        outGradients[row][j],
                        in[row],
                        outGradients[row + 1][j],
                        in[row + 1],
                        outGradients[row + 2][j],
                        in[row + 2],
                        outGradients[row + 3][j],
                        in[row + 3],
                        gradient,
                        layer.inputs);
            }
            for (; row < rows; row++) {
                PlainKernel.addOne(outGradients[row][j], in[row], gradient, layer.inputs);
            }
            for (int i = 0; i < layer.inputs; i++) {
                layer.weightGradients[i][j] = gradient[i];
            }
        }
    }
}
