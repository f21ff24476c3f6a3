package stackelberg.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FiguresTest {
    /** How many times as long as on the machine that the limits were set on is still well. */
    private static final double PATIENCE = 5;

    static Stream<Figure> figures() {
        return Figures.standard().stream();
    }

    @ParameterizedTest
    @MethodSource("figures")
    void everyFigureIsOfWorkThatCanBeDone(Figure figure) {
        assertThat(figure.work().get().run()).isPositive();
    }

    @Test
    void aReadingTellsTheTimeAndTheBytesOfAnOperation() {
        byte[][] kept = new byte[1][];
        Work work =
                () -> {
                    for (int k = 0; k < 100; k++) {
                        kept[0] = new byte[1000];
                    }
                    return 100;
                };
        Reading reading = Reading.of(work, 0.05);
        assertThat(reading.bytes()).isBetween(1000.0, 1100.0);
        assertThat(reading.seconds()).isBetween(1e-9, 1e-4);
    }

    /**
     * A coarse guard against becoming slow by accident: in steps of the calibration loop, so that a
     * slow machine does not matter, and in processor time, so that a busy one matters little.
     */
    @Test
    void nothingHasBecomeSeveralTimesSlower() {
        double step = Reading.of(new Calibration(), 0.2).seconds();
        require("minibatch step, 64 rows, PLAIN", 49_000, step);
        require("Q-learning play, bertrand-collusion", 31, step);
        require("play, escape", 33, step);
        require("play, mspm-uniform-5", 140, step);
    }

    private static void require(String name, double expectedSteps, double step) {
        Supplier<Work> work =
                figures().filter(f -> f.name().equals(name)).findFirst().orElseThrow().work();
        double steps = Reading.of(work.get(), 0.3).seconds() / step;
        assertThat(steps)
                .as("%s, in steps of the calibration loop", name)
                .isLessThan(PATIENCE * expectedSteps);
    }
}
