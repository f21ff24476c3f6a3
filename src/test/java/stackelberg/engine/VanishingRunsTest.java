package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs are listed while others are made, thrown away and deleted: none of them is damaged. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class VanishingRunsTest {
    private static final int RUNS = 150;
    private static final int STOPPED = 60;

    @TempDir private Path data;

    @Test
    void aRunThatIsComingOrGoingIsNoDamagedRun() throws Exception {
        Path runs = Files.createDirectories(data.resolve("runs"));
        RunFolder.create(runs.resolve("stays"), Tiny.endless()).close();
        Bin bin = new Bin(runs, data.resolve("bin"));
        AtomicBoolean over = new AtomicBoolean();
        Thread coming =
                new Thread(
                        () -> {
                            try {
                                for (int k = 0; k < RUNS; k++) {
                                    Path run = runs.resolve("run-" + k);
                                    RunFolder.create(run, Tiny.endless()).close();
                                    bin.throwAway(run);
                                    bin.empty();
                                }
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            } finally {
                                over.set(true);
                            }
                        });
        coming.start();
        RunLibrary library = new RunLibrary(runs, data.resolve("bin"));
        while (!over.get()) {
            List<RunRecord> records = library.records();
            assertThat(records).extracting(r -> r.folder().getFileName() + "").contains("stays");
            library.thrownAway();
            for (Path run : SavedRun.folders(runs)) {
                // Throws if a run counts as damaged.
                Optional<RunRecord> read = RunRecord.readIfThere(run);
                assertThat(read.isPresent() || !SavedRun.isIn(run)).isTrue();
            }
        }
        coming.join();
    }

    /** What its last event says is read after nobody has it open any more, not before. */
    @Test
    void aRunThatIsStoppedWhileItIsReadIsNeverCalledInterrupted() throws Exception {
        for (int k = 0; k < STOPPED; k++) {
            Path folder = data.resolve("stops-" + k);
            try (Run run = new Run(Tiny.endless(), 1, folder)) {
                run.start();
                Tiny.until(() -> Tiny.reached(run, RunState.RUNNING));
                run.stop();
                RunRecord.Standing standing = RunRecord.Standing.TRAINING;
                while (standing == RunRecord.Standing.TRAINING) {
                    standing = RunRecord.read(folder).standing();
                }
                assertThat(standing).isEqualTo(RunRecord.Standing.STOPPED);
            }
        }
    }
}
