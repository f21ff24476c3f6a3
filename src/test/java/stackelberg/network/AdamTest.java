package stackelberg.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AdamTest {
    private static final double RATE = 0.01;
    private static final double CAP = 1.5;

    @Test
    void aHundredStepsFollowTheAlgorithmWithItsNormCap() {
        RandomGenerator random = new SplittableRandom(64);
        List<float[]> parameters = arrays(random);
        List<float[]> gradients = arrays(random);
        double[] x = flat(parameters);
        double[] m = new double[x.length];
        double[] v = new double[x.length];
        Adam adam = new Adam(parameters, gradients);
        int capped = 0;
        for (int t = 1; t <= 100; t++) {
            fill(gradients, random);
            double[] g = flat(gradients);
            double norm = 0;
            for (double each : g) {
                norm += each * each;
            }
            norm = Math.sqrt(norm);
            capped += norm > CAP ? 1 : 0;
            assertThat(adam.step(RATE, CAP)).isCloseTo(norm, within(1e-6));
            for (int k = 0; k < x.length; k++) {
                double gradient = g[k] * Math.min(1, CAP / norm);
                m[k] = 0.9 * m[k] + 0.1 * gradient;
                v[k] = 0.999 * v[k] + 0.001 * gradient * gradient;
                double mean = m[k] / (1 - Math.pow(0.9, t));
                double square = v[k] / (1 - Math.pow(0.999, t));
                x[k] -= RATE * mean / (Math.sqrt(square) + 1e-5);
            }
            assertThat(flat(parameters)).containsExactly(x, within(2e-5));
        }
        assertThat(capped).isBetween(20, 80);
    }

    @Test
    void withoutGradientsNothingMoves() {
        List<float[]> parameters = List.of(new float[] {1, 2, 3});
        Adam adam = new Adam(parameters, List.of(new float[3]));
        assertThat(adam.step(1, 1)).isZero();
        assertThat(parameters.get(0)).containsExactly(1, 2, 3);
    }

    @Test
    void aRestoredOptimiserGoesOnWithTheSameBits() throws IOException {
        List<float[]> one = arrays(new SplittableRandom(65));
        List<float[]> gradients = arrays(new SplittableRandom(66));
        Adam adam = new Adam(one, gradients);
        for (int t = 0; t < 7; t++) {
            adam.step(RATE, CAP);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        adam.save(new DataOutputStream(bytes));
        List<float[]> other = one.stream().map(float[]::clone).toList();
        Adam restored = new Adam(other, gradients);
        restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int t = 0; t < 7; t++) {
            adam.step(RATE, CAP);
            restored.step(RATE, CAP);
        }
        assertThat(flat(other)).containsExactly(flat(one));
    }

    private static List<float[]> arrays(RandomGenerator random) {
        List<float[]> arrays = List.of(new float[1], new float[4], new float[6], new float[3]);
        fill(arrays, random);
        return arrays;
    }

    /** Of a size that varies from step to step. */
    private static void fill(List<float[]> arrays, RandomGenerator random) {
        double scale = random.nextDouble();
        for (float[] array : arrays) {
            for (int j = 0; j < array.length; j++) {
                array[j] = (float) (scale * random.nextGaussian());
            }
        }
    }

    private static double[] flat(List<float[]> arrays) {
        return arrays.stream()
                .flatMapToDouble(
                        array ->
                                java.util.stream.IntStream.range(0, array.length)
                                        .mapToDouble(j -> array[j]))
                .toArray();
    }
}
