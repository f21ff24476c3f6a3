package stackelberg.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors put out the same bits as plain Java, at lengths that fill them and at others. */
class RowLoopsTest {
    private static final int ROWS = 5;

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 15, 16, 17, 32, 64, 67})
    void tanhAndItsDerivative(int columns) {
        assumeTrue(BackEnd.VECTOR.usable());
        float[][] values = wild(columns, 71);
        float[][] plain = copy(values);
        float[][] vector = copy(values);
        BackEnd.PLAIN.ownLoops().tanh(plain, ROWS, columns);
        BackEnd.VECTOR.ownLoops().tanh(vector, ROWS, columns);
        assertThat(Arrays.deepEquals(vector, plain)).isTrue();

        float[][] gradients = wild(columns, 72);
        float[][] plainGradients = copy(gradients);
        float[][] vectorGradients = copy(gradients);
        BackEnd.PLAIN.ownLoops().deriveTanh(plain, plainGradients, ROWS, columns);
        BackEnd.VECTOR.ownLoops().deriveTanh(plain, vectorGradients, ROWS, columns);
        assertThat(Arrays.deepEquals(vectorGradients, plainGradients)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 15, 16, 17, 32, 64, 67})
    void adamsSteps(int length) {
        assumeTrue(BackEnd.VECTOR.usable());
        BackEnd.VECTOR.warmUp();
        RandomGenerator random = new SplittableRandom(73);
        float[] gradient = new float[length];
        float[] plain = new float[length];
        float[] vector = new float[length];
        Adam one = BackEnd.PLAIN.instead(() -> new Adam(List.of(plain), List.of(gradient)));
        Adam other = BackEnd.VECTOR.instead(() -> new Adam(List.of(vector), List.of(gradient)));
        for (int step = 0; step < 200; step++) {
            for (int k = 0; k < length; k++) {
                // Some stay without a gradient for long: what is remembered of them fades away.
                gradient[k] = step > 20 && k % 3 == 0 ? 0 : (float) (10 * random.nextGaussian());
            }
            one.step(1e-2, 0.5);
            other.step(1e-2, 0.5);
            assertThat(vector).isEqualTo(plain);
        }
    }

    /** Numbers of every size and sign, what is not a number included. */
    private static float[][] wild(int columns, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        float[] special = {0f, -0f, 1e-42f, -1e30f, 4.97f, -4.98f, Float.NaN, 1f};
        float[][] rows = new float[ROWS][columns];
        for (float[] row : rows) {
            for (int k = 0; k < columns; k++) {
                row[k] =
                        random.nextInt(4) == 0
                                ? special[random.nextInt(special.length)]
                                : (float) (3 * random.nextGaussian());
            }
        }
        return rows;
    }

    private static float[][] copy(float[][] rows) {
        return Arrays.stream(rows).map(float[]::clone).toArray(float[][]::new);
    }
}
