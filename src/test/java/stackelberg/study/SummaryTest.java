package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import stackelberg.engine.RunResult;
import stackelberg.scenario.Scenario;

class SummaryTest {
    private static final Cell CELL = new Cell(Map.of(), new Scenario().settled(), "cell");

    private static Summary of(Double optimum, double... rewards) {
        List<RunResult> results =
                DoubleStream.of(rewards)
                        .mapToObj(
                                reward ->
                                        new RunResult(
                                                "s", 1, 1, 1, reward, optimum, null, null, 1, 2,
                                                null, null, null, null, null, null, "p"))
                        .toList();
        return Summary.of(
                CELL, results, Measure.LEADER_REWARD, DoubleStream.of(rewards).boxed().toList());
    }

    /** 1, 2, 3, 4: s = 1.29099, t(3; .975) = 3.18245. */
    @Test
    void meansIntervalsAndTheMiddleHalfByHand() {
        Summary summary = of(null, 4, 1, 3, 2);
        assertThat(summary.n()).isEqualTo(4);
        assertThat(summary.mean()).isEqualTo(2.5);
        assertThat(summary.standardError()).isCloseTo(0.6454972, within(1e-7));
        assertThat(summary.high() - summary.mean()).isCloseTo(2.0542602, within(1e-6));
        assertThat(summary.middle()).isEqualTo(2.5);
        assertThat(summary.best()).isEqualTo(4);
        assertThat(summary.worst()).isEqualTo(1);
        assertThat(summary.cpuSeconds()).isEqualTo(8);
        assertThat(summary.optimum()).isNull();
    }

    /** Of five the middle half is 2.5 wide: three quarters of the second, the third, and so on. */
    @Test
    void theMiddleHalfOfAnOddNumber() {
        assertThat(Summary.interquartileMean(new double[] {0, 1, 2, 3, 100}))
                .isCloseTo((0.75 * 1 + 2 + 0.75 * 3) / 2.5, within(1e-12));
        assertThat(Summary.interquartileMean(new double[] {7})).isEqualTo(7);
    }

    @Test
    void oneSeedHasNoIntervalAndNoneHasNothing() {
        Summary one = of(1.0, 1);
        assertThat(one.mean()).isEqualTo(1);
        assertThat(one.standardError()).isNaN();
        assertThat(one.low()).isNaN();
        assertThat(one.reached()).isEqualTo(1);
        Summary none = of(null);
        assertThat(none.n()).isZero();
        assertThat(none.mean()).isNaN();
    }

    @Test
    void seedsWithinTheTolerancesOfTheOptimumHaveReachedIt() {
        Summary summary = of(1.0, 1, 0.5, 0.9999, 0);
        assertThat(summary.reached()).isEqualTo(2);
    }

    /** Escape is scaled to 1: its tolerance is a hundredth of that at most. */
    @Test
    void whatLiesBeyondTheToleranceHasNotReachedTheOptimum() {
        double tolerance = CELL.scenario().game().tolerance(1);
        assertThat(of(1.0, 1 - 2 * tolerance, 1 + 2 * tolerance, 1 - tolerance / 2).reached())
                .isEqualTo(2);
    }
}
