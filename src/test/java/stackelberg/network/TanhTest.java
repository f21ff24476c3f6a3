package stackelberg.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TanhTest {
    @Test
    void isWithinItsStatedErrorEverywhere() {
        for (float x = -12; x <= 12; x += 0.0007f) {
            assertThat((double) tanh(x)).as("tanh %s", x).isCloseTo(Math.tanh(x), within(1e-4));
        }
        for (float x :
                new float[] {
                    0, -0f, Float.MIN_VALUE, 1e10f, Float.MAX_VALUE, Float.POSITIVE_INFINITY
                }) {
            assertThat((double) tanh(x)).isCloseTo(Math.tanh(x), within(1e-4));
            assertThat((double) tanh(-x)).isCloseTo(-Math.tanh(x), within(1e-4));
        }
        assertThat(tanh(Float.NaN)).isNaN();
    }

    @Test
    void neverLeavesTheUnitIntervalAndIsOdd() {
        for (float x = 0; x <= 12; x += 0.0007f) {
            assertThat(tanh(x)).isBetween(0f, 1f).isEqualTo(-tanh(-x));
        }
    }

    /** Where neurons are not saturated the approximation's own slope is the exact one. */
    @Test
    void itsSlopeIsOneMinusItsSquare() {
        for (double x = -3; x <= 3; x += 0.01) {
            float[] outputs = {(float) Math.tanh(x)};
            float[] gradients = {2};
            Tanh.derive(outputs, gradients, 0, 1);
            double slope = 2 / Math.pow(Math.cosh(x), 2);
            assertThat((double) gradients[0]).isCloseTo(slope, within(1e-5));
        }
    }

    @Test
    void valuesBehindTheCountStayAsTheyAre() {
        float[] values = {1, 2, 3};
        Tanh.apply(values, 2);
        assertThat(values[2]).isEqualTo(3);
    }

    private static float tanh(float x) {
        float[] values = {x};
        Tanh.apply(values, 1);
        return values[0];
    }
}
