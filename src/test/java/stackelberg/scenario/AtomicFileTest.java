package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left beside files when a program ends in the middle of writing one. */
class AtomicFileTest {
    @TempDir Path folder;

    private Path leftover(Duration age) throws Exception {
        Path file = folder.resolve("." + UUID.randomUUID() + ".tmp");
        Files.writeString(file, "half of a");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return file;
    }

    @Test
    void onlyOldLeftoversAreSwept() throws Exception {
        Path old = leftover(Duration.ofHours(2));
        Path young = leftover(Duration.ofMinutes(5));
        Path mine = Files.writeString(folder.resolve("notes.tmp"), "a person's own");
        Files.setLastModifiedTime(mine, FileTime.from(Instant.EPOCH));
        AtomicFile.sweep(folder);
        assertThat(old).doesNotExist();
        assertThat(young).exists();
        assertThat(mine).exists();
        AtomicFile.sweep(folder.resolve("nowhere"));
    }

    @Test
    void whoeverWritesIsNotDisturbed() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Thread sweeper =
                new Thread(
                        () -> {
                            while (!over.get()) {
                                AtomicFile.sweep(folder);
                            }
                        });
        sweeper.start();
        try {
            Path file = folder.resolve("written");
            for (int k = 0; k < 200; k++) {
                AtomicFile.write(file, new byte[] {(byte) k});
                assertThat(Files.readAllBytes(file)).containsExactly((byte) k);
            }
        } finally {
            over.set(true);
            sweeper.join();
        }
    }
}
