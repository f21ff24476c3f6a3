package stackelberg.network;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of {@link NarrowKernel} on the Vector API, with the same bits: gradients run along
 * the inputs in vectors. An output is a sum along the inputs, which adds one term after the other
 * and so has no lanes; it is the plain kernel's.
 */
final class VectorNarrowKernel implements DenseKernel {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    private final NarrowKernel plain = new NarrowKernel();

    /** {@code [input]}: of one output. */
    private float[] sums = new float[0];

    @Override
    public void forward(Dense layer, float[][] in, int rows, float[][] out) {
        plain.forward(layer, in, rows, out);
    }

    @Override
    public void backward(
            Dense layer,
            float[][] in,
            float[][] outGradients,
            int rows,
            float @Nullable [][] inGradients) {
        NarrowKernel.setBiasGradients(layer, outGradients, rows);
        if (sums.length == 0) {
            sums = new float[layer.inputs];
        }
        for (int j = 0; j < layer.outputs; j++) {
            sum(in, rows, outGradients, j, sums);
            for (int i = 0; i < layer.inputs; i++) {
                layer.weightGradients[i][j] = sums[i];
            }
        }
        if (inGradients != null) {
            for (int row = 0; row < rows; row++) {
                spread(layer, plain.weights(), outGradients[row], inGradients[row]);
            }
        }
    }

    /** {@code sums[i] = Σ_r x[r][i]·y[r][j]}. */
    private static void sum(float[][] x, int rows, float[][] y, int j, float[] sums) {
        int i = 0;
        for (; i + 4 * WIDTH <= sums.length; i += 4 * WIDTH) {
            FloatVector a = FloatVector.zero(LANES);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            for (int row = 0; row < rows; row++) {
                FloatVector yr = FloatVector.broadcast(LANES, y[row][j]);
                float[] p = x[row];
                a = yr.fma(FloatVector.fromArray(LANES, p, i), a);
                b = yr.fma(FloatVector.fromArray(LANES, p, i + WIDTH), b);
                c = yr.fma(FloatVector.fromArray(LANES, p, i + 2 * WIDTH), c);
                d = yr.fma(FloatVector.fromArray(LANES, p, i + 3 * WIDTH), d);
            }
            a.intoArray(sums, i);
            b.intoArray(sums, i + WIDTH);
            c.intoArray(sums, i + 2 * WIDTH);
            d.intoArray(sums, i + 3 * WIDTH);
        }
        for (; i + WIDTH <= sums.length; i += WIDTH) {
            FloatVector a = FloatVector.zero(LANES);
            for (int row = 0; row < rows; row++) {
                FloatVector yr = FloatVector.broadcast(LANES, y[row][j]);
                a = yr.fma(FloatVector.fromArray(LANES, x[row], i), a);
            }
            a.intoArray(sums, i);
        }
        Arrays.fill(sums, i, sums.length, 0);
        for (int row = 0; row < rows; row++) {
            float yr = y[row][j];
            float[] p = x[row];
            for (int k = i; k < sums.length; k++) {
                sums[k] = Math.fma(yr, p[k], sums[k]);
            }
        }
    }

    /** {@code out[i] = Σ_j y[j]·weights[j][i]}. */
    private static void spread(Dense layer, float[][] weights, float[] y, float[] out) {
        int i = 0;
        for (; i + WIDTH <= layer.inputs; i += WIDTH) {
            FloatVector sum = FloatVector.zero(LANES);
            for (int j = 0; j < layer.outputs; j++) {
                FloatVector yj = FloatVector.broadcast(LANES, y[j]);
                sum = yj.fma(FloatVector.fromArray(LANES, weights[j], i), sum);
            }
            sum.intoArray(out, i);
        }
        for (; i < layer.inputs; i++) {
            float sum = 0;
            for (int j = 0; j < layer.outputs; j++) {
                sum = Math.fma(y[j], weights[j][i], sum);
            }
            out[i] = sum;
        }
    }
}
