package stackelberg.network;

import java.util.random.RandomGenerator;

/**
 * The parameters of one dense layer, y = x·W + b, and their gradients. W is kept as one row an
 * input, so that the inner loops run along outputs and vectorise.
 */
final class Dense {
    final int inputs;
    final int outputs;

    /** {@code [input][output]}. */
    final float[][] weights;

    final float[] biases;
    final float[][] weightGradients;
    final float[] biasGradients;

    /**
     * Weights of an orthogonal matrix times {@code gain}, biases 0 (Saxe et al. 2014).
     *
     * @param gain √2 for hidden layers, 0.01 for an actor's last layer, 1 for a critic's
     */
    Dense(int inputs, int outputs, double gain, RandomGenerator random) {
        this.inputs = inputs;
        this.outputs = outputs;
        this.weights = new float[inputs][outputs];
        this.biases = new float[outputs];
        this.weightGradients = new float[inputs][outputs];
        this.biasGradients = new float[outputs];
        initialise(gain, random);
    }

    /** Gram–Schmidt on Gaussian vectors along the shorter side. */
    private void initialise(double gain, RandomGenerator random) {
        boolean wide = outputs >= inputs;
        int vectors = Math.min(inputs, outputs);
        int length = Math.max(inputs, outputs);
        double[][] basis = new double[vectors][length];
        for (int v = 0; v < vectors; v++) {
            double norm = 0;
            while (norm < 1e-6) {
                for (int k = 0; k < length; k++) {
                    basis[v][k] = random.nextGaussian();
                }
                for (int u = 0; u < v; u++) {
                    double projection = dot(basis[u], basis[v]);
                    for (int k = 0; k < length; k++) {
                        basis[v][k] -= projection * basis[u][k];
                    }
                }
                norm = Math.sqrt(dot(basis[v], basis[v]));
            }
            for (int k = 0; k < length; k++) {
                basis[v][k] /= norm;
            }
        }
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < outputs; j++) {
                weights[i][j] = (float) (gain * (wide ? basis[i][j] : basis[j][i]));
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
