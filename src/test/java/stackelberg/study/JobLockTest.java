package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
    void thatOfAProcessThatIsNoMoreCountsNoLonger() throws IOException {
        Files.createDirectories(file().getParent());
        String host = InetAddress.getLocalHost().getHostName();
        long pid = ProcessHandle.current().pid();
        Files.writeString(file(), host + " " + pid + " 12345 x\n");
        Optional<JobLock> mine = JobLock.take(file());
        assertThat(mine).as("this process began at another time").isPresent();
        mine.orElseThrow().close();
    }

    @Test
    void thatOfAnotherMachineCountsWhileNothingIsKnownOfIt() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "elsewhere 1 1 x\n");
        assertThat(JobLock.take(file())).isEmpty();
        assertThat(JobLock.take(file())).isEmpty();
        assertThat(file()).content().startsWith("elsewhere");
    }
}
