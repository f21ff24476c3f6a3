package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.ChildProgram;

/**
 * A disk that fills while a run trains: what was there stays good, and once there is room the run
 * ends with the bytes of one that nothing disturbed.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullDiskTest {
    private static final long BUDGET = 40_000;

    /** Java keeps figures of itself in a file that is larger than what is allowed here. */
    private static final List<String> FEW_FILES = List.of("-XX:-UsePerfData");

    @TempDir private Path temporary;
    private Path whole;
    private Path run;

    @BeforeEach
    void train() throws Exception {
        whole = temporary.resolve("whole");
        Run undisturbed = new Run(Tiny.scenario(BUDGET), 3, whole);
        undisturbed.start();
        undisturbed.await();
        run = temporary.resolve("run");
        try (Run begun = new Run(Tiny.scenario(BUDGET), 3, run)) {
            while (begun.latest().transitions() < BUDGET * 3 / 4) {
                begun.stepUpdate();
                Thread.sleep(1);
            }
        }
        assertThat(run.resolve("result.json")).doesNotExist();
        // Beside a checkpoint, the rows of the whole run are small: it is what does not fit.
        assertThat(Files.size(run.resolve("checkpoint")))
                .isGreaterThan(Files.size(whole.resolve("metrics.csv")) + 4096);
    }

    private void endsAsUndisturbed(Path folder) throws Exception {
        try (Run again = SavedRun.resume(folder)) {
            again.start();
            again.await();
            assertThat(again.latest().message()).isEmpty();
        }
        assertThat(folder.resolve("metrics.csv"))
                .hasSameBinaryContentAs(whole.resolve("metrics.csv"));
    }

    private void isAsGoodAsBefore(Path folder, byte[] checkpoint) throws IOException {
        assertThat(Files.readAllBytes(folder.resolve("checkpoint"))).isEqualTo(checkpoint);
        assertThat(Files.readString(folder.resolve("metrics.csv"))).endsWith("\n");
        assertThat(Files.readString(whole.resolve("metrics.csv")))
                .startsWith(Files.readString(folder.resolve("metrics.csv")));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    /** The system refuses part of a write where a file grows beyond a limit. */
    @ParameterizedTest
    @ValueSource(strings = {"checkpoint", "metrics.csv"})
    void whatDoesNotFitLeavesAllAsItWas(String large) throws Exception {
        byte[] checkpoint = Files.readAllBytes(run.resolve("checkpoint"));
        long size = Files.size(run.resolve(large));
        long blocks = large.equals("checkpoint") ? size / 512 - 1 : size / 512 + 3;
        List<String> command =
                new ArrayList<>(
                        List.of("sh", "-c", "ulimit -f $0 && exec \"$@\"", String.valueOf(blocks)));
        command.addAll(ChildProgram.command(FEW_FILES, "train", "--resume", run.toString()));
        try (ChildProgram program = ChildProgram.of(command, Path.of(""))) {
            assertThat(program.code()).isEqualTo(2);
            assertThat(program.said())
                    .contains(
                            "cannot write",
                            run.toString(),
                            "larger than the system allows",
                            "resume the run: it goes on from its last checkpoint");
        }
        isAsGoodAsBefore(run, checkpoint);
        RunRecord record = RunRecord.read(run);
        assertThat(record.standing()).isEqualTo(RunRecord.Standing.FAILED);
        assertThat(record.verdict()).contains("larger than the system allows");
        assertThat(record.resumable()).isTrue();
        endsAsUndisturbed(run);
    }

    /** A real disk, where this person may make one. */
    @Test
    void aDiskThatIsFullCanBeCleared() throws Exception {
        Path disk = Files.createDirectories(temporary.resolve("disk"));
        try (ChildProgram mount = inOwnDisks("mount -t tmpfs none \"$1\"", disk)) {
            assumeTrue(mount.code() == 0, "no disk can be mounted here");
        }
        byte[] checkpoint = Files.readAllBytes(run.resolve("checkpoint"));
        long room = checkpoint.length + Files.size(whole.resolve("metrics.csv")) + 40_000;
        String script =
                "set -e; disk=$1; run=$2; room=$3; shift 3;"
                        + " mount -t tmpfs -o size=$room none $disk; cp -r $run $disk/run;"
                        + " \"$@\" && exit 1; cp -r $disk/run $run-full;"
                        + " mount -o remount,size=10m $disk; \"$@\"; cp -r $disk/run $run-done";
        List<String> resume = ChildProgram.command(List.of(), "train", "--resume", disk + "/run");
        List<Object> arguments = new ArrayList<>(List.of(disk, run, room));
        arguments.addAll(resume);
        try (ChildProgram program = inOwnDisks(script, arguments.toArray())) {
            assertThat(program.code()).as(program.said()).isZero();
            assertThat(program.said())
                    .contains(
                            "cannot write "
                                    + disk
                                    + "/run/checkpoint: the disk is full."
                                    + " Free some space, then resume the run");
        }
        isAsGoodAsBefore(temporary.resolve("run-full"), checkpoint);
        assertThat(temporary.resolve("run-done").resolve("metrics.csv"))
                .hasSameBinaryContentAs(whole.resolve("metrics.csv"));
        endsAsUndisturbed(temporary.resolve("run-full"));
    }

    /** Disks that are mounted there are seen by nobody else, and are gone with it. */
    private static ChildProgram inOwnDisks(String script, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("unshare", "-rm", "sh", "-c", script, "sh"));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            return ChildProgram.of(command, Path.of(""));
        } catch (IOException e) {
            return assumeUnshare(e);
        }
    }

    private static ChildProgram assumeUnshare(IOException trouble) throws IOException {
        assumeTrue(false, "there is no unshare here: " + trouble.getMessage());
        throw trouble;
    }

    @Test
    void anotherRunOfTheSameProgramIsNotHurt() throws Exception {
        Path full = Files.createDirectories(temporary.resolve("full"));
        Files.createSymbolicLink(full.resolve("metrics.csv"), Path.of("/dev/full"));
        Path other = temporary.resolve("other");
        try (Run failing = new Run(Tiny.scenario(BUDGET), 3, full);
                Run going = new Run(Tiny.scenario(BUDGET), 3, other)) {
            going.start();
            failing.start();
            failing.await();
            assertThat(failing.latest().message()).contains("the disk is full. Free some space");
            going.await();
            assertThat(going.latest().message()).isEmpty();
        }
        assertThat(other.resolve("metrics.csv"))
                .hasSameBinaryContentAs(whole.resolve("metrics.csv"));
    }

    /** A power cut, or a disk that is full, may leave half an event. */
    @Test
    void halfAnEventIsNone() throws Exception {
        Path events = run.resolve("events.csv");
        String before = Files.readString(events);
        Files.writeString(events, before + "35000,steered,iteration 1: leader.learningRate = 0.0");
        endsAsUndisturbed(run);
        assertThat(Files.readString(events)).startsWith(before).doesNotContain("steered");
    }
}
