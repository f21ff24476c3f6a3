package stackelberg.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import stackelberg.scenario.AtomicFile;
import stackelberg.scenario.FileTrouble;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/**
 * A run on disk: {@code scenario.json} (resolved, with its one seed), {@code metrics.csv} (one row
 * an iteration, append-only), {@code events.csv} (commands and the transition that they hit),
 * {@code checkpoint} (replaced atomically), {@code result.json} and {@code lock}. A run killed at
 * any instant resumes from its checkpoint: rows after it are cut off and computed again, to the
 * same bytes.
 */
final class RunFolder implements AutoCloseable {
    private static final long MAGIC = 0x5357_4348_4b50_0001L;

    /** The bytes before a checkpoint's content: what kind of file it is, and a check sum. */
    private static final int HEAD = 16;

    private static final String SCENARIO = "scenario.json";
    private static final String METRICS = "metrics.csv";
    private static final String EVENTS = "events.csv";
    private static final String DAMAGED =
            " is damaged. Delete the folder and train again; nothing in it can be resumed";

    private final Path folder;
    private final FolderLock lock;
    private final AppendedFile metrics;
    private final AppendedFile events;

    /** Of {@code scenario.json} when the folder was opened: what is trained from then on. */
    private final long scenarioSum;

    private boolean headed;

    private RunFolder(Path folder, FolderLock lock) throws IOException {
        this.folder = folder;
        this.lock = lock;
        this.scenarioSum = scenarioSum(folder);
        this.metrics = new AppendedFile(folder.resolve(METRICS));
        this.events = new AppendedFile(folder.resolve(EVENTS));
        events.goOnAfterWholeLines();
    }

    /**
     * Begins a folder for a new run.
     *
     * @throws IOException with a message for a person if it holds a run already or cannot be
     *     written
     */
    static RunFolder create(Path folder, Scenario scenario) throws IOException {
        requireFree(folder);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw trouble("make the folder", folder, e);
        }
        FolderLock lock = lock(folder);
        try {
            // Another program may have begun one since.
            requireFree(folder);
            ScenarioFile.save(scenario, folder.resolve(SCENARIO));
        } catch (IOException e) {
            lock.close();
            throw e;
        }
        return open(folder, lock);
    }

    private static void requireFree(Path folder) throws IOException {
        if (holdsRun(folder)) {
            throw new IOException(
                    folder + " holds a run already. Resume it, or choose another folder");
        }
    }

    /** Opens the folder of a run that is to go on. */
    static RunFolder reopen(Path folder) throws IOException {
        AtomicFile.sweep(folder);
        return open(folder, lock(folder));
    }

    /** Two programs that append to one file would spoil it. */
    private static FolderLock lock(Path folder) throws IOException {
        try {
            return FolderLock.take(folder);
        } catch (IOException e) {
            throw trouble("write to", folder, e);
        }
    }

    private static RunFolder open(Path folder, FolderLock lock) throws IOException {
        try {
            return new RunFolder(folder, lock);
        } catch (IOException e) {
            lock.close();
            throw trouble("write to", folder, e);
        }
    }

    private static IOException trouble(String what, Path path, IOException cause) {
        return new IOException(sentence(what, path, cause), cause);
    }

    private static String sentence(String what, Path path, IOException cause) {
        return "cannot " + what + " " + path + ": " + FileTrouble.words(cause);
    }

    /** Whether a folder holds a run that can be reopened. */
    static boolean holdsRun(Path folder) {
        return Files.isRegularFile(folder.resolve(SCENARIO));
    }

    /** Cuts {@code metrics.csv} to the length that a checkpoint states; 0 to start over. */
    void goOn(long length) throws IOException {
        if (!metrics.goOn(length)) {
            throw new IOException(
                    folder.resolve(METRICS)
                            + " is shorter than its checkpoint says, so it"
                            + DAMAGED);
        }
        headed = length > 0;
    }

    /** What a checkpoint keeps of the files beside it, by which {@link #verify} knows them. */
    void writeSums(DataOutput out) throws IOException {
        out.writeLong(scenarioSum);
        out.writeLong(metrics.sum());
        out.writeLong(events.length());
        out.writeLong(events.sum());
    }

    /**
     * Holds a folder against what {@link #writeSums} wrote: a run that goes on from something else
     * than was there would come to other numbers, and nobody would know.
     *
     * @param length the bytes of {@code metrics.csv} by then
     * @throws IOException with a message for a person if a file has been changed since
     */
    static void verify(Path folder, long length, DataInputStream in) throws IOException {
        if (in.readLong() != scenarioSum(folder)) {
            throw new IOException(
                    folder.resolve(SCENARIO)
                            + " was changed after the run began. Put it back as it was, or train"
                            + " what it states now in another folder");
        }
        if (in.readLong() != AppendedFile.sum(folder.resolve(METRICS), length)) {
            throw new IOException(folder.resolve(METRICS) + DAMAGED);
        }
        // Earlier versions wrote no sum of the events.
        if (in.available() > 0) {
            Path events = folder.resolve(EVENTS);
            long eventsLength = in.readLong();
            if (in.readLong() != AppendedFile.sum(events, eventsLength)) {
                throw new IOException(
                        events
                                + " was changed after the run began. Put it back as it was: it says"
                                + " what was changed while the run was trained");
            }
        }
    }

    private static long scenarioSum(Path folder) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(folder.resolve(SCENARIO)));
        return sum.getValue();
    }

    /** The bytes of {@code metrics.csv} so far. */
    long metricsLength() throws IOException {
        return metrics.length();
    }

    /** Appends one row, and before the first the heads. */
    void appendMetrics(long iteration, long transitions, long plays, List<Measurement> measurements)
            throws IOException {
        StringBuilder text = new StringBuilder();
        if (!headed) {
            text.append("iteration,transitions,plays");
            measurements.forEach(m -> text.append(',').append(quoted(m.name())));
            text.append('\n');
            headed = true;
        }
        text.append(iteration).append(',').append(transitions).append(',').append(plays);
        measurements.forEach(m -> text.append(',').append(m.value()));
        append(metrics, text.append('\n').toString());
    }

    private static String quoted(String name) {
        return name.contains(",") || name.contains("\"")
                ? '"' + name.replace("\"", "\"\"") + '"'
                : name;
    }

    /** Appends what happened and at which transition. */
    void appendEvent(long transitions, String event, String detail) throws IOException {
        String head = events.length() == 0 ? "transitions,event,detail\n" : "";
        append(events, head + transitions + ',' + event + ',' + quoted(detail) + '\n');
    }

    /** Every change of a parameter that the events of a run tell of, in order. */
    static List<Steering> steerings(Path folder) throws IOException {
        Path events = folder.resolve(EVENTS);
        if (!Files.exists(events)) {
            return List.of();
        }
        return new String(AppendedFile.wholeLines(events), StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> Steering.read(line).stream())
                .toList();
    }

    private void append(AppendedFile file, String lines) throws IOException {
        try {
            file.append(lines);
        } catch (IOException e) {
            throw resumable(sentence("write to", folder, e), FileTrouble.remedy(e), e);
        }
    }

    /** Trouble that ends a run which can go on once it is mended. */
    private static IOException resumable(String trouble, String remedy, @Nullable IOException e) {
        return new IOException(
                trouble
                        + ". "
                        + remedy
                        + ", then resume the run: it goes on from its last checkpoint",
                e);
    }

    /** Something that writes a checkpoint's content. */
    interface Content {
        void write(DataOutputStream out) throws IOException;
    }

    /** Replaces the checkpoint: at every instant the old or the new one is there whole. */
    void writeCheckpoint(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.write(new DataOutputStream(bytes));
        CRC32 sum = new CRC32();
        sum.update(bytes.toByteArray());
        ByteBuffer whole = ByteBuffer.allocate(HEAD + bytes.size());
        whole.putLong(MAGIC).putLong(sum.getValue()).put(bytes.toByteArray());
        // It counts on what is in these: it must not outlast a loss of power without them.
        try {
            metrics.force();
            events.force();
        } catch (IOException e) {
            throw resumable(sentence("write to", folder, e), FileTrouble.remedy(e), e);
        }
        replace("checkpoint", whole.array());
    }

    /** The checkpoint's content in a run's folder; empty if it was ended before its first. */
    static Optional<DataInputStream> readCheckpoint(Path folder) throws IOException {
        Path file = folder.resolve("checkpoint");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] all;
        try {
            all = Files.readAllBytes(file);
        } catch (IOException e) {
            throw trouble("read", file, e);
        }
        ByteBuffer head = ByteBuffer.wrap(all);
        if (all.length < HEAD || head.getLong() != MAGIC) {
            throw new IOException(file + DAMAGED);
        }
        CRC32 sum = new CRC32();
        sum.update(all, HEAD, all.length - HEAD);
        if (head.getLong() != sum.getValue()) {
            throw new IOException(file + DAMAGED);
        }
        return Optional.of(
                new DataInputStream(new ByteArrayInputStream(all, HEAD, all.length - HEAD)));
    }

    /** Writes {@code result.json}. */
    void writeResult(String json) throws IOException {
        replace("result.json", json.getBytes(StandardCharsets.UTF_8));
    }

    private void replace(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        if (!lock.inPlace()) {
            throw displaced(file);
        }
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            if (!lock.inPlace()) {
                throw displaced(file);
            }
            IOException reason = e.getCause() instanceof IOException cause ? cause : e;
            throw resumable(String.valueOf(e.getMessage()), FileTrouble.remedy(reason), e);
        }
    }

    private static IOException displaced(Path file) {
        return resumable(
                "cannot write " + file + ": the folder was moved, removed or replaced",
                "Put it back where it was",
                null);
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            metrics.close();
            events.close();
        }
    }
}
