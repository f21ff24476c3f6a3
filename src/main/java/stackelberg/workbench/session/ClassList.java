package stackelberg.workbench.session;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.scenario.AtomicFile;

/**
 * What the people of a class came to, each in a seat of their choice, and the file that keeps it. A
 * file that cannot be read is put aside under another name, never overwritten. Several windows may
 * keep one file: what another has entered or cleared since is taken in whenever it is written.
 */
public final class ClassList {
    private static final Logger LOG = LoggerFactory.getLogger(ClassList.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What one person came to.
     *
     * @param task what was to be done: the scenario and the seat; only within a task is one better
     *     than another
     * @param name the person's
     * @param points more is better
     * @param words what the points are made of, in a sentence
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(
            @JsonProperty("task") String task,
            @JsonProperty("name") String name,
            @JsonProperty("points") double points,
            @JsonProperty("words") String words) {
        /** The same under a person's name. */
        public Entry by(String person) {
            return new Entry(task, person, points, words);
        }
    }

    private final Path file;
    private final BehindWriter<List<Entry>> writer =
            new BehindWriter<>("class list", all -> write());
    private final List<Entry> entries = new ArrayList<>();

    /** What the file held when it was last read or written here. */
    private List<Entry> known;

    public ClassList(Path file) {
        this.file = file;
        this.known = read(List.of());
        entries.addAll(known);
    }

    /** What the file holds; something else if it is not there or cannot be read. */
    private List<Entry> read(List<Entry> otherwise) {
        if (!Files.isRegularFile(file)) {
            return otherwise;
        }
        try {
            List<Entry> read =
                    new ArrayList<>(
                            JSON.readValue(file.toFile(), new TypeReference<List<Entry>>() {}));
            read.removeIf(
                    entry ->
                            entry == null
                                    || entry.task() == null
                                    || entry.name() == null
                                    || entry.words() == null);
            return read;
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            putAside();
            return otherwise;
        }
    }

    private void putAside() {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"));
        } catch (IOException e) {
            LOG.debug("{} cannot be put aside", file, e);
        }
    }

    /** Notes what a person came to. */
    public synchronized void add(Entry entry) {
        entries.add(entry);
        writer.write(List.copyOf(entries));
    }

    /** Takes all entries of a task from the list, for the next class. */
    public synchronized void clear(String task) {
        if (entries.removeIf(entry -> entry.task().equals(task))) {
            writer.write(List.copyOf(entries));
        }
    }

    /** The tasks that somebody did, in the order of their first entries. */
    public synchronized List<String> tasks() {
        return entries.stream().map(Entry::task).distinct().toList();
    }

    /** The entries of a task, the best first; of equals the earlier. */
    public synchronized List<Entry> best(String task) {
        return entries.stream()
                .filter(entry -> entry.task().equals(task))
                .sorted(Comparator.comparingDouble(Entry::points).reversed())
                .toList();
    }

    private void write() throws IOException {
        List<Entry> all = takenIn(read(known));
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
        known = all;
    }

    /** All entries, once what another window has changed is among them; no disk is waited for. */
    private synchronized List<Entry> takenIn(List<Entry> now) {
        without(known, now).forEach(entries::remove);
        entries.addAll(without(now, known));
        return List.copyOf(entries);
    }

    /** Entries but for those of another list, one for one. */
    private static List<Entry> without(List<Entry> all, List<Entry> others) {
        List<Entry> rest = new ArrayList<>(all);
        others.forEach(rest::remove);
        return rest;
    }

    /** Waits a moment for what is still to be written. */
    public void close() {
        writer.close();
    }
}
