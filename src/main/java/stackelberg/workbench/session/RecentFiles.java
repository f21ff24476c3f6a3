package stackelberg.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The scenario files opened or saved last, newest first, kept in a file of one path a line, which
 * several windows may share.
 */
public final class RecentFiles {
    private static final Logger LOG = LoggerFactory.getLogger(RecentFiles.class);
    private static final int MOST = 8;

    private final Path store;
    private final List<Path> files = new ArrayList<>();

    /** Reads the list; an unreadable one is empty. */
    public RecentFiles(Path store) {
        this.store = store;
        files.addAll(stored());
    }

    private List<Path> stored() {
        List<Path> read = new ArrayList<>();
        try {
            if (Files.size(store) < 100_000) {
                for (String line : Files.readAllLines(store)) {
                    read.add(Path.of(line));
                }
            }
            return read;
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }

    /** Those of the files that still exist. */
    public List<Path> existing() {
        return files.stream().filter(Files::isRegularFile).limit(MOST).toList();
    }

    /** Puts a file first. A list that cannot be written is kept for this session only. */
    public void add(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        // What another window has opened since comes next.
        Set<Path> merged = new LinkedHashSet<>();
        merged.add(absolute);
        merged.addAll(stored());
        merged.addAll(files);
        files.clear();
        files.addAll(merged);
        try {
            Files.createDirectories(store.toAbsolutePath().getParent());
            Files.write(store, files.stream().limit(MOST).map(Path::toString).toList());
        } catch (IOException e) {
            LOG.debug("recent files are not kept", e);
        }
    }
}
