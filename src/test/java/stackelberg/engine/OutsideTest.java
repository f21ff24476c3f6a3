package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.ChildProgram;
import stackelberg.scenario.ScenarioFile;

/** What a machine and its people can do to a run from outside. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OutsideTest {
    private static final String SCENARIO = "sample-scenarios/escape.json";

    @TempDir private Path temporary;

    private static Run over(Run run) throws InterruptedException {
        run.start();
        run.await();
        return run;
    }

    @ParameterizedTest
    @ValueSource(strings = {"with spaces", "emoji \ud83d\ude00 \u00fc", "'quotes\" & <b>", "%s"})
    void aFolderMayBeCalledAnything(String name) throws Exception {
        assumeFalse(
                "ANSI_X3.4-1968".equals(System.getProperty("sun.jnu.encoding")),
                "names have ASCII letters only here");
        Path folder = temporary.resolve(name).resolve("a".repeat(250));
        assertThat(over(new Run(Tiny.scenario(1000), 3, folder)).latest().state())
                .isEqualTo(RunState.FINISHED);
        assertThat(over(SavedRun.resume(folder)).latest().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void aNameThatIsTooLongIsToldAsSuch() throws Exception {
        Path folder = temporary.resolve("a".repeat(300));
        assertThat(over(new Run(Tiny.scenario(1000), 3, folder)).latest().message())
                .contains("its name is too long");
    }

    /** By a program that permissions bind: root's own would not be, so it gives up its rights. */
    @Test
    void aFolderThatCannotBeWrittenIsToldAsSuch() throws Exception {
        FileStore store = Files.getFileStore(temporary);
        assumeTrue(store.supportsFileAttributeView("posix"), "no permissions here");
        Path closed = Files.createDirectory(temporary.resolve("closed"));
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        List<String> command =
                ChildProgram.command(List.of(), "train", SCENARIO, "--out", closed.toString());
        if (Files.isWritable(closed)) {
            List<String> bound = List.of("setpriv", "--inh-caps=-all", "--bounding-set=-all");
            assumeTrue(succeeds(bound), "permissions do not bind this person");
            command.addAll(0, bound);
        }
        try (ChildProgram program = ChildProgram.of(command, Path.of(""))) {
            assertThat(program.code()).isEqualTo(2);
            assertThat(program.said())
                    .contains("cannot make the folder " + closed.resolve("seed-1"))
                    .contains("its permissions do not allow it");
        }
        assertThat(closed).isEmptyDirectory();
    }

    private static boolean succeeds(List<String> prefix) throws InterruptedException {
        List<String> command = new ArrayList<>(prefix);
        command.add("true");
        try (ChildProgram program = ChildProgram.of(command, Path.of(""))) {
            return program.code() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aCheckpointThatIsNoFileIsToldAsSuch() throws Exception {
        Path folder = temporary.resolve("run");
        Files.createDirectories(folder.resolve("checkpoint"));
        Run run = over(new Run(Tiny.scenario(1000), 3, folder));
        assertThat(run.latest().state()).isEqualTo(RunState.FAILED);
        assertThat(run.latest().message()).contains("cannot read", "checkpoint", "it is a folder");
    }

    /** A full disk that every Linux has. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsToldAsSuch() throws Exception {
        Path folder = temporary.resolve("run");
        Files.createDirectories(folder);
        Files.createSymbolicLink(folder.resolve("metrics.csv"), Path.of("/dev/full"));
        Run run = over(new Run(Tiny.scenario(1000), 3, folder));
        assertThat(run.latest().state()).isEqualTo(RunState.FAILED);
        assertThat(run.latest().message()).contains("cannot write to", "the disk is full");
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "tr-TR", "ar-EG-u-nu-arab"})
    void numbersAndNamesAreWrittenTheSameInEveryLanguage(String language) throws Exception {
        Path usual = temporary.resolve("usual");
        over(new Run(Tiny.scenario(3000), 3, usual));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            Path other = temporary.resolve("other");
            over(new Run(ScenarioFile.read(usual.resolve("scenario.json")).scenario(), 3, other));
            for (String file : List.of("metrics.csv", "scenario.json")) {
                assertThat(other.resolve(file)).hasSameBinaryContentAs(usual.resolve(file));
            }
            assertThat(ScenarioFile.read(Path.of(SCENARIO)).faults()).isEmpty();
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130"})
    @EnabledOnOs(OS.LINUX)
    void aProgramThatIsToldToEndLeavesACheckpoint(String signal, int code) throws Exception {
        Path out = temporary.resolve("out");
        Process program =
                start("train", SCENARIO, "--steps", "900000000", "--seed", "2", "--out", "" + out);
        Path run = out.resolve("seed-2");
        Tiny.until(() -> Files.exists(run.resolve("metrics.csv")));
        Tiny.until(() -> size(run.resolve("metrics.csv")) > 0 || !program.isAlive());
        new ProcessBuilder("kill", "-" + signal, "" + program.pid()).start().waitFor();
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isEqualTo(code);
        assertThat(run.resolve("checkpoint")).isNotEmptyFile();
        assertThat(Files.readString(run.resolve("events.csv"))).contains("stopped");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void aReaderThatGoesAwayIsNoFault() throws Exception {
        Process program = start("check", "--fields");
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isNotNull();
        }
        assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
    }

    /** With no home and a language of its own. */
    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Duser.language=tr", "-cp", System.getProperty("java.class.path")));
        command.add("stackelberg.Main");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeAll(List.of("HOME", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        return builder.start();
    }
}
