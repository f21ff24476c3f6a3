package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that trains is killed (SIGKILL on Unix) at random instants, and nothing is lost. */
class KilledRunTest {
    private static final String SCENARIO = "sample-scenarios/simple-allocation-3.json";
    private static final String STEPS = "2500000";

    @TempDir private Path temporary;

    @Test
    void resumedItEndsWithTheBytesOfAnUndisturbedRun() throws Exception {
        Path whole = temporary.resolve("whole");
        finish(start(whole, "train", SCENARIO, "--seed", "4", "--steps", STEPS, "--out"));
        Path killed = temporary.resolve("killed");
        Process process =
                start(killed, "train", SCENARIO, "--seed", "4", "--steps", STEPS, "--out");
        SplittableRandom random = new SplittableRandom(8);
        Path metrics = killed.resolve("seed-4").resolve("metrics.csv");
        for (int kill = 0; kill < 3; kill++) {
            long before = size(metrics);
            long more = random.nextLong(1, 1500);
            Process current = process;
            Tiny.until(() -> size(metrics) >= before + more || !current.isAlive());
            process.destroyForcibly().waitFor();
            process = start(killed, "train", "--resume");
        }
        finish(process);
        assertThat(metrics).hasSameBinaryContentAs(whole.resolve("seed-4").resolve("metrics.csv"));
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static Process start(Path folder, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add("stackelberg.Main");
        command.addAll(List.of(arguments));
        command.add(folder.toString());
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder + ".log")))
                .start();
    }

    private static void finish(Process process) throws InterruptedException {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }
}
