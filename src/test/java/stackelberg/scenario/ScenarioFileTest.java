package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Scenario files on the disk: reading and replacing them, and what may stand in the way. */
class ScenarioFileTest {
    @TempDir private Path folder;

    @Test
    void whatWasSavedIsRead() throws IOException {
        Path file = folder.resolve("é.json");
        ScenarioFile.save(new Scenario(), file);
        assertThat(ScenarioFile.read(file).scenario()).isEqualTo(new Scenario());
        ScenarioFile.save(new Scenario(), file);
        assertThat(folder).isDirectoryContaining(file::equals);
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        Path file = folder.resolve("windows.json");
        Files.writeString(file, "\ufeff" + Minimal.FILE);
        assertThat(ScenarioFile.read(file).faults()).isEmpty();
    }

    @Test
    void aFileThatIsTooLargeIsNotEvenRead() throws IOException {
        Path file = folder.resolve("large.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 30);
        }
        assertThat(ScenarioFile.read(file).faults())
                .singleElement()
                .hasToString(
                        "1:1: $: it has 1,073,741,824 bytes. Keep a scenario to at most 1,048,576"
                                + " bytes.");
    }

    @Test
    void bytesThatAreNotUtf8() throws IOException {
        Path file = folder.resolve("latin.json");
        Files.write(file, "{\n  \"title\": \"für\"}".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ScenarioFile.read(file).faults())
                .singleElement()
                .hasToString(
                        "2:14: $: the byte FC here is not text in the encoding UTF-8. Save the"
                                + " file as UTF-8.");
        Files.write(file, new byte[] {'{', '"', (byte) 0xe2});
        assertThat(ScenarioFile.read(file).faults()).singleElement().asString().startsWith("1:3:");
    }

    @Test
    void whatCannotBeReadIsSaidInPlainWords() {
        assertThatThrownBy(() -> ScenarioFile.read(folder.resolve("none.json")))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "cannot read "
                                + folder.resolve("none.json")
                                + ": there is no such file or folder");
        assertThatThrownBy(() -> ScenarioFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot read " + folder + ": it is a folder");
    }

    @Test
    void whatCannotBeWrittenIsSaidInPlainWords() throws IOException {
        Path nowhere = folder.resolve("none").resolve("a.json");
        assertThatThrownBy(() -> ScenarioFile.save(new Scenario(), nowhere))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + nowhere + ": there is no such file or folder");
        assertThatThrownBy(() -> ScenarioFile.save(new Scenario(), folder))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + folder + ": it is a folder");
        Path below = Files.createFile(folder.resolve("file")).resolve("a.json");
        assertThatThrownBy(() -> ScenarioFile.save(new Scenario(), below))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write " + below + ": ")
                .hasMessageNotContaining("Exception");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aReadOnlyFolderKeepsItsFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("old.json"), "old");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeFalse(Files.isWritable(folder), "root may write everywhere");
            assertThatThrownBy(() -> ScenarioFile.save(new Scenario(), file))
                    .isInstanceOf(IOException.class)
                    .hasMessage("cannot write " + file + ": its permissions do not allow it");
            assertThat(file).hasContent("old");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsAndLinksAreKept() throws IOException {
        Path file = Files.createFile(folder.resolve("real.json"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
        ScenarioFile.save(new Scenario(), link);
        assertThat(link).isSymbolicLink();
        assertThat(ScenarioFile.read(file).scenario()).isEqualTo(new Scenario());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw----");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderInWhichNothingCanBeMadeIsSaidInPlainWords() {
        assertThatThrownBy(() -> ScenarioFile.save(new Scenario(), Path.of("/proc/none.json")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write /proc/none.json: ")
                .hasMessageNotContaining("tmp");
    }

    @Test
    void aFullDiskIsSaidInPlainWords() {
        assertThat(FileTrouble.words(new IOException("No space left on device")))
                .isEqualTo("the disk is full");
    }
}
