package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.workbench.soak.Growth;
import stackelberg.workbench.soak.Measurement;
import stackelberg.workbench.soak.WindowLatency;

/**
 * Windows that are closed leave nothing behind, as many as {@code -Dcycles} says. No part of the
 * tests: {@code mvn -Psoak test}.
 */
@ExtendWith(ApplicationExtension.class)
class OpenAndCloseRun {
    private static final Path FOLDER = Path.of("target", "soak");
    private static final int MEASURED_EVERY = 20;

    /** The last one says what goes wrong anywhere, and so stays; its stage may linger. */
    private static final int MAY_STAY = 2;

    /** Until the thread of a closed window's library has gone. */
    private static final long SETTLED_MILLIS = 7_000;

    @TempDir private Path data;
    private final AtomicReference<Thread> windowThread = new AtomicReference<>();
    private final List<WeakReference<WorkbenchWindow>> closed = new ArrayList<>();

    @Start
    void begin(Stage unused) {
        Platform.setImplicitExit(false);
        windowThread.set(Thread.currentThread());
    }

    @Test
    void closedWindowsAreForgotten() throws Exception {
        int cycles = Integer.getInteger("cycles", 500);
        long began = System.nanoTime();
        double warmUp = 0;
        Growth growth = new Growth(FOLDER.resolve("open-and-close.csv"), warmUp);
        StringBuilder verdict = new StringBuilder();
        try (WindowLatency latency = new WindowLatency(windowThread.get(), () -> "", warmUp)) {
            for (int cycle = 1; cycle <= cycles; cycle++) {
                openAndClose();
                if (cycle % MEASURED_EVERY == 0) {
                    growth.add(measured(began, latency, cycle));
                }
            }
            Thread.sleep(SETTLED_MILLIS);
            growth.add(measured(began, latency, cycles));
            verdict.append(cycles).append(" windows opened and closed, ");
            verdict.append(alive()).append(" of them still held\n");
            verdict.append(growth.report());
        }
        Files.writeString(FOLDER.resolve("open-and-close.txt"), verdict);
        System.out.println(verdict);
        assertThat(alive()).as("closed windows that are held").isLessThanOrEqualTo(MAY_STAY);
        assertThat(growth.grown()).as("what grows").isEmpty();
    }

    private void openAndClose() throws Exception {
        Stage[] stage = new Stage[1];
        WorkbenchWindow[] window = new WorkbenchWindow[1];
        WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> {
                    stage[0] = new Stage();
                    window[0] = WindowSteps.open(stage[0], data);
                });
        closed.add(new WeakReference<>(window[0]));
        WindowSteps.until(() -> WaitForAsyncUtils.waitForAsyncFx(10_000, () -> filled(stage[0])));
        WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> {
                    window[0].shutDown();
                    stage[0].close();
                });
    }

    private static boolean filled(Stage stage) {
        return stage.getScene().getRoot().lookupAll(".card").size() >= 8;
    }

    private Measurement measured(long began, WindowLatency latency, int cycle) {
        double second = (System.nanoTime() - began) / 1e9;
        return Measurement.take(second, latency, 0, cycle + " cycles; held: " + alive());
    }

    private long alive() {
        System.gc();
        return closed.stream().filter(window -> window.get() != null).count();
    }
}
