package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The folder of a run is moved, removed or replaced while it trains, or a network takes it away.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there a folder in use cannot be moved")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FolderGoneTest {
    @TempDir private Path temporary;

    private Run underWay(Path folder) throws InterruptedException {
        Run run = new Run(Tiny.endless(), 3, folder);
        run.start();
        Tiny.until(() -> Files.exists(folder.resolve("checkpoint")));
        return run;
    }

    private static void failsInWords(Run run, Path folder) throws InterruptedException {
        run.await();
        assertThat(run.latest().state()).isEqualTo(RunState.FAILED);
        assertThat(run.latest().message())
                .isEqualTo(
                        "cannot write "
                                + folder.resolve("checkpoint")
                                + ": the folder was moved, removed or replaced. Put it back where"
                                + " it was, then resume the run: it goes on from its last"
                                + " checkpoint");
    }

    @Test
    void whatWasMovedHoldsAllThatWasThereAndGoesOn() throws Exception {
        Path folder = temporary.resolve("run");
        Path moved = temporary.resolve("moved");
        try (Run run = underWay(folder);
                Run other = underWay(temporary.resolve("other"))) {
            Files.move(folder, moved);
            failsInWords(run, folder);
            long transitions = other.latest().transitions();
            Tiny.until(() -> other.latest().transitions() > transitions);
        }
        RunRecord record = RunRecord.read(moved);
        assertThat(record.standing()).isEqualTo(RunRecord.Standing.FAILED);
        assertThat(record.resumable()).isTrue();
        List<String> rows = Files.readAllLines(moved.resolve("metrics.csv"));
        try (Run again = SavedRun.resume(moved)) {
            again.start();
            Tiny.until(() -> again.latest().transitions() > 0);
            assertThat(Files.readAllLines(moved.resolve("metrics.csv")).subList(0, 100))
                    .isEqualTo(rows.subList(0, 100));
        }
    }

    @Test
    void whatWasRemovedIsSaidToBeGone() throws Exception {
        Path folder = temporary.resolve("run");
        try (Run run = underWay(folder)) {
            Path away = temporary.resolve("away");
            Files.move(folder, away);
            delete(away);
            failsInWords(run, folder);
        }
        assertThat(folder).doesNotExist();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void whatWasBegunInItsPlaceIsLeftAlone() throws Exception {
        Path folder = temporary.resolve("run");
        try (Run run = underWay(folder)) {
            Files.move(folder, temporary.resolve("moved"));
            Run fresh = new Run(Tiny.scenario(3000), 5, folder);
            fresh.start();
            fresh.await();
            assertThat(fresh.latest().message()).isEmpty();
            byte[] checkpoint = Files.readAllBytes(folder.resolve("checkpoint"));
            failsInWords(run, folder);
            assertThat(Files.readAllBytes(folder.resolve("checkpoint"))).isEqualTo(checkpoint);
        }
        assertThat(RunRecord.read(folder).standing()).isEqualTo(RunRecord.Standing.FINISHED);
        assertThat(RunRecord.read(folder).seed()).isEqualTo(5);
    }

    @Test
    void aFolderOfRunsThatIsGoneIsAnEmptyLibrary() throws Exception {
        Path runs = temporary.resolve("runs");
        RunLibrary library = new RunLibrary(runs, temporary.resolve("bin"));
        Run run = new Run(Tiny.scenario(1000), 3, runs.resolve("one"));
        run.start();
        run.await();
        assertThat(library.records()).hasSize(1);
        Files.move(runs, temporary.resolve("elsewhere"));
        assertThat(library.records()).isEmpty();
    }
}
