package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
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
 * A window that is used for as long as {@code -Dminutes} says holds on to nothing and goes on
 * answering. No part of the tests: {@code mvn -Psoak test -Dminutes=40 -Dseed=1}.
 */
@ExtendWith(ApplicationExtension.class)
class SoakRun {
    private static final Path FOLDER = Path.of("target", "soak");
    private static final long EVERY_MILLIS = 10_000;

    /** Of the whole time, and never more than so many seconds. */
    private static final double WARM_UP_SHARE = 0.15;

    private static final double MOST_WARM_UP = 300;

    @TempDir private Path data;
    private Stage stage;
    private WorkbenchWindow window;
    private final AtomicReference<Thread> windowThread = new AtomicReference<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    /**
     * In a stage of its own: of the one that is handed in, TestFX keeps every event, and its node.
     */
    @Start
    void open(Stage unused) {
        stage = new Stage();
        window = WindowSteps.open(stage, data);
        Thread thread = Thread.currentThread();
        windowThread.set(thread);
        Thread.UncaughtExceptionHandler said = thread.getUncaughtExceptionHandler();
        thread.setUncaughtExceptionHandler(
                (where, fault) -> {
                    if (!ofHeadlessScreen(fault)) {
                        faults.add("on the window's thread: " + fault);
                        said.uncaughtException(where, fault);
                    }
                });
    }

    /** Monocle draws no pointers of our own, and says so when one is presented with. */
    private static boolean ofHeadlessScreen(Throwable fault) {
        return Stream.of(fault.getStackTrace())
                .anyMatch(at -> at.getClassName().endsWith(".MonocleCursor"));
    }

    @Test
    void usedForLong() throws Exception {
        double seconds = 60 * Double.parseDouble(System.getProperty("minutes", "2"));
        long seed = Long.getLong("seed", 1);
        double warmUp = Math.min(MOST_WARM_UP, WARM_UP_SHARE * seconds);
        RobotHands hands = new RobotHands(stage);
        SoakRobot robot =
                new SoakRobot(
                        window, hands, Files.createDirectories(data.resolve("exports")), seed);
        Growth growth = new Growth(FOLDER.resolve("soak.csv"), warmUp);
        try (WindowLatency latency = new WindowLatency(windowThread.get(), robot::doing, warmUp)) {
            long began = System.nanoTime();
            Thread measuring =
                    new Thread(() -> measure(growth, latency, robot, began), "measurements");
            measuring.setDaemon(true);
            measuring.start();
            hands.until(20, () -> hands.all(".card").count() >= 8);
            while ((System.nanoTime() - began) / 1e9 < seconds) {
                go(robot);
            }
            robot.tidyUp();
            over = true;
            measuring.join();
            tell(seed, robot, hands, growth, latency);
        }
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    window.shutDown();
                    stage.close();
                });
        assertThat(faults).as("faults").isEmpty();
        assertThat(growth.grown()).as("what grows").isEmpty();
    }

    /** What fails is told at the end, and the robot goes on, as a person would. */
    private void go(SoakRobot robot) throws InterruptedException {
        try {
            robot.next();
        } catch (RuntimeException | AssertionError e) {
            faults.add("while it " + robot.doing() + ": " + e);
            e.printStackTrace();
        }
    }

    private void measure(Growth growth, WindowLatency latency, SoakRobot robot, long began) {
        try {
            while (!over) {
                Thread.sleep(EVERY_MILLIS);
                double second = (System.nanoTime() - began) / 1e9;
                growth.add(Measurement.take(second, latency, robot.runs(), robot.doing()));
            }
        } catch (InterruptedException | IOException e) {
            faults.add("while it was measured: " + e);
        }
    }

    private void tell(
            long seed, SoakRobot robot, RobotHands hands, Growth growth, WindowLatency latency)
            throws IOException {
        StringBuilder verdict = new StringBuilder();
        verdict.append("seed ").append(seed).append(", ").append(robot.rounds());
        verdict.append(" things done\n").append(growth.report()).append(latency.report());
        faults.forEach(fault -> verdict.append("FAULT ").append(fault).append('\n'));
        hands.complaints().forEach(c -> verdict.append("complaint: ").append(c).append('\n'));
        Files.writeString(FOLDER.resolve("soak.txt"), verdict);
        System.out.println(verdict);
    }
}
