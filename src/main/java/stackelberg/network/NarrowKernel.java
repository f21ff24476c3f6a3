package stackelberg.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Plain Java for a layer with few outputs, such as a critic's last. Here the long side of the
 * weights is the inputs' one, so it works on their transpose: an output is a sum along it, for four
 * rows at once since each addition waits for the one before, and both kinds of gradients run along
 * it too. Terms are added in the same order as by {@link PlainKernel}.
 */
final class NarrowKernel implements DenseKernel {
    /** {@code [output][input]}. */
    private float[][] weights = new float[0][];

    private float[][] gradients = new float[0][];

    @Override
    public void forward(Dense layer, float[][] in, int rows, float[][] out) {
        transpose(layer);
        for (int j = 0; j < layer.outputs; j++) {
            int row = 0;
            for (; row + 3 < rows; row += 4) {
                putFour(in, row, weights[j], layer.biases[j], out, j);
            }
            for (; row < rows; row++) {
                out[row][j] = sum(in[row], weights[j], layer.biases[j]);
            }
        }
    }

    private static void putFour(
            float[][] in, int row, float[] weights, float bias, float[][] out, int j) {
        float[] p = in[row];
        float[] q = in[row + 1];
        float[] r = in[row + 2];
        float[] s = in[row + 3];
        float a = bias;
        float b = bias;
        float c = bias;
        float d = bias;
        for (int i = 0; i < weights.length; i++) {
            float weight = weights[i];
            a = Math.fma(p[i], weight, a);
            b = Math.fma(q[i], weight, b);
            c = Math.fma(r[i], weight, c);
            d = Math.fma(s[i], weight, d);
        }
        out[row][j] = a;
        out[row + 1][j] = b;
        out[row + 2][j] = c;
        out[row + 3][j] = d;
    }

    private static float sum(float[] in, float[] weights, float bias) {
        float sum = bias;
        for (int i = 0; i < weights.length; i++) {
            sum = Math.fma(in[i], weights[i], sum);
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

    private static void setBiasGradients(Dense layer, float[][] outGradients, int rows) {
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

    private void transpose(Dense layer) {
        if (weights.length == 0) {
            weights = new float[layer.outputs][layer.inputs];
            gradients = new float[layer.outputs][layer.inputs];
        }
        for (int j = 0; j < layer.outputs; j++) {
            for (int i = 0; i < layer.inputs; i++) {
                weights[j][i] = layer.weights[i][j];
            }
        }
    }
}
