package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.engine.RunRecord.Standing;

/** Every run on disk is found again, with what a person said of it, until the bin is emptied. */
class RunLibraryTest {
    @TempDir private Path temporary;
    private Path runs;
    private RunLibrary library;

    @BeforeEach
    void begin() {
        runs = temporary.resolve("runs");
        library = new RunLibrary(runs, temporary.resolve("bin"));
    }

    private Run run(String name, long budget) {
        return new Run(Tiny.scenario(budget), 3, runs.resolve(name));
    }

    private RunRecord finished(String name) throws Exception {
        try (Run run = run(name, 2000)) {
            run.start();
            run.await();
        }
        return RunRecord.read(runs.resolve(name));
    }

    private Run underWay(String name) throws InterruptedException {
        Run run = run(name, 1_000_000_000L);
        run.start();
        Tiny.until(() -> run.latest().transitions() > 1000);
        return run;
    }

    @Test
    void aFinishedRunTellsWhatItCameTo() throws Exception {
        RunRecord record = finished("one");
        assertThat(record.standing()).isEqualTo(Standing.FINISHED);
        assertThat(record.title()).isEqualTo(Tiny.scenario(2000).title());
        assertThat(record.seed()).isEqualTo(3);
        assertThat(record.steps()).isGreaterThanOrEqualTo(2000);
        assertThat(record.reward()).isNotNaN();
        assertThat(record.verdict()).isNotEmpty();
        assertThat(record.resumable()).isFalse();
        assertThat(record.offered()).isFalse();
    }

    @Test
    void whereARunStandsIsSeenFromItsFolder() throws Exception {
        Run run = underWay("going");
        assertThat(RunRecord.read(runs.resolve("going")).standing()).isEqualTo(Standing.TRAINING);
        assertThatThrownBy(() -> library.throwAway(RunRecord.read(runs.resolve("going"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Stop it first");
        run.close();
        run.await();
        RunRecord stopped = RunRecord.read(runs.resolve("going"));
        assertThat(stopped.standing()).isEqualTo(Standing.STOPPED);
        assertThat(stopped.resumable()).isTrue();
        assertThat(stopped.offered()).isFalse();

        Run left = underWay("left");
        left.leave();
        left.await();
        RunRecord interrupted = RunRecord.read(runs.resolve("left"));
        assertThat(interrupted.standing()).isEqualTo(Standing.INTERRUPTED);
        assertThat(interrupted.offered()).isTrue();
        interrupted.say(new About("", "", true));
        assertThat(RunRecord.read(runs.resolve("left")).offered()).isFalse();
    }

    /** A run's rows and its checkpoint may be large: here, to read one would be a fault. */
    @Test
    void hundredsOfRunsAreListedByTheirSmallFilesAlone() throws Exception {
        int many = 500;
        for (int k = 0; k < many; k++) {
            Path folder = Files.createDirectories(runs.resolve("run-" + k));
            Files.writeString(
                    folder.resolve("scenario.json"), "{\"title\": \"Many\", \"seeds\": \"1\"}");
            Files.createDirectory(folder.resolve("metrics.csv"));
            Files.createDirectory(folder.resolve("checkpoint"));
            if (k % 2 == 0) {
                Files.writeString(
                        folder.resolve("result.json"), "{\"scenario\": \"Many\", \"seed\": 1}");
            }
        }
        assertThat(library.records())
                .hasSize(many)
                .filteredOn(run -> run.standing() == Standing.FINISHED)
                .hasSize(many / 2);
    }

    @Test
    void theNewestComeFirstWhateverTheClockWasSetTo() throws Exception {
        List<String> years = List.of("2035", "2026", "2026", "1970");
        for (int k = 0; k < years.size(); k++) {
            Path folder = Files.createDirectories(runs.resolve("run-" + (char) ('d' - k)));
            Path scenario = folder.resolve("scenario.json");
            Files.writeString(scenario, "{\"title\": \"" + k + "\", \"seeds\": \"1\"}");
            Instant begun = Instant.parse(years.get(k) + "-01-01T00:00:00Z");
            Files.setLastModifiedTime(scenario, FileTime.from(begun));
        }
        assertThat(library.records())
                .extracting(RunRecord::title)
                .containsExactly("0", "2", "1", "3");
    }

    @Test
    void aProgramThatWasKilledLeavesAnInterruptedRun() throws Exception {
        Run run = underWay("killed");
        run.close();
        run.await();
        Path events = runs.resolve("killed").resolve("events.csv");
        List<String> lines = Files.readAllLines(events);
        // As the disk is at the instant of a kill: nobody was left to write that it stopped.
        Files.write(events, lines.subList(0, lines.size() - 1));
        assertThat(RunRecord.read(runs.resolve("killed")).offered()).isTrue();
    }

    @Test
    void aFailureSaysWhy() throws Exception {
        Path folder = runs.resolve("failed");
        Run first = underWay("failed");
        first.close();
        first.await();
        Files.write(folder.resolve("checkpoint"), new byte[] {1, 2, 3});
        Run again = SavedRun.resume(folder);
        again.start();
        again.await();
        RunRecord record = RunRecord.read(folder);
        assertThat(record.standing()).isEqualTo(Standing.FAILED);
        assertThat(record.verdict()).contains("checkpoint is damaged");
    }

    @Test
    void whatAPersonSaysStays() throws Exception {
        RunRecord named = finished("one").say(new About("Für die Vorlesung", "α = .1", false));
        assertThat(named.name()).isEqualTo("Für die Vorlesung");
        RunRecord again = RunRecord.read(runs.resolve("one"));
        assertThat(again).isEqualTo(named);
        Files.writeString(runs.resolve("one").resolve("about.json"), "{damaged");
        assertThat(RunRecord.read(runs.resolve("one")).name()).isEqualTo(again.title());
    }

    @Test
    void theBinGivesBackUntilItIsEmptied() throws Exception {
        RunRecord one = finished("one");
        finished("two");
        assertThat(library.records()).extracting(RunRecord::folder).hasSize(2);
        library.throwAway(one);
        assertThat(library.records()).hasSize(1);
        RunRecord thrown = library.thrownAway().get(0);
        assertThat(thrown.verdict()).isEqualTo(one.verdict());
        finished("one");
        library.takeBack(thrown);
        assertThat(library.records()).as("nothing is overwritten").hasSize(3);
        library.throwAway(library.records().get(0));
        Path half = Files.createDirectories(temporary.resolve("bin").resolve("half of a run"));
        Files.writeString(half.resolve("metrics.csv"), "half");
        library.emptyBin();
        assertThat(half).as("what an earlier emptying left half deleted").doesNotExist();
        assertThat(library.thrownAway()).isEmpty();
        assertThat(library.records()).hasSize(2);
    }

    @Test
    void whatIsNoRunIsLeftOut() throws Exception {
        assertThat(library.records()).isEmpty();
        finished("one");
        Files.createDirectories(runs.resolve("empty"));
        Files.createDirectories(runs.resolve("broken"));
        Files.writeString(runs.resolve("broken").resolve("scenario.json"), "{");
        Files.writeString(runs.resolve("file"), "");
        assertThat(library.records()).hasSize(1);
    }
}
