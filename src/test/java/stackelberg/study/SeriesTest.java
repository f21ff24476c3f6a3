package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesTest {
    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("metrics.csv"), text);
    }

    @Test
    void aColumnIsFoundByItsNameAndATornLineIsLeftOut() throws IOException {
        Path file =
                file(
                        "iteration,transitions,plays,\"price, seller 1\",x\n"
                                + "1,10,20,1.5,0.0\n2,30,40,NaN,0.0\n3,50,60,2.5");
        Series series = Series.read(file, "price, seller 1").orElseThrow();
        assertThat(series.transitions()).containsExactly(10, 30);
        assertThat(series.values()).containsExactly(1.5, Double.NaN);
        assertThat(Series.read(file, "y")).isEmpty();
        assertThat(Series.read(file(""), "x")).isEmpty();
        assertThat(series.at(9)).isNaN();
        assertThat(series.at(29)).isEqualTo(1.5);
    }

    /** One seed is over at 20 transitions with 1, the other is at 40 with 3: at 40, mean 2. */
    @Test
    void whatIsOverKeepsItsValueAndWhatHasNotComeSoFarDoesNotCount() {
        double never = Double.POSITIVE_INFINITY;
        Series over = new Series(new double[] {10, 20, never}, new double[] {0, 1, 1});
        Series under = new Series(new double[] {10, 20, 40}, new double[] {0, 1, 3});
        Series young = new Series(new double[] {10}, new double[] {7});
        CellCurve curve = CellCurve.of(List.of(over, under, young), 40);
        int last = curve.mean().length - 1;
        assertThat(curve.transitions()[last]).isEqualTo(40);
        assertThat(curve.mean()[last]).isEqualTo(2);
        assertThat(curve.error()[last]).isCloseTo(1, within(1e-12));
        assertThat(curve.seeds()).isEqualTo(3);
    }
}
