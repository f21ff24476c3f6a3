package stackelberg.workbench.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.scenario.AtomicFile;

/**
 * The {@link Preferences} and the file that keeps them, written behind the window's back. Several
 * windows may keep one file: what this one changes is changed in what the file then holds.
 */
public final class KeptPreferences {
    private static final Logger LOG = LoggerFactory.getLogger(KeptPreferences.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final BehindWriter<Preferences> writer = new BehindWriter<>("preferences", this::write);

    /** What was changed here and is not in the file yet, in order. */
    private final Queue<UnaryOperator<Preferences>> unwritten = new ConcurrentLinkedQueue<>();

    private Preferences now;

    /** Reads them; a file that cannot be read is as good as none. */
    public KeptPreferences(Path file) {
        this.file = file;
        this.now = read(file);
    }

    /** What a file keeps; as at first if it cannot be read. */
    public static Preferences read(Path file) {
        return read(file, new Preferences());
    }

    private static Preferences read(Path file, Preferences otherwise) {
        try {
            if (Files.isRegularFile(file)) {
                Preferences read = JSON.readValue(file.toFile(), Preferences.class);
                return read == null ? otherwise : read;
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
        }
        return otherwise;
    }

    public Preferences get() {
        return now;
    }

    /** Changes them for now and for the next time. */
    public void change(UnaryOperator<Preferences> edit) {
        Preferences changed = edit.apply(now);
        if (!changed.equals(now)) {
            now = changed;
            unwritten.add(edit);
            writer.write(changed);
        }
    }

    private void write(Preferences mine) throws IOException {
        Preferences kept = read(file, mine);
        List<UnaryOperator<Preferences>> edits = List.copyOf(unwritten);
        for (UnaryOperator<Preferences> edit : edits) {
            kept = edit.apply(kept);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(kept));
        unwritten.removeAll(edits);
    }

    /** Waits a moment for what is still to be written. */
    public void close() {
        writer.close();
    }
}
