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
 * file that cannot be read is put aside under another name, never overwritten.
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
    private final BehindWriter<List<Entry>> writer = new BehindWriter<>("class list", this::write);
    private final List<Entry> entries = new ArrayList<>();

    public ClassList(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            entries.addAll(JSON.readValue(file.toFile(), new TypeReference<List<Entry>>() {}));
            entries.removeIf(
                    entry ->
                            entry == null
                                    || entry.task() == null
                                    || entry.name() == null
                                    || entry.words() == null);
        } catch (IOException e) {
            LOG.debug("{} cannot be read", file, e);
            entries.clear();
            putAside();
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
    public void add(Entry entry) {
        entries.add(entry);
        writer.write(List.copyOf(entries));
    }

    /** Takes all entries of a task from the list, for the next class. */
    public void clear(String task) {
        if (entries.removeIf(entry -> entry.task().equals(task))) {
            writer.write(List.copyOf(entries));
        }
    }

    /** The tasks that somebody did, in the order of their first entries. */
    public List<String> tasks() {
        return entries.stream().map(Entry::task).distinct().toList();
    }

    /** The entries of a task, the best first; of equals the earlier. */
    public List<Entry> best(String task) {
        return entries.stream()
                .filter(entry -> entry.task().equals(task))
                .sorted(Comparator.comparingDouble(Entry::points).reversed())
                .toList();
    }

    private void write(List<Entry> all) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        AtomicFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(all));
    }

    /** Waits a moment for what is still to be written. */
    public void close() {
        writer.close();
    }
}
