package stackelberg.workbench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurveSoundTest {
    private static final int EACH = (int) (CurveSound.RATE * CurveSound.SECONDS);

    private static ChartLine line(double... values) {
        double[] x = new double[values.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = k;
        }
        return ChartLine.single("line", 0, x, values);
    }

    /** The tone between two shares of the first curve's time, by the times that it crosses zero. */
    private static double hertz(byte[] sound, double from, double to) {
        int begin = (int) (EACH * from);
        int end = (int) (EACH * to);
        int crossings = 0;
        for (int s = begin + 1; s < end; s++) {
            crossings += sample(sound, s - 1) < 0 && sample(sound, s) >= 0 ? 1 : 0;
        }
        return crossings * (double) CurveSound.RATE / (end - begin);
    }

    private static int sample(byte[] sound, int s) {
        return (sound[2 * s] & 0xff) | sound[2 * s + 1] << 8;
    }

    @Test
    void theHigherTheCurveTheHigherTheTone() {
        byte[] sound = CurveSound.of(List.of(line(0, 0.5, 1, 1)));
        assertThat(hertz(sound, 0.05, 0.3)).isCloseTo(CurveSound.LOWEST, within(5.0));
        assertThat(hertz(sound, 0.4, 0.6)).isCloseTo(2 * CurveSound.LOWEST, within(5.0));
        assertThat(hertz(sound, 0.7, 0.95)).isCloseTo(4 * CurveSound.LOWEST, within(5.0));
    }

    @Test
    void curvesAreHeardOneAfterTheOther() {
        byte[] one = CurveSound.of(List.of(line(1, 2)));
        assertThat(CurveSound.of(List.of(line(1, 2), line(2, 1)))).hasSize(2 * one.length);
        assertThat(CurveSound.of(List.of())).isEmpty();
        assertThat(CurveSound.of(List.of(line()))).hasSameSizeAs(one);
    }
}
