package stackelberg.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Holds the gradients of an {@link ActionDistribution} to central differences. */
final class Gradients {
    private static final float STEP = 1e-2f;

    private Gradients() {}

    static float[] row(RandomGenerator random, int length, double scale) {
        float[] row = new float[length];
        for (int k = 0; k < length; k++) {
            row[k] = (float) (scale * random.nextGaussian());
        }
        return row;
    }

    static void requireDerivatives(
            ActionDistribution distribution,
            float[] parameters,
            double[] action,
            RandomGenerator random) {
        double byLog = random.nextGaussian();
        double byEntropy = random.nextGaussian();
        float[] into = new float[parameters.length];
        Arrays.fill(into, 1);
        distribution.ownGradients().forEach(own -> Arrays.fill(own, 1));
        distribution.addGradient(parameters, action, byLog, byEntropy, into);
        requireDerivatives(distribution, parameters, action, byLog, byEntropy, parameters, into);
        for (int k = 0; k < distribution.ownParameters().size(); k++) {
            requireDerivatives(
                    distribution,
                    parameters,
                    action,
                    byLog,
                    byEntropy,
                    distribution.ownParameters().get(k),
                    distribution.ownGradients().get(k));
        }
    }

    /** Gradients were 1 before they were added to. */
    private static void requireDerivatives(
            ActionDistribution distribution,
            float[] parameters,
            double[] action,
            double byLog,
            double byEntropy,
            float[] varied,
            float[] gradients) {
        for (int k = 0; k < varied.length; k++) {
            double[] values = new double[4];
            float held = varied[k];
            for (int step = 0; step < 4; step++) {
                varied[k] = held + (step < 2 ? step - 2 : step - 1) * STEP;
                values[step] =
                        byLog * distribution.logProbability(parameters, action)
                                + byEntropy * distribution.entropy(parameters);
            }
            varied[k] = held;
            // Five-point rule: the error is of fourth order, so that the step may be one of floats.
            double slope = (values[0] - 8 * values[1] + 8 * values[2] - values[3]) / (12 * STEP);
            assertThat(gradients[k] - 1.0)
                    .as("%s, parameter %d", distribution, k)
                    .isCloseTo(slope, within(1e-3 * (1 + Math.abs(slope))));
        }
    }
}
