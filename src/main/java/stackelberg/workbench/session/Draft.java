package stackelberg.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/**
 * The unsaved scenario, kept on disk after every edit so that a crash or a power cut loses nothing.
 * Written by a thread of its own; edits that come faster than the disk are skipped.
 */
public final class Draft {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);

    private final Path file;
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
        } catch (IOException | RuntimeException e) {
            LOG.debug("the draft is not kept", e);
        }
    }

    /** Forgets the draft, soon: what it held was saved or is not wanted. */
    public void discard() {
        next.set(null);
        thread.execute(
                () -> {
                    try {
                        Files.deleteIfExists(file);
                    } catch (IOException e) {
                        LOG.debug("an old draft stays", e);
                    }
                });
    }

    /** What an earlier session left unsaved; null if nothing. */
    public @Nullable Scenario recover() {
        try {
            return Files.isRegularFile(file) ? ScenarioFile.read(file).draft() : null;
        } catch (IOException e) {
            LOG.debug("the draft cannot be read", e);
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
