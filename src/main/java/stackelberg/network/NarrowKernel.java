package stackelberg.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Plain Java for a layer with few outputs, such as a critic's last. Here the long side of the
 * weights is the inputs' one, so it works on their transpose: an output is a sum along it, with
 * four terms under way at once, and both kinds of gradients run along it too.
 */
final class NarrowKernel implements DenseKernel {
    /** {@code [output][input]}. */
    private float[][] weights = new float[0][];

    private float[][] gradients = new float[0][];

    @Override
    public void forward(Dense layer, float[][] in, int rows, float[][] out) {
        transpose(layer);
        for (int row = 0; row < rows; row++) {
            for (int j = 0; j < layer.outputs; j++) {
                out[row][j] = layer.biases[j] + dot(in[row], weights[j], layer.inputs);
            }
        }
    }

    private static float dot(float[] x, float[] y, int length) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a = Math.fma(x[i], y[i], a);
            b = Math.fma(x[i + 1], y[i + 1], b);
            c = Math.fma(x[i + 2], y[i + 2], c);
            d = Math.fma(x[i + 3], y[i + 3], d);
        }
        for (; i < length; i++) {
            a = Math.fma(x[i], y[i], a);
        }
        return (a + b) + (c + d);
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
