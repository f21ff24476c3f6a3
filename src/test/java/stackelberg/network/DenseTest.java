package stackelberg.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseTest {
    /** W·Wᵀ = gain²·I where W is wide or square, Wᵀ·W = gain²·I where it is tall. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "64, 64, 1.4142135",
        "3, 64, 1.4142135",
        "64, 4, 0.01",
        "64, 1, 1",
        "1, 64, 1"
    })
    void weightsBeginAsAnOrthogonalMatrixTimesTheGain(int inputs, int outputs, double gain) {
        Dense layer = new Dense(inputs, outputs, gain, new SplittableRandom(63));
        boolean wide = outputs >= inputs;
        int vectors = Math.min(inputs, outputs);
        for (int u = 0; u < vectors; u++) {
            for (int v = 0; v < vectors; v++) {
                double product = 0;
                for (int k = 0; k < Math.max(inputs, outputs); k++) {
                    double a = wide ? layer.weights[u][k] : layer.weights[k][u];
                    double b = wide ? layer.weights[v][k] : layer.weights[k][v];
                    product += a * b;
                }
                assertThat(product)
                        .as("%d, %d", u, v)
                        .isCloseTo(u == v ? gain * gain : 0, within(1e-6 * gain * gain));
            }
        }
        assertThat(layer.biases).containsOnly(0f);
    }
}
