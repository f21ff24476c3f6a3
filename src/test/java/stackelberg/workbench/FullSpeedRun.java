package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.soak.Growth;
import stackelberg.workbench.soak.Measurement;
import stackelberg.workbench.soak.WindowLatency;

/**
 * A window in which eight seeds train at full speed for as long as {@code -Dminutes} says, with its
 * charts and its inspector open and nobody at it, holds on to nothing. No part of the tests: {@code
 * mvn -Psoak test -Dtest=FullSpeedRun -Dminutes=60}.
 */
class FullSpeedRun extends WindowJourney {
    private static final Path FOLDER = Path.of("target", "soak");
    private static final long EVERY_MILLIS = 10_000;

    /** Of the whole time, and never more than so many seconds. */
    private static final double WARM_UP_SHARE = 0.1;

    private static final double MOST_WARM_UP = 120;

    @Test
    void trainsForLong() throws Exception {
        double seconds = 60 * Double.parseDouble(System.getProperty("minutes", "2"));
        double warmUp = Math.min(MOST_WARM_UP, WARM_UP_SHARE * seconds);
        Growth growth = new Growth(FOLDER.resolve("full-speed.csv"), warmUp);
        AtomicReference<Thread> windowThread = new AtomicReference<>();
        inWindow(() -> windowThread.set(Thread.currentThread()));
        begin();
        long began = System.nanoTime();
        String verdict;
        try (WindowLatency latency =
                new WindowLatency(windowThread.get(), () -> "trains", warmUp)) {
            double second = 0;
            while (second < seconds) {
                Thread.sleep(EVERY_MILLIS);
                second = (System.nanoTime() - began) / 1e9;
                int runs = window.desk().runs().size();
                growth.add(Measurement.take(second, latency, runs, transitions()));
            }
            verdict = transitions() + " transitions\n" + growth.report() + latency.report();
        }
        Files.writeString(FOLDER.resolve("full-speed.txt"), verdict);
        System.out.println(verdict);
        assertThat(window.desk().runs()).allMatch(run -> !run.state().over());
        assertThat(growth.grown()).as("what grows").isEmpty();
    }

    /** No run comes to its end by itself. */
    private void begin() throws Exception {
        ParameterPath root = ParameterPath.ROOT;
        inWindow(
                () -> {
                    window.openFile(Path.of("sample-scenarios", "mspm-uniform-3.json"));
                    window.editor().edit(root.at("budget"), 1_000_000_000_000L);
                    window.editor().edit(root.at("seeds"), "1-8");
                });
        inWindow(() -> window.training().train());
        WindowSteps.until(() -> window.desk().runs().size() == 8);
    }

    private String transitions() {
        return Long.toString(
                window.desk().runs().stream().mapToLong(run -> run.latest().transitions()).sum());
    }
}
