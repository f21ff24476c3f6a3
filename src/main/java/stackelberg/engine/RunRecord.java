package stackelberg.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of a run on disk, read without opening it.
 *
 * @param title of its scenario
 * @param begun when it was begun
 * @param steps the leader's transitions; 0 if it is not over
 * @param reward the leader's; NaN as for the next two if unknown
 * @param verdict a sentence; why it failed if it did; or empty
 * @param about what a person has said of it
 */
public record RunRecord(
        Path folder,
        String title,
        long seed,
        Instant begun,
        Standing standing,
        long steps,
        double reward,
        double optimum,
        double gap,
        String verdict,
        About about) {
    /** The detail of the event of a run that was stopped because the program ended. */
    static final String LEFT = "the program was closed";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_EVENT_BYTES = 1 << 20;

    /** Where a run on disk stands. */
    public enum Standing {
        FINISHED("finished"),
        /** A program has it open. */
        TRAINING("training"),
        STOPPED("stopped"),
        FAILED("failed"),
        /** Its program ended before it did. */
        INTERRUPTED("interrupted");

        private final String word;

        Standing(String word) {
            this.word = word;
        }

        /** What a table calls it. */
        public String word() {
            return word;
        }
    }

    /** What a list calls it. */
    public String name() {
        return about.name().isEmpty() ? title : about.name();
    }

    /** Whether it can go on where it was; one that failed may, once its cause was mended. */
    public boolean resumable() {
        return standing == Standing.STOPPED
                || standing == Standing.INTERRUPTED
                || standing == Standing.FAILED;
    }

    /** Whether a person expects to be asked about it. */
    public boolean offered() {
        return standing == Standing.INTERRUPTED && !about.setAside();
    }

    /**
     * Reads the record of a run folder.
     *
     * @throws IOException if it is none, or is damaged
     */
    public static RunRecord read(Path folder) throws IOException {
        Path scenario = folder.resolve("scenario.json");
        Instant begun = Files.getLastModifiedTime(scenario).toInstant();
        About about = About.of(folder);
        Path result = folder.resolve("result.json");
        if (!Files.exists(result)) {
            // Asked before anything else is read: a run that ends meanwhile has then written all.
            boolean open = FolderLock.held(folder);
            if (open || !Files.exists(result)) {
                return unfinished(folder, begun, open, about);
            }
        }
        return finished(folder, begun, JSON.readTree(result.toFile()), about);
    }

    private static RunRecord finished(Path folder, Instant begun, JsonNode result, About about) {
        return new RunRecord(
                folder,
                result.path("scenario").asText(""),
                result.path("seed").asLong(),
                begun,
                Standing.FINISHED,
                result.path("steps").asLong(),
                result.path("leaderReward").asDouble(Double.NaN),
                result.path("optimum").asDouble(Double.NaN),
                result.path("gap").asDouble(Double.NaN),
                result.path("verdict").asText(""),
                about);
    }

    /**
     * @param open whether a program has it open
     */
    private static RunRecord unfinished(Path folder, Instant begun, boolean open, About about)
            throws IOException {
        JsonNode stated = JSON.readTree(folder.resolve("scenario.json").toFile());
        String last = lastEvent(folder);
        Standing standing = open ? Standing.TRAINING : left(last);
        String failure =
                standing == Standing.FAILED ? last.substring(last.indexOf("failed,") + 7) : "";
        return new RunRecord(
                folder,
                stated.path("title").asText(""),
                stated.path("seeds").asLong(),
                begun,
                standing,
                0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                failure.replaceAll("^\"|\"$", ""),
                about);
    }

    /** Where a run stands that no program has open, by its last event. */
    private static Standing left(String last) {
        if (last.contains(",failed,")) {
            return Standing.FAILED;
        }
        return last.contains(",stopped,") && !last.contains(LEFT)
                ? Standing.STOPPED
                : Standing.INTERRUPTED;
    }

    private static String lastEvent(Path folder) throws IOException {
        Path events = folder.resolve("events.csv");
        if (!Files.exists(events) || Files.size(events) > MOST_EVENT_BYTES) {
            return "";
        }
        List<String> lines = Files.readAllLines(events);
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    /**
     * Keeps what a person says of this run in its folder.
     *
     * @return the record with it
     * @throws IOException with a message for a person if it cannot be written
     */
    public RunRecord say(About words) throws IOException {
        words.keep(folder);
        return new RunRecord(
                folder, title, seed, begun, standing, steps, reward, optimum, gap, verdict, words);
    }

    /**
     * The same; empty if the folder was moved or deleted meanwhile.
     *
     * @throws IOException if it is damaged
     */
    public static Optional<RunRecord> readIfThere(Path folder) throws IOException {
        try {
            return Optional.of(read(folder));
        } catch (IOException e) {
            if (RunFolder.holdsRun(folder)) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** A row of a table that cannot be read, or null. */
    static @Nullable RunRecord readOrNull(Path folder) {
        try {
            return RunFolder.holdsRun(folder) ? read(folder) : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
