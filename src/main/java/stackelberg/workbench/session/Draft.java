package stackelberg.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/**
 * The unsaved scenario, kept on disk after every edit so that a crash or a power cut loses nothing.
 * Beside the newest state the newest one without faults is kept, in case that the newest cannot be
 * read back. Written by a thread of its own; edits that come faster than the disk are skipped.
 */
public final class Draft {
    private final Path file;
    private final Path sound;
    private final AtomicReference<@Nullable Scenario> next = new AtomicReference<>();
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    task -> {
                        Thread worker = new Thread(task, "draft");
                        worker.setDaemon(true);
                        return worker;
                    });

    public Draft(Path file) {
        this.file = file;
        this.sound = file.resolveSibling("draft-without-faults.json");
    }

    /** Keeps a scenario, soon. */
    public void keep(Scenario scenario) {
        if (next.getAndSet(scenario) == null) {
            thread.execute(this::write);
        }
    }

    private void write() {
        Scenario scenario = next.getAndSet(null);
        if (scenario == null) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ScenarioFile.save(scenario, file);
            if (scenario.faults().isEmpty()) {
                ScenarioFile.save(scenario, sound);
            }
        } catch (IOException | RuntimeException e) {
            System.getLogger(Draft.class.getName())
                    .log(System.Logger.Level.DEBUG, "the draft is not kept", e);
        }
    }

    /** Forgets the draft, soon: what it held was saved or is not wanted. */
    public void discard() {
        next.set(null);
        thread.execute(
                () -> {
                    try {
                        Files.deleteIfExists(file);
                        Files.deleteIfExists(sound);
                    } catch (IOException e) {
                        System.getLogger(Draft.class.getName())
                                .log(System.Logger.Level.DEBUG, "an old draft stays", e);
                    }
                });
    }

    /** What an earlier session left unsaved; null if nothing. */
    public @Nullable Scenario recover() {
        Scenario newest = read(file);
        return newest != null ? newest : read(sound);
    }

    private static @Nullable Scenario read(Path path) {
        try {
            return Files.isRegularFile(path) ? ScenarioFile.read(path).scenario() : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    /** Waits a moment for what is still to be written. */
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(500, TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
