package stackelberg.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final BehindWriter<Scenario> writer = new BehindWriter<>("draft", this::write);

    public Draft(Path file) {
        this.file = file;
    }

    /** Keeps a scenario, soon. */
    public void keep(Scenario scenario) {
        writer.write(scenario);
    }

    private void write(Scenario scenario) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ScenarioFile.save(scenario, file);
    }

    /** Forgets the draft, soon: what it held was saved or is not wanted. */
    public void discard() {
        writer.instead(() -> Files.deleteIfExists(file));
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
        writer.close();
    }
}
