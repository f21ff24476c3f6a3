package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a run leaves on disk, and how it goes on from there. */
class RunFolderTest {
    @TempDir private Path temporary;

    private Path train(String name, long budget) throws InterruptedException {
        Path folder = temporary.resolve(name);
        try (Run run = new Run(Tiny.scenario(budget), 3, folder)) {
            run.start();
            run.await();
            assertThat(run.latest().message()).isEmpty();
        }
        return folder;
    }

    private String failure(Path folder) throws InterruptedException {
        try (Run run = new Run(Tiny.scenario(1000), 3, folder)) {
            run.start();
            run.await();
            assertThat(run.latest().state()).isEqualTo(RunState.FAILED);
            return run.latest().message();
        }
    }

    @Test
    void theSameSeedLeavesTheSameBytes() throws Exception {
        Path one = train("one", 30_000);
        Path two = train("two", 30_000);
        assertThat(one.resolve("metrics.csv")).hasSameBinaryContentAs(two.resolve("metrics.csv"));
        assertThat(one.resolve("scenario.json"))
                .hasSameBinaryContentAs(two.resolve("scenario.json"));
        assertThat(Files.readAllLines(one.resolve("metrics.csv"))).hasSizeGreaterThan(100);
        assertThat(Files.readString(one.resolve("result.json"))).contains("\"seed\":3");
    }

    @Test
    void stoppedAndResumedAgainAndAgainItEndsWithTheSameBytes() throws Exception {
        Path whole = train("whole", 40_000);
        Path folder = temporary.resolve("parts");
        Run run = new Run(Tiny.scenario(40_000), 3, folder);
        for (long stopAt = 3_000; stopAt < 40_000; stopAt += 9_000) {
            long limit = stopAt;
            run.start();
            Run current = run;
            Tiny.until(
                    () ->
                            current.latest().transitions() > limit
                                    || current.latest().state().over());
            run.close();
            Tiny.until(() -> current.latest().state().over());
            run = SavedRun.resume(folder);
        }
        run.start();
        run.await();
        assertThat(run.latest().state()).isEqualTo(RunState.FINISHED);
        assertThat(folder.resolve("metrics.csv"))
                .hasSameBinaryContentAs(whole.resolve("metrics.csv"));
        assertThat(Files.readAllLines(folder.resolve("events.csv")).get(0))
                .isEqualTo("transitions,event,detail");
    }

    @Test
    void theFolderTellsWhichProgramAndJavaTrained() throws Exception {
        Path folder = train("versions", 1000);
        String java = "Java " + Runtime.version();
        assertThat(Files.readString(folder.resolve("result.json")))
                .contains("\"program\":\"Stackelberg Workbench ", java);
        assertThat(Files.readString(folder.resolve("events.csv")))
                .contains("seed 3, Stackelberg Workbench ", java);
    }

    @Test
    void rowsAfterTheCheckpointAreComputedAgain() throws Exception {
        Path whole = train("whole", 20_000);
        Path folder = train("cut", 20_000);
        byte[] bytes = Files.readAllBytes(whole.resolve("metrics.csv"));
        Files.write(folder.resolve("metrics.csv"), (new String(bytes) + "9,9,half a r").getBytes());
        try (Run run = SavedRun.resume(folder)) {
            run.start();
            run.await();
        }
        assertThat(folder.resolve("metrics.csv"))
                .hasSameBinaryContentAs(whole.resolve("metrics.csv"));
    }

    @Test
    void aFolderThatHoldsARunIsNotOverwritten() throws Exception {
        Path folder = train("taken", 1000);
        assertThat(failure(folder)).contains("holds a run already");
    }

    @Test
    void aFileInTheWayIsNamed() throws Exception {
        Path file = Files.writeString(temporary.resolve("file"), "x");
        assertThat(failure(file)).contains(file.toString());
        assertThat(failure(file.resolve("below")))
                .contains("cannot make the folder " + file.resolve("below"));
    }

    @Test
    void aDamagedCheckpointIsToldAsSuch() throws Exception {
        Path folder = train("damaged", 1000);
        byte[] bytes = Files.readAllBytes(folder.resolve("checkpoint"));
        for (byte[] damaged : List.of(new byte[0], new byte[20], flipped(bytes))) {
            Files.write(folder.resolve("checkpoint"), damaged);
            try (Run run = SavedRun.resume(folder)) {
                run.start();
                run.await();
                assertThat(run.latest().state()).isEqualTo(RunState.FAILED);
                assertThat(run.latest().message()).contains("checkpoint is damaged");
            }
        }
    }

    private String resumed(Path folder) throws Exception {
        try (Run run = SavedRun.resume(folder)) {
            run.start();
            run.await();
            return run.latest().message();
        }
    }

    @Test
    void aRunWhoseFilesWereChangedIsRefused() throws Exception {
        Path folder = train("changed", 20_000);
        Path metrics = folder.resolve("metrics.csv");
        byte[] before = Files.readAllBytes(metrics);
        Files.write(metrics, flipped(before));
        assertThat(resumed(folder)).contains("metrics.csv is damaged");
        Files.write(metrics, before);
        Path scenario = folder.resolve("scenario.json");
        Files.writeString(scenario, Files.readString(scenario).replace("0.95", "0.94"));
        assertThat(resumed(folder)).contains("scenario.json was changed after the run began");
    }

    /** A change of a parameter that was not made is not made again. */
    @Test
    void aRunWhoseEventsWereChangedIsRefused() throws Exception {
        Path folder = train("events", 20_000);
        Path events = folder.resolve("events.csv");
        String before = Files.readString(events);
        Files.writeString(
                events,
                before.replace(
                        "\n0,started",
                        "\n0,steered,iteration 0: leader.learningRate = 1\n0,started"));
        assertThat(resumed(folder)).contains("events.csv was changed after the run began");
        Files.delete(events);
        assertThat(resumed(folder)).contains("events.csv was changed after the run began");
        Files.writeString(events, before);
        assertThat(resumed(folder)).isEmpty();
        assertThat(Files.readString(events)).startsWith(before);
    }

    /** Some have checkpoints with no sum of the events, or of any file beside them. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void aRunOfAnEarlierVersionGoesOn(int missing) throws Exception {
        Path folder = train("earlier", 20_000);
        byte[] whole = Files.readAllBytes(folder.resolve("metrics.csv"));
        Path checkpoint = folder.resolve("checkpoint");
        ByteBuffer now = ByteBuffer.wrap(Files.readAllBytes(checkpoint));
        byte[] content = new byte[now.capacity() - (2 + missing) * Long.BYTES];
        long magic = now.getLong();
        now.position(2 * Long.BYTES).get(content);
        CRC32 sum = new CRC32();
        sum.update(content);
        ByteBuffer earlier = ByteBuffer.allocate(2 * Long.BYTES + content.length);
        earlier.putLong(magic).putLong(sum.getValue()).put(content);
        Files.write(checkpoint, earlier.array());
        Files.delete(folder.resolve("lock"));
        assertThat(resumed(folder)).isEmpty();
        assertThat(Files.readAllBytes(folder.resolve("metrics.csv"))).isEqualTo(whole);
    }

    private static byte[] flipped(byte[] bytes) {
        byte[] copy = bytes.clone();
        copy[copy.length / 2] ^= 1;
        return copy;
    }

    @Test
    void twoRunsCannotWriteToOneFolder() throws Exception {
        Path folder = train("shared", 1000);
        try (RunFolder open = RunFolder.reopen(folder)) {
            assertThat(open.metricsLength()).isZero();
            assertThatThrownBy(() -> RunFolder.reopen(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another run is writing to it");
        }
    }

    @Test
    void whatCannotBeResumedIsSaid() throws Exception {
        assertThatThrownBy(() -> SavedRun.folders(temporary)).hasMessageContaining("holds no run");
        assertThatThrownBy(() -> SavedRun.folders(temporary.resolve("nowhere")))
                .hasMessageContaining("is not a folder");
        Path folder = train("halfWritten", 1000);
        assertThat(SavedRun.folders(temporary)).containsExactly(folder);
        Files.writeString(folder.resolve("scenario.json"), "{\"title\": ");
        assertThatThrownBy(() -> SavedRun.resume(folder)).hasMessageContaining("scenario.json:1:");
    }
}
