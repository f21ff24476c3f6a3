package stackelberg.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.engine.FolderLock;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/**
 * The unsaved scenario of a window, kept on disk after every edit so that a crash or a power cut
 * loses nothing. Every window has a folder of its own for it, whose lock it holds as long as it
 * lives: what lies in a folder that nobody holds was left behind, and any window may take it up.
 *
 * <p>Written by a thread of its own; edits that come faster than the disk are skipped.
 */
public final class Draft {
    private static final Logger LOG = LoggerFactory.getLogger(Draft.class);
    private static final String NAME = "scenario.json";

    private final Path all;
    private final BehindWriter<Scenario> writer = new BehindWriter<>("draft", this::write);

    /** This window's folder, once it has one; for the writer's thread alone. */
    private @Nullable Held own;

    /** A folder that this program holds the lock of. */
    private record Held(Path folder, FolderLock lock) {
        static Held of(Path folder) throws IOException {
            return new Held(folder, FolderLock.take(folder));
        }

        Path file() {
            return folder.resolve(NAME);
        }

        void let() throws IOException {
            lock.close();
        }

        /** The folder goes, with what it holds. */
        void delete() throws IOException {
            Files.deleteIfExists(file());
            let();
            Files.deleteIfExists(folder.resolve(FolderLock.NAME));
            Files.deleteIfExists(folder);
        }
    }

    /**
     * What another window left unsaved.
     *
     * @param folder that it lies in
     * @param written when
     */
    public record Left(Path folder, Scenario scenario, Instant written) {}

    /**
     * @param all the folder for the drafts of all windows; it need not exist yet
     */
    public Draft(Path all) {
        this.all = all;
    }

    /** Keeps a scenario, soon. */
    public void keep(Scenario scenario) {
        writer.write(scenario);
    }

    private void write(Scenario scenario) throws IOException {
        Held mine = own;
        if (mine == null || !mine.lock().inPlace()) {
            let();
            mine = Held.of(Files.createDirectories(all.resolve(UUID.randomUUID().toString())));
            own = mine;
        }
        ScenarioFile.save(scenario, mine.file());
    }

    /** Lets go of the folder, with what it holds. */
    private void let() throws IOException {
        Held mine = own;
        own = null;
        if (mine != null) {
            mine.let();
        }
    }

    /** The folder goes, whatever it holds. */
    private void end() throws IOException {
        Held mine = own;
        own = null;
        if (mine != null) {
            mine.delete();
        }
    }

    /** Forgets the draft, soon: what it held was saved or is not wanted. */
    public void discard() {
        writer.instead(
                () -> {
                    if (own != null) {
                        Files.deleteIfExists(own.file());
                    }
                });
    }

    /** What windows that are gone left unsaved, the newest first. */
    public List<Left> left() {
        try (Stream<Path> folders = Files.list(all)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(NAME)))
                    .filter(folder -> !FolderLock.held(folder))
                    .flatMap(Draft::read)
                    .sorted(Comparator.comparing(Left::written).reversed())
                    .toList();
        } catch (IOException e) {
            LOG.debug("no drafts", e);
            return List.of();
        }
    }

    private static Stream<Left> read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Scenario scenario = ScenarioFile.read(file).draft();
            Instant written = Files.getLastModifiedTime(file).toInstant();
            return Stream.ofNullable(scenario).map(found -> new Left(folder, found, written));
        } catch (IOException e) {
            LOG.debug("a draft cannot be read", e);
            return Stream.empty();
        }
    }

    /**
     * Makes what was left this window's own; whether nobody else has done so.
     *
     * @param left after it nothing of this window's own is kept any more
     */
    public boolean takeUp(Left left) {
        if (FolderLock.held(left.folder())) {
            return false;
        }
        writer.instead(
                () -> {
                    end();
                    own = Held.of(left.folder());
                });
        return true;
    }

    /** Deletes what was left, soon, unless another window has taken it up. */
    public void drop(Left left) {
        writer.then(() -> Held.of(left.folder()).delete());
    }

    /** Waits a moment for what is still to be written. */
    public void close() {
        writer.then(
                () -> {
                    if (own != null && Files.exists(own.file())) {
                        let();
                    } else {
                        end();
                    }
                });
        writer.close();
    }
}
