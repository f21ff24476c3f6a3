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

    private static double[] of(double... values) {
        return values;
    }

    @Test
    void aValueCountsFromItsPointOnward() {
        Series series = new Series(of(10, 20), of(1, 2));
        assertThat(series.at(10)).isEqualTo(1);
        assertThat(series.at(19)).isEqualTo(1);
        assertThat(series.at(20)).isEqualTo(2);
        assertThat(series.at(21)).isEqualTo(2);
    }

    @Test
    void manyLinesAreReadAndWhatIsNoNumberIsNotDefined() throws IOException {
        StringBuilder text = new StringBuilder("x,transitions\n");
        for (int k = 0; k < 200; k++) {
            text.append(k == 7 ? "?" : String.valueOf(2 * k)).append(',').append(k).append('\n');
        }
        Series series = Series.read(file(text.toString()), "x").orElseThrow();
        assertThat(series.values()).hasSize(200);
        assertThat(series.transitions()).hasSize(200);
        assertThat(series.values()[7]).isNaN();
        assertThat(series.values()[199]).isEqualTo(398);
        assertThat(series.transitions()[199]).isEqualTo(199);
        assertThat(Series.read(file("x,y\n1,2\n"), "x")).isEmpty();
    }

    /** A value that is not defined, or of a single point, makes no curve. */
    @Test
    void withoutASecondPointThereIsNoCurve() {
        Series one = new Series(of(10, Double.POSITIVE_INFINITY), of(7, 7));
        CellCurve none = CellCurve.of(List.of(one), 10);
        assertThat(none.mean()).isEmpty();
        assertThat(none.transitions()).isEmpty();
        assertThat(none.error()).isEmpty();
        assertThat(none.seeds()).isEqualTo(1);
        Series late = new Series(of(10, 20, 30), of(Double.NaN, 4, 6));
        CellCurve curve = CellCurve.of(List.of(late), 30);
        assertThat(curve.transitions()[0]).isEqualTo(20);
        assertThat(curve.mean()[0]).isEqualTo(4);
        assertThat(curve.error()).containsOnly(0);
        assertThat(curve.transitions()).hasSize(51).isSorted();
    }

    /** Seed 1 is over at 20 with 1, seed 2 is at 40 with 3 and goes on. */
    @Test
    void theCurveOfACellInItsFolder() throws IOException {
        Study study = Trained.messages("");
        Trained trained =
                new Trained(study, folder)
                        .over(0, null, 1)
                        .measured(0, 1, "transitions,greedy policy\n10,0\n20,1\n")
                        .measured(0, 2, "transitions,greedy policy\n10,0\n40,3\n")
                        .measured(0, 3, "transitions,greedy policy\n");
        CellCurve curve = CellCurve.of(study, trained.job(0, 1).cell(), trained.folder);
        int last = curve.mean().length - 1;
        assertThat(curve.seeds()).isEqualTo(2);
        assertThat(curve.transitions()[last]).isEqualTo(40);
        assertThat(curve.mean()[last]).isEqualTo(2);
        assertThat(curve.mean()[last - 1]).isEqualTo(0.5);
        trained.measured(0, 2, "transitions,greedy policy\n10,0\n80,5\n");
        assertThat(CellCurve.of(study, trained.job(0, 1).cell(), trained.folder).transitions())
                .as("the file has grown since it was read")
                .endsWith(80);
    }
}
