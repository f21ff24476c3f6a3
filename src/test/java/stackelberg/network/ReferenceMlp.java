package stackelberg.network;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The network of {@link Mlp} written down again in double precision with the exact tanh, and
 * derivatives by central differences: what the quick code is held to.
 */
public final class ReferenceMlp {
    private static final double STEP = 1e-5;

    private final int[] sizes;

    /** In the order of {@link Mlp#parameters}. */
    private final double[][] parameters;

    /** A copy of {@code network}, an {@link Mlp}, as it is now. */
    public ReferenceMlp(Network network, int hidden) {
        this.sizes = new int[] {network.inputs(), hidden, hidden, network.outputs()};
        List<float[]> arrays = network.parameters();
        this.parameters = new double[arrays.size()][];
        for (int k = 0; k < parameters.length; k++) {
            parameters[k] = new double[arrays.get(k).length];
            for (int j = 0; j < parameters[k].length; j++) {
                parameters[k][j] = arrays.get(k)[j];
            }
        }
    }

    /** The output for one row. */
    public double[] forward(float[] row) {
        double[] in = new double[row.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = row[i];
        }
        int at = 0;
        for (int layer = 0; layer < 3; layer++) {
            double[] out = parameters[at + sizes[layer]].clone();
            for (int i = 0; i < sizes[layer]; i++) {
                for (int j = 0; j < out.length; j++) {
                    out[j] += in[i] * parameters[at + i][j];
                }
            }
            for (int j = 0; layer < 2 && j < out.length; j++) {
                out[j] = Math.tanh(out[j]);
            }
            at += sizes[layer] + 1;
            in = out;
        }
        return in;
    }

    /** {@code [array][entry]}: the derivatives of a loss by each parameter. */
    public double[][] derivatives(ToDoubleFunction<ReferenceMlp> loss) {
        double[][] derivatives = new double[parameters.length][];
        for (int k = 0; k < parameters.length; k++) {
            derivatives[k] = new double[parameters[k].length];
            for (int j = 0; j < parameters[k].length; j++) {
                double held = parameters[k][j];
                parameters[k][j] = held + STEP;
                double up = loss.applyAsDouble(this);
                parameters[k][j] = held - STEP;
                double down = loss.applyAsDouble(this);
                parameters[k][j] = held;
                derivatives[k][j] = (up - down) / (2 * STEP);
            }
        }
        return derivatives;
    }
}
