package stackelberg.workbench.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.scenario.AtomicFile;

/** The {@link Preferences} and the file that keeps them, written behind the window's back. */
public final class KeptPreferences {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPreferences.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final BehindWriter<Preferences> writer = new BehindWriter<>("preferences", this::write);
    private Preferences now;

    /** Reads them; a file that cannot be read is as good as none. */
    public KeptPreferences(Path file) {
        this.file = file;
        this.now = read(file);
    }

    /** What a file keeps; as at first if it cannot be read. */
    public static Preferences read(Path file) {
        try {
            if (Files.isRegularFile(file)) {
                Preferences read = JSON.readValue(file.toFile(), Preferences.class);
                return read == null ? new Preferences() : read;
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be read; preferences are as at first", file, e);
        }
        return new Preferences();
    }

    public Preferences get() {
        return now;
    }

    /** Changes them for now and for the next time. */
    public void change(UnaryOperator<Preferences> edit) {
        Preferences changed = edit.apply(now);
        if (!changed.equals(now)) {
            now = changed;
            writer.write(changed);
        }
    }

    private void write(Preferences kept) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(kept));
    }

    /** Waits a moment for what is still to be written. */
    public void close() {
        writer.close();
    }
}
