package stackelberg.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MlpTest {
    private static final int[] BATCHES = {1, 2, 3, 4, 5, 7, 16};

    /** Capacities below and above the size from which ND4J's gemm computes. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 16",
        "3, 5, 2, 16",
        "4, 4, 4, 16",
        "24, 16, 3, 16",
        "7, 33, 1, 16",
        "1, 1, 1, 256",
        "3, 5, 2, 256",
        "24, 16, 3, 256"
    })
    void gradientsAreTheDerivativesOfTheLoss(int inputs, int hidden, int outputs, int capacity) {
        RandomGenerator random = new SplittableRandom(51);
        for (int rows : BATCHES) {
            Mlp network = network(inputs, hidden, outputs, capacity, random);
            float[][] batch = rows(capacity, inputs, random);
            float[][] pull = rows(capacity, outputs, random);
            float[][] out = network.forward(batch, rows);
            float[][] outGradients = new float[capacity][outputs];
            for (int row = 0; row < rows; row++) {
                for (int j = 0; j < outputs; j++) {
                    outGradients[row][j] = pull[row][j] + out[row][j];
                }
            }
            network.backward(batch, outGradients, rows);
            double[][] expected =
                    new ReferenceMlp(network, hidden)
                            .derivatives(reference -> loss(reference, batch, pull, rows));
            requireClose(network.gradients(), expected, rows);
        }
    }

    /** Σ p·y + y²/2, whose derivative by y is p + y. */
    private static double loss(ReferenceMlp network, float[][] batch, float[][] pull, int rows) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            double[] out = network.forward(batch[row]);
            for (int j = 0; j < out.length; j++) {
                sum += pull[row][j] * out[j] + 0.5 * out[j] * out[j];
            }
        }
        return sum;
    }

    private static void requireClose(List<float[]> gradients, double[][] expected, int rows) {
        assertThat(gradients).hasSameSizeAs(expected);
        for (int k = 0; k < expected.length; k++) {
            for (int j = 0; j < expected[k].length; j++) {
                assertThat((double) gradients.get(k)[j])
                        .as("batch of %d, array %d, entry %d", rows, k, j)
                        .isCloseTo(expected[k][j], within(3e-4 * (1 + Math.abs(expected[k][j]))));
            }
        }
    }

    @Test
    void aSecondBackwardPassReplacesTheFirstGradients() {
        RandomGenerator random = new SplittableRandom(52);
        for (int capacity : new int[] {16, 256}) {
            Mlp network = network(5, 6, 2, capacity, random);
            float[][] batch = rows(16, 5, random);
            float[][] pull = rows(16, 2, random);
            network.forward(batch, 7);
            network.backward(batch, pull, 7);
            List<float[]> once = copy(network.gradients());
            network.forward(batch, 16);
            network.backward(batch, pull, 16);
            network.forward(batch, 7);
            network.backward(batch, pull, 7);
            assertThat(bits(network.gradients())).isEqualTo(bits(once));
        }
    }

    @Test
    void plainRowsPutOutTheSameBitsAloneAndInABatch() {
        RandomGenerator random = new SplittableRandom(53);
        Mlp network = network(9, 13, 3, 11, random);
        float[][] batch = rows(11, 9, random);
        float[][] out = network.forward(batch, 11);
        for (int row = 0; row < 11; row++) {
            assertThat(network.forward(batch[row])).containsExactly(out[row]);
        }
    }

    @Test
    void gemmPutsOutWhatSingleRowsDo() {
        RandomGenerator random = new SplittableRandom(54);
        Mlp network = network(24, 64, 4, 300, random);
        for (int rows : new int[] {300, 1, 299, 44, 300, 256}) {
            float[][] batch = rows(300, 24, random);
            float[][] out = network.forward(batch, rows);
            for (int row = 0; row < rows; row++) {
                assertThat(network.forward(batch[row])).containsExactly(out[row], within(1e-4f));
            }
        }
    }

    /** Weights kept off-heap by the gemm kernel must follow the optimiser. */
    @Test
    void aChangeOfParametersIsSeenByTheNextPass() {
        RandomGenerator random = new SplittableRandom(55);
        for (int capacity : new int[] {16, 256}) {
            Mlp network = network(4, 5, 2, capacity, random);
            float[][] batch = rows(8, 4, random);
            network.forward(batch, 8);
            network.backward(batch, rows(8, 2, random), 8);
            network.parameters()
                    .forEach(p -> java.util.Arrays.fill(p, (float) random.nextDouble()));
            float[][] out = network.forward(batch, 8);
            for (int row = 0; row < 8; row++) {
                assertThat(network.forward(batch[row])).containsExactly(out[row], within(1e-5f));
            }
        }
    }

    @Test
    void moreRowsThanTheCapacityAreRefused() {
        Mlp network = network(2, 3, 1, 4, new SplittableRandom(56));
        assertThatThrownBy(() -> network.forward(new float[5][2], 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5 rows");
    }

    @Test
    void saveAndRestoreKeepEveryBit() throws IOException {
        RandomGenerator random = new SplittableRandom(57);
        Mlp one = network(3, 7, 2, 4, random);
        float[] odd = one.parameters().get(0);
        odd[0] = -0f;
        odd[1] = Float.MIN_VALUE;
        odd[2] = Float.NEGATIVE_INFINITY;
        odd[3] = Float.intBitsToFloat(0x7fc12345);
        Mlp other = network(3, 7, 2, 4, random);
        other.restore(saved(one));
        assertThat(bits(other.parameters())).isEqualTo(bits(one.parameters()));
    }

    /** Some of these differ only in how many rows of one length there are. */
    @ParameterizedTest
    @CsvSource({"4, 8, 8", "2, 8, 8", "3, 9, 8", "3, 7, 8", "3, 8, 7", "3, 8, 9", "300, 64, 8"})
    void anotherShapeIsRefusedInWordsAndNothingIsOverwritten(int inputs, int hidden, int outputs)
            throws IOException {
        RandomGenerator random = new SplittableRandom(58);
        Mlp other = network(inputs, hidden, outputs, 4, random);
        List<float[]> before = copy(other.parameters());
        DataInputStream in = saved(network(3, 8, 8, 4, random), network(3, 8, 8, 4, random));
        assertThatThrownBy(() -> other.restore(in))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another network");
        assertThat(bits(other.parameters())).isEqualTo(bits(before));
    }

    @Test
    void anEarlyEndIsRefusedInWords() throws IOException {
        RandomGenerator random = new SplittableRandom(59);
        byte[] whole = saved(network(3, 4, 2, 4, random)).readAllBytes();
        Mlp other = network(3, 4, 2, 4, random);
        for (int length : new int[] {0, 3, 10, whole.length - 1}) {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(whole, 0, length));
            assertThatThrownBy(() -> other.restore(in))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("ends");
        }
    }

    private static DataInputStream saved(Mlp... networks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Mlp network : networks) {
            network.save(new DataOutputStream(bytes));
        }
        return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static Mlp network(
            int inputs, int hidden, int outputs, int capacity, RandomGenerator random) {
        Mlp network = new Mlp(inputs, hidden, outputs, 1, capacity, random);
        // Biases begin at 0, where some mistakes do not show.
        for (float[] array : network.parameters()) {
            for (int j = 0; j < array.length; j++) {
                array[j] += (float) (0.1 * random.nextGaussian());
            }
        }
        return network;
    }

    static float[][] rows(int count, int length, RandomGenerator random) {
        float[][] rows = new float[count][length];
        for (float[] row : rows) {
            for (int j = 0; j < length; j++) {
                // Zeros among the inputs: one-hot observations are mostly zeros.
                row[j] = random.nextInt(4) == 0 ? 0 : (float) (2 * random.nextDouble() - 1);
            }
        }
        return rows;
    }

    private static List<float[]> copy(List<float[]> arrays) {
        return arrays.stream().map(float[]::clone).toList();
    }

    private static List<List<Integer>> bits(List<float[]> arrays) {
        return arrays.stream()
                .map(
                        array -> {
                            Integer[] bits = new Integer[array.length];
                            java.util.Arrays.setAll(bits, j -> Float.floatToRawIntBits(array[j]));
                            return List.of(bits);
                        })
                .toList();
    }
}
