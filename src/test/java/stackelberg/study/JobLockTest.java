package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLockTest {
    @TempDir Path folder;

    private Path file() {
        return folder.resolve("cell").resolve("seed-1.claim");
    }

    @Test
    void oneHoldsItUntilItIsClosed() throws IOException {
        JobLock first = JobLock.take(file()).orElseThrow();
        assertThat(JobLock.take(file())).isEmpty();
        first.close();
        assertThat(file()).doesNotExist();
        Optional<JobLock> second = JobLock.take(file());
        assertThat(second).isPresent();
        second.orElseThrow().close();
    }

    @Test
    void thatOfAProcessThatIsNoMoreCountsNoLonger() throws Exception {
        Files.createDirectories(file().getParent());
        String host = InetAddress.getLocalHost().getHostName();
        Process over = new ProcessBuilder(java(), "-version").start();
        over.destroyForcibly().waitFor();
        Files.writeString(file(), host + " " + over.pid() + " 12345 x\n");
        Optional<JobLock> mine = JobLock.take(file());
        assertThat(mine).isPresent();
        mine.orElseThrow().close();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** When a process began is counted from a time that moves when the clock is set. */
    @Test
    void thatOfAProcessThatLivesCountsThoughTheClockWasSet() throws IOException {
        Files.createDirectories(file().getParent());
        String host = InetAddress.getLocalHost().getHostName();
        ProcessHandle self = ProcessHandle.current();
        long began = self.info().startInstant().orElseThrow().toEpochMilli();
        for (long set : new long[] {-3_600_000, -1_000, 1_000, 3_600_000}) {
            Files.writeString(file(), host + " " + self.pid() + " " + (began + set) + " x\n");
            assertThat(JobLock.take(file())).isEmpty();
        }
    }

    @Test
    void thatOfAnotherMachineCountsWhileNothingIsKnownOfIt() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "elsewhere 1 1 x\n");
        assertThat(JobLock.take(file())).isEmpty();
        assertThat(JobLock.take(file())).isEmpty();
        assertThat(file()).content().startsWith("elsewhere");
    }

    private @Nullable JobLock mine(String text) throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
        return JobLock.take(file()).orElse(null);
    }

    /** What this process has written says who it is, and counts while the process lives. */
    @Test
    void thatOfAProcessThatLivesCounts() throws IOException {
        JobLock first = JobLock.take(file()).orElseThrow();
        String text = Files.readString(file());
        first.close();
        ProcessHandle self = ProcessHandle.current();
        assertThat(text.split(" "))
                .hasSize(4)
                .contains(
                        String.valueOf(self.pid()),
                        String.valueOf(self.info().startInstant().orElseThrow().toEpochMilli()));
        assertThat(mine(text)).isNull();
        assertThat(file()).content().isEqualTo(text);
    }

    /** A text that names nobody may be one that another machine is just writing. */
    @Test
    void whatNamesNobodyCountsForAWhile() throws IOException {
        String host = InetAddress.getLocalHost().getHostName();
        for (String text : new String[] {"", host, host + " 1", host + " one 1 x"}) {
            assertThat(mine(text)).isNull();
            assertThat(file()).content().isEqualTo(text);
        }
    }

    @Test
    void whereItCannotBeWrittenThatIsSaid() throws IOException {
        Files.writeString(folder.resolve("cell"), "a file where a folder should be");
        assertThatThrownBy(() -> JobLock.take(file()))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot write " + file());
    }
}
