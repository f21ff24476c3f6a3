package stackelberg.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DiagonalGaussianTest {
    @Test
    void logProbabilityAndEntropyAreThoseOfIndependentNormals() {
        RandomGenerator random = new SplittableRandom(75);
        for (int trial = 0; trial < 100; trial++) {
            DiagonalGaussian gaussian = gaussian(random, 3);
            float[] logSigma = gaussian.ownParameters().get(0);
            float[] means = Gradients.row(random, 3, 2);
            double[] action = new double[3];
            gaussian.sample(means, random, action);
            double density = 1;
            double entropy = 0;
            for (int k = 0; k < 3; k++) {
                double sigma = Math.exp(logSigma[k]);
                double z = (action[k] - means[k]) / sigma;
                density *= Math.exp(-z * z / 2) / (sigma * Math.sqrt(2 * Math.PI));
                entropy += 0.5 * Math.log(2 * Math.PI * Math.E * sigma * sigma);
            }
            assertThat(gaussian.logProbability(means, action))
                    .isCloseTo(Math.log(density), within(1e-9));
            assertThat(gaussian.entropy(means)).isCloseTo(entropy, within(1e-9));
        }
    }

    @Test
    void gradientsOfLogProbabilityAndEntropyAreTheirDerivatives() {
        RandomGenerator random = new SplittableRandom(76);
        for (int trial = 0; trial < 100; trial++) {
            DiagonalGaussian gaussian = gaussian(random, 3);
            float[] means = Gradients.row(random, 3, 1);
            double[] action = new double[3];
            gaussian.sample(means, random, action);
            Gradients.requireDerivatives(gaussian, means, action, random);
        }
    }

    /** Kolmogorov's distance at the 99.9 % level: 1.95 / √n. */
    @Test
    void coordinatesAreDrawnFromTheirNormals() {
        RandomGenerator random = new SplittableRandom(77);
        DiagonalGaussian gaussian = gaussian(random, 2);
        float[] means = {-0.7f, 3};
        int draws = 20_000;
        double[][] drawn = new double[2][draws];
        double[] action = new double[2];
        double product = 0;
        for (int t = 0; t < draws; t++) {
            gaussian.sample(means, random, action);
            double z = 1;
            for (int k = 0; k < 2; k++) {
                double sigma = Math.exp(gaussian.ownParameters().get(0)[k]);
                drawn[k][t] = (action[k] - means[k]) / sigma;
                z *= drawn[k][t];
            }
            product += z;
        }
        for (double[] coordinate : drawn) {
            java.util.Arrays.sort(coordinate);
            for (double z : new double[] {-2, -1, -0.5, 0, 0.5, 1, 2}) {
                int below = -1 - java.util.Arrays.binarySearch(coordinate, z);
                assertThat((double) below / draws)
                        .isCloseTo(normalBelow(z), within(1.95 / Math.sqrt(draws)));
            }
        }
        assertThat(product / draws).isCloseTo(0, within(3.3 / Math.sqrt(draws)));
    }

    @Test
    void theModeIsTheMean() {
        double[] action = new double[2];
        new DiagonalGaussian(2, 0).mode(new float[] {0.25f, -4}, action);
        assertThat(action).containsExactly(0.25, -4);
    }

    private static DiagonalGaussian gaussian(RandomGenerator random, int length) {
        DiagonalGaussian gaussian = new DiagonalGaussian(length, -0.5);
        for (int k = 0; k < length; k++) {
            gaussian.ownParameters().get(0)[k] += (float) (0.5 * random.nextGaussian());
        }
        return gaussian;
    }

    /** By Simpson's rule. */
    private static double normalBelow(double z) {
        int steps = 1000;
        double width = (z + 8) / steps;
        double sum = 0;
        for (int k = 0; k <= steps; k++) {
            double x = -8 + k * width;
            double weight = k == 0 || k == steps ? 1 : k % 2 == 1 ? 4 : 2;
            sum += weight * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        }
        return sum * width / 3;
    }
}
