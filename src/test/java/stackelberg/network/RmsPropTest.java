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

class RmsPropTest {
    private static final double RATE = 0.01;
    private static final double CAP = 1.5;
    private static final double DECAY = 0.99;
    private static final double EPSILON = 1e-5;

    /** Against the algorithm written down for one number at a time, in double precision. */
    @Test
    void twoHundredStepsFollowTheAlgorithmWithItsNormCap() {
        RandomGenerator random = new SplittableRandom(71);
        List<float[]> parameters = List.of(new float[1], new float[4], new float[6]);
        List<float[]> gradients = List.of(new float[1], new float[4], new float[6]);
        fill(parameters, random);
        double[][] x = copy(parameters);
        double[][] v = {new double[1], new double[4], new double[6]};
        RmsProp rms = new RmsProp(parameters, gradients, DECAY, EPSILON);
        int capped = 0;
        for (int t = 0; t < 200; t++) {
            fill(gradients, random);
            double square = 0;
            for (float[] array : gradients) {
                for (float g : array) {
                    square += (double) g * g;
                }
            }
            double norm = Math.sqrt(square);
            capped += norm > CAP ? 1 : 0;
            assertThat(rms.step(RATE, CAP)).isCloseTo(norm, within(1e-6));
            for (int k = 0; k < x.length; k++) {
                for (int j = 0; j < x[k].length; j++) {
                    double g = gradients.get(k)[j] * Math.min(1, CAP / norm);
                    v[k][j] = DECAY * v[k][j] + (1 - DECAY) * g * g;
                    x[k][j] -= RATE * g / (Math.sqrt(v[k][j]) + EPSILON);
                    assertThat((double) parameters.get(k)[j]).isCloseTo(x[k][j], within(1e-4));
                }
            }
        }
        assertThat(capped).isBetween(20, 180);
    }

    @Test
    void theFirstStepHasTheSameLengthInEveryCoordinate() {
        List<float[]> parameters = List.of(new float[3]);
        RmsProp rms = new RmsProp(parameters, List.of(new float[] {1e-1f, -3, 40}), DECAY, EPSILON);
        rms.step(RATE, Double.POSITIVE_INFINITY);
        float length = (float) (RATE / Math.sqrt(1 - DECAY));
        assertThat(parameters.get(0))
                .containsExactly(new float[] {-length, length, -length}, within(1e-4f));
    }

    @Test
    void aRestoredOptimiserGoesOnWithTheSameBits() throws IOException {
        RandomGenerator random = new SplittableRandom(72);
        List<float[]> one = List.of(new float[5], new float[2]);
        List<float[]> gradients = List.of(new float[5], new float[2]);
        fill(gradients, random);
        RmsProp rms = new RmsProp(one, gradients, DECAY, EPSILON);
        for (int t = 0; t < 7; t++) {
            rms.step(RATE, CAP);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        rms.save(new DataOutputStream(bytes));
        List<float[]> other = one.stream().map(float[]::clone).toList();
        RmsProp restored = new RmsProp(other, gradients, DECAY, EPSILON);
        restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int t = 0; t < 7; t++) {
            rms.step(RATE, CAP);
            restored.step(RATE, CAP);
        }
        for (int k = 0; k < one.size(); k++) {
            assertThat(other.get(k)).containsExactly(one.get(k));
        }
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

    private static double[][] copy(List<float[]> arrays) {
        double[][] copy = new double[arrays.size()][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = new double[arrays.get(k).length];
            for (int j = 0; j < copy[k].length; j++) {
                copy[k][j] = arrays.get(k)[j];
            }
        }
        return copy;
    }
}
