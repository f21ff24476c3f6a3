package stackelberg.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseKernelTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "5, 64", "64, 64", "64, 1", "24, 7", "7, 9", "1, 17"})
    void allKernelsAgree(int inputs, int outputs) {
        RandomGenerator random = new SplittableRandom(61);
        Dense layer = new Dense(inputs, outputs, 1.4, random);
        for (int j = 0; j < outputs; j++) {
            layer.biases[j] = (float) random.nextGaussian();
        }
        DenseKernel plain = new PlainKernel();
        DenseKernel narrow = new NarrowKernel();
        DenseKernel gemm = new GemmKernel();
        // Larger, smaller, larger again: what an earlier batch left must not leak into a later one.
        for (int rows : new int[] {3, 256, 1, 61, 300, 2, 300}) {
            float[][] in = MlpTest.rows(rows, inputs, random);
            float[][] pull = MlpTest.rows(rows, outputs, random);
            Passes one = passes(plain, layer, in, pull);
            requireClose(passes(gemm, layer, in, pull), one, "gemm of " + rows + " rows");
            requireClose(passes(narrow, layer, in, pull), one, "narrow, " + rows + " rows");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1", "3, 2", "5, 64", "64, 64", "64, 1", "24, 7", "7, 9", "1, 17", "33, 31", "24, 40",
        "130, 65"
    })
    void vectorsPutOutTheSameBitsAsPlainJava(int inputs, int outputs) {
        assumeTrue(BackEnd.VECTOR.usable());
        RandomGenerator random = new SplittableRandom(65);
        Dense layer = new Dense(inputs, outputs, 1.4, random);
        for (int j = 0; j < outputs; j++) {
            layer.biases[j] = (float) random.nextGaussian();
        }
        DenseKernel plain = BackEnd.PLAIN.ownKernel(layer);
        DenseKernel vector = BackEnd.VECTOR.ownKernel(layer);
        for (int rows : new int[] {1, 2, 3, 4, 5, 64, 61, 130, 1}) {
            float[][] in = MlpTest.rows(rows, inputs, random);
            float[][] pull = MlpTest.rows(rows, outputs, random);
            in[0][0] = 0;
            pull[0][0] = -0f;
            requireEqual(
                    passes(vector, layer, in, pull),
                    passes(plain, layer, in, pull),
                    rows + " rows");
        }
    }

    private static void requireEqual(Passes found, Passes expected, String words) {
        assertThat(Arrays.deepEquals(found.out, expected.out)).as(words).isTrue();
        assertThat(Arrays.deepEquals(found.inGradients, expected.inGradients)).as(words).isTrue();
        assertThat(Arrays.deepEquals(found.weights, expected.weights)).as(words).isTrue();
        assertThat(found.biases).as(words).isEqualTo(expected.biases);
    }

    private static void requireClose(Passes found, Passes expected, String words) {
        requireClose(found.out, expected.out, words + " forward");
        requireClose(found.inGradients, expected.inGradients, words + " input gradients");
        requireClose(found.weights, expected.weights, words + " weight gradients");
        requireClose(
                new float[][] {found.biases}, new float[][] {expected.biases}, words + " biases");
    }

    @Test
    void aRowHasTheSameBitsInAnyBatch() {
        RandomGenerator random = new SplittableRandom(63);
        Dense layer = new Dense(24, 64, 1, random);
        float[][] in = MlpTest.rows(11, 24, random);
        float[][] together = new float[11][64];
        new PlainKernel().forward(layer, in, 11, together);
        for (int row = 0; row < 11; row++) {
            float[] alone = new float[64];
            new PlainKernel().forward(layer, new float[][] {in[row]}, 1, new float[][] {alone});
            assertThat(together[row]).isEqualTo(alone);
        }
    }

    @Test
    void gemmPutsOutTheSameBitsOnEveryCall() {
        RandomGenerator random = new SplittableRandom(62);
        Dense layer = new Dense(64, 64, 1, random);
        float[][] in = MlpTest.rows(256, 64, random);
        float[][] pull = MlpTest.rows(256, 64, random);
        Passes first = passes(new GemmKernel(), layer, in, pull);
        for (int k = 0; k < 3; k++) {
            Passes again = passes(new GemmKernel(), layer, in, pull);
            assertThat(Arrays.deepEquals(again.out, first.out)).isTrue();
            assertThat(Arrays.deepEquals(again.weights, first.weights)).isTrue();
            assertThat(Arrays.deepEquals(again.inGradients, first.inGradients)).isTrue();
        }
    }

    @Test
    void layerAndBatchPickTheKernel() {
        RandomGenerator random = new SplittableRandom(64);
        Dense wide = new Dense(3, 8, 1, random);
        Dense narrow = new Dense(3, 7, 1, random);
        assertThat(BackEnd.PLAIN.kernel(wide)).isInstanceOf(PlainKernel.class);
        assertThat(BackEnd.PLAIN.kernel(narrow)).isInstanceOf(NarrowKernel.class);
        assertThat(BackEnd.forShape(64, 100_000)).isEqualTo(BackEnd.java());
        assertThat(BackEnd.forShape(256, 255)).isEqualTo(BackEnd.java());
        assertThat(BackEnd.forShape(256, 256)).isEqualTo(BackEnd.ND4J);
        assertThat(BackEnd.forShape(128, 1024)).isEqualTo(BackEnd.ND4J);
    }

    /** Whoever watches the bits cannot tell when vectors begin to serve. */
    @Test
    void warmingUpChangesNothing() {
        assumeTrue(BackEnd.VECTOR.usable());
        RandomGenerator random = new SplittableRandom(66);
        Dense layer = new Dense(24, 40, 1, random);
        float[][] in = MlpTest.rows(30, 24, random);
        float[][] pull = MlpTest.rows(30, 40, random);
        DenseKernel warming = BackEnd.VECTOR.kernel(layer);
        Passes before = passes(warming, layer, in, pull);
        BackEnd.VECTOR.warmUp();
        requireEqual(passes(warming, layer, in, pull), before, "warm");
    }

    @Test
    void theVectorApiIsThereWithoutBeingAskedForOnTheCommandLine() {
        assertThat(BackEnd.VECTOR.usable()).isTrue();
        assertThat(BackEnd.java()).isEqualTo(BackEnd.VECTOR);
        assertThat(BackEnd.PLAIN.<BackEnd>instead(BackEnd::java)).isEqualTo(BackEnd.PLAIN);
        assertThat(BackEnd.java()).isEqualTo(BackEnd.VECTOR);
    }

    private static final class Passes {
        final float[][] out;
        final float[][] inGradients;
        final float[][] weights;
        final float[] biases;

        Passes(float[][] out, float[][] inGradients, Dense layer) {
            this.out = out;
            this.inGradients = inGradients;
            this.weights =
                    Arrays.stream(layer.weightGradients)
                            .map(float[]::clone)
                            .toArray(float[][]::new);
            this.biases = layer.biasGradients.clone();
        }
    }

    private static Passes passes(DenseKernel kernel, Dense layer, float[][] in, float[][] pull) {
        float[][] out = new float[in.length][layer.outputs];
        float[][] inGradients = new float[in.length][layer.inputs];
        kernel.forward(layer, in, in.length, out);
        kernel.backward(layer, in, pull, in.length, inGradients);
        Passes passes = new Passes(out, inGradients, layer);
        kernel.backward(layer, in, pull, in.length, null);
        requireClose(layer.weightGradients, passes.weights, "without input gradients");
        return passes;
    }

    private static void requireClose(float[][] found, float[][] expected, String words) {
        for (int row = 0; row < expected.length; row++) {
            assertThat(found[row])
                    .as("%s, row %d", words, row)
                    .containsExactly(expected[row], within(1e-4f));
        }
    }
}
