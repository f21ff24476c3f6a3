package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A bounded series keeps the envelope of an unbounded one. */
class DecimatedSeriesTest {
    private static Curve curve(int points, int spikeAt) {
        DecimatedSeries series = new DecimatedSeries();
        for (int k = 0; k < points; k++) {
            series.add(k, k == spikeAt ? 100 : Math.sin(k));
        }
        return series.curve("sine");
    }

    @Test
    void aShortSeriesIsKeptWhole() {
        Curve curve = curve(500, -1);
        assertThat(curve.transitions()).hasSize(500);
        assertThat(curve.values()[499]).isEqualTo(Math.sin(499));
    }

    @Test
    void aLongOneIsBoundedOrderedAndKeepsItsExtremes() {
        for (int points : new int[] {600, 601, 5_000, 123_457}) {
            for (int spikeAt : new int[] {0, points / 3, points - 1}) {
                Curve curve = curve(points, spikeAt);
                assertThat(curve.values().length).isBetween(2, DecimatedSeries.CAPACITY);
                assertThat(Arrays.stream(curve.values()).max()).hasValue(100);
                assertThat(curve.transitions()).isSorted();
                assertThat(curve.transitions()[0]).isLessThan(points / 10.0 + 1);
                assertThat(curve.transitions()[curve.transitions().length - 1])
                        .isGreaterThan(points * 0.98 - 4);
            }
        }
    }

    @Test
    void undefinedValuesAreLeftOut() {
        DecimatedSeries series = new DecimatedSeries();
        series.add(1, Double.NaN);
        series.add(2, 5);
        assertThat(series.curve("c").values()).containsExactly(5);
    }

    @Test
    void savedAndRestoredItGoesOnAlike() throws IOException {
        DecimatedSeries whole = new DecimatedSeries();
        DecimatedSeries first = new DecimatedSeries();
        for (int k = 0; k < 3001; k++) {
            whole.add(k, Math.cos(k));
            first.add(k, Math.cos(k));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        first.save(new DataOutputStream(bytes));
        DecimatedSeries second = new DecimatedSeries();
        second.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int k = 3001; k < 7000; k++) {
            whole.add(k, Math.cos(k));
            second.add(k, Math.cos(k));
        }
        assertThat(second.curve("c").values()).isEqualTo(whole.curve("c").values());
    }
}
