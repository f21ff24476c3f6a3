package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.ChildProgram;
import stackelberg.scenario.ScenarioFile;

/** Two programs on one run folder: the second is told so in words, and the first is not hurt. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TwoProgramsTest {
    @TempDir private Path temporary;

    private Path scenario(String title) throws IOException {
        Path file = temporary.resolve(title + ".json");
        ScenarioFile.save(Tiny.endless(), file);
        Files.writeString(file, Files.readString(file).replace("Tiny", title));
        return file;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void grows(ChildProgram program, Path run) throws Exception {
        long before = size(run.resolve("metrics.csv"));
        program.until(() -> size(run.resolve("metrics.csv")) > before);
    }

    private static void refused(String... arguments) throws Exception {
        try (ChildProgram second = ChildProgram.start(arguments)) {
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.said())
                    .containsAnyOf("another run is writing to it", "holds a run already");
        }
    }

    @Test
    void whoComesSecondIsToldSoAndTheFirstTrainsOn() throws Exception {
        Path out = temporary.resolve("out");
        Path run = out.resolve("seed-1");
        Path one = scenario("one");
        try (ChildProgram first = ChildProgram.start("train", "" + one, "--out", "" + out)) {
            first.until(() -> Files.exists(run.resolve("checkpoint")));
            refused("train", "--resume", "" + out);
            refused("train", "" + scenario("two"), "--out", "" + out);
            // To look is no harm, as the library and the window do.
            assertThat(RunRecord.read(run).standing()).isEqualTo(RunRecord.Standing.TRAINING);
            grows(first, run);
            first.end();
            assertThat(first.code()).isEqualTo(143);
        }
        assertThat(Files.readString(run.resolve("scenario.json"))).contains("\"one\"");
        assertThat(Files.readString(run.resolve("events.csv"))).contains("stopped");
        assertThat(Files.readAllLines(run.resolve("events.csv")))
                .filteredOn(line -> line.contains("started"))
                .hasSize(1);
    }

    /** To go on, a run reads the files that it writes to; to read a file may take its lock away. */
    @Test
    void aRunThatWasResumedIsGuardedToo() throws Exception {
        Path run = temporary.resolve("run");
        try (Run begun = new Run(Tiny.endless(), 3, run)) {
            begun.start();
            Tiny.until(() -> begun.latest().transitions() > 1000);
        }
        try (ChildProgram first = ChildProgram.start("train", "--resume", "" + run)) {
            grows(first, run);
            assertThat(RunRecord.read(run).standing()).isEqualTo(RunRecord.Standing.TRAINING);
            refused("train", "--resume", "" + run);
            grows(first, run);
        }
    }

    /** A list of runs is read again and again while runs of the same program are under way. */
    @Test
    void whatThisProgramReadsTakesNoLockAway() throws Exception {
        Path run = temporary.resolve("run");
        try (Run training = new Run(Tiny.endless(), 3, run)) {
            training.start();
            Tiny.until(() -> Files.exists(run.resolve("checkpoint")));
            for (int look = 0; look < 3; look++) {
                assertThat(RunRecord.read(run).standing()).isEqualTo(RunRecord.Standing.TRAINING);
                assertThat(Files.readString(run.resolve("metrics.csv"))).isNotEmpty();
            }
            refused("train", "--resume", "" + run);
        }
        Tiny.until(() -> !FolderLock.held(run));
    }
}
