package stackelberg.workbench.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.engine.Chart;
import stackelberg.engine.Curve;
import stackelberg.oracle.Answer;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.session.FakeRun;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.PendingAnswers;
import stackelberg.workbench.session.RunQueue;
import stackelberg.workbench.session.TrainingDesk;
import stackelberg.workbench.session.UserFolders;
import stackelberg.workbench.session.WatchedRun;

class ChartLinesTest {
    @TempDir Path data;

    private final Map<Long, FakeRun> runs = new HashMap<>();

    private List<WatchedRun> begin(String seeds) throws Exception {
        PendingAnswers answers =
                new PendingAnswers(
                        game -> new Answer(0.9, 0.9, 0.9, "known", "", new double[0][]),
                        scenario -> List.of());
        TrainingDesk desk =
                new TrainingDesk(
                        new RunQueue(9),
                        answers,
                        new UserFolders(data),
                        (scenario, seed, folder) -> {
                            runs.put(seed, new FakeRun(scenario, seed));
                            return runs.get(seed);
                        },
                        LocalDateTime::now);
        Scenario scenario = (Scenario) ParameterPath.ROOT.at("seeds").write(new Scenario(), seeds);
        desk.begin(scenario);
        answers.solve(scenario.game()).get();
        return desk.runs();
    }

    private static Curve curve(double[] x, double... y) {
        return new Curve("training", x, y);
    }

    private List<ChartLine> lines(List<WatchedRun> watched) {
        watched.forEach(WatchedRun::refresh);
        return ChartLines.of(Chart.LEADER_REWARD, ChartLines.ticked(watched), 0, name -> true);
    }

    @Test
    void oneRunIsALineBesideTheOptimum() throws Exception {
        List<WatchedRun> watched = begin("1");
        runs.get(1L)
                .draw(Chart.LEADER_REWARD, curve(new double[] {0, 10, 20}, 0.1, Double.NaN, 0.3));
        List<ChartLine> lines = lines(watched);
        assertThat(lines).extracting(ChartLine::name).containsExactly("training", "exact optimum");
        assertThat(lines.get(0).x()).containsExactly(0, 20);
        assertThat(lines.get(0).y()).containsExactly(0.1, 0.3);
        assertThat(lines.get(1).y()).containsExactly(0.9, 0.9);
        assertThat(lines.get(1).colour()).isEqualTo(ChartLine.REFERENCE);
    }

    @Test
    void severalSeedsAreAMeanWithABand() throws Exception {
        List<WatchedRun> watched = begin("1-2");
        runs.get(1L).draw(Chart.LEADER_REWARD, curve(new double[] {0, 10}, 0, 1));
        runs.get(2L).draw(Chart.LEADER_REWARD, curve(new double[] {0, 20}, 0.4, 0.4));
        ChartLine line = lines(watched).get(0);
        assertThat(line.low()).isNotNull();
        assertThat(SeedBand.at(line, 0)).isCloseTo(0.2, within(1e-12));
        // Beyond the end of the first seed only the second is left.
        assertThat(SeedBand.at(line, 20)).isCloseTo(0.4, within(1e-12));
        for (int i = 0; i < line.x().length; i++) {
            assertThat(line.y()[i]).isBetween(line.low()[i], line.high()[i]);
        }
    }

    @Test
    void whatIsNotTickedIsNotDrawn() throws Exception {
        List<WatchedRun> watched = begin("1");
        runs.get(1L).draw(Chart.LEADER_REWARD, curve(new double[] {0, 10}, 0, 1));
        watched.get(0).show(false);
        assertThat(lines(watched)).isEmpty();
    }

    @Test
    void smoothingKeepsTheRawTraceAndTheEnds() {
        double[] noisy = new double[100];
        for (int i = 0; i < noisy.length; i++) {
            noisy[i] = i % 2;
        }
        double[] smooth = Smoothing.apply(noisy, 1);
        assertThat(smooth[50]).isCloseTo(0.5, within(0.05));
        assertThat(smooth[0]).isEqualTo(noisy[0]);
        assertThat(Smoothing.apply(noisy, 0)).isSameAs(noisy);
    }

    @Test
    void whatIsNotPositiveHasAPlaceOnALogarithmicScale() {
        assertThat(Scale.LOGARITHMIC.place(0)).isEqualTo(-6);
        assertThat(Scale.LOGARITHMIC.place(0.01)).isCloseTo(-2, within(1e-12));
        assertThat(Scale.LOGARITHMIC.format().format(-2)).isEqualTo("0.01");
    }

    @Test
    void slowDrawingIsDoneLessOften() {
        RedrawPace pace = new RedrawPace();
        long ms = 1_000_000;
        assertThat(pace.allows(1000 * ms, 0)).isTrue();
        pace.drew(1000 * ms, 1050 * ms);
        assertThat(pace.allows(1100 * ms, 0)).isFalse();
        assertThat(pace.allows(1200 * ms, 0)).isTrue();
        assertThat(pace.allows(1200 * ms, 1150 * ms)).isFalse();
    }
}
