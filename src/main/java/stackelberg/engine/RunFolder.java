package stackelberg.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.CRC32;
import stackelberg.scenario.AtomicFile;
import stackelberg.scenario.FileTrouble;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/**
 * A run on disk: {@code scenario.json} (resolved, with its one seed), {@code metrics.csv} (one row
 * an iteration, append-only), {@code events.csv} (commands and the transition that they hit),
 * {@code checkpoint} (replaced atomically) and {@code result.json}. A run killed at any instant
 * resumes from its checkpoint: rows after it are cut off and computed again, to the same bytes.
 */
final class RunFolder implements AutoCloseable {
    private static final long MAGIC = 0x5357_4348_4b50_0001L;

    /** The bytes before a checkpoint's content: what kind of file it is, and a check sum. */
    private static final int HEAD = 16;

    private static final String SCENARIO = "scenario.json";
    private static final String METRICS = "metrics.csv";
    private static final String DAMAGED =
            " is damaged. Delete the folder and train again; nothing in it can be resumed";

    private final Path folder;
    private final FileChannel metrics;
    private final FileChannel events;

    /** Of {@code metrics.csv} so far. */
    private final CRC32 metricsSum = new CRC32();

    private boolean headed;

    private RunFolder(Path folder) throws IOException {
        this.folder = folder;
        this.metrics = open(METRICS);
        this.events = open("events.csv");
        lock();
        this.headed = metrics.size() > 0;
    }

    /** Two programs that append to one file would spoil it. The lock ends with the program. */
    private void lock() throws IOException {
        boolean mine;
        try {
            mine = metrics.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            mine = false;
        }
        if (!mine) {
            close();
            throw new IOException("another run is writing to it");
        }
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(
                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Begins a folder for a new run.
     *
     * @throws IOException with a message for a person if it holds a run already or cannot be
     *     written
     */
    static RunFolder create(Path folder, Scenario scenario) throws IOException {
        if (holdsRun(folder)) {
            throw new IOException(
                    folder + " holds a run already. Resume it, or choose another folder");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw trouble("make the folder", folder, e);
        }
        ScenarioFile.save(scenario, folder.resolve(SCENARIO));
        return reopen(folder);
    }

    /** Opens the folder of a run that is to go on. */
    static RunFolder reopen(Path folder) throws IOException {
        try {
            return new RunFolder(folder);
        } catch (IOException e) {
            throw trouble("write to", folder, e);
        }
    }

    private static IOException trouble(String what, Path path, IOException cause) {
        return new IOException(
                "cannot " + what + " " + path + ": " + FileTrouble.words(cause), cause);
    }

    /** Whether a folder holds a run that can be reopened. */
    static boolean holdsRun(Path folder) {
        return Files.isRegularFile(folder.resolve(SCENARIO));
    }

    /** Cuts {@code metrics.csv} to the length that a checkpoint states; 0 to start over. */
    void cutMetrics(long length) throws IOException {
        if (metrics.size() < length) {
            throw new IOException(
                    folder.resolve(METRICS)
                            + " is shorter than its checkpoint says, so it"
                            + DAMAGED);
        }
        metrics.truncate(length);
        metrics.position(length);
        metricsSum.reset();
        update(metricsSum, folder.resolve(METRICS), length);
        events.position(events.size());
        headed = length > 0;
    }

    /** What a checkpoint keeps of the files beside it, by which {@link #verify} knows them. */
    void writeSums(DataOutput out) throws IOException {
        out.writeLong(scenarioSum(folder));
        out.writeLong(metricsSum.getValue());
    }

    /**
     * Holds a folder against what {@link #writeSums} wrote: a run that goes on from something else
     * than was there would come to other numbers, and nobody would know.
     *
     * @param length the bytes of {@code metrics.csv} by then
     * @throws IOException with a message for a person if a file has been changed since
     */
    static void verify(Path folder, long length, DataInput in) throws IOException {
        if (in.readLong() != scenarioSum(folder)) {
            throw new IOException(
                    folder.resolve(SCENARIO)
                            + " was changed after the run began. Put it back as it was, or train"
                            + " what it states now in another folder");
        }
        CRC32 sum = new CRC32();
        update(sum, folder.resolve(METRICS), length);
        if (in.readLong() != sum.getValue()) {
            throw new IOException(folder.resolve(METRICS) + DAMAGED);
        }
    }

    private static long scenarioSum(Path folder) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(Files.readAllBytes(folder.resolve(SCENARIO)));
        return sum.getValue();
    }

    /** Takes in the first bytes of a file, or all if it has fewer. */
    private static void update(CRC32 sum, Path file, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            long rest = length;
            while (rest > 0) {
                int read = in.read(buffer, 0, (int) Math.min(rest, buffer.length));
                if (read < 0) {
                    return;
                }
                sum.update(buffer, 0, read);
                rest -= read;
            }
        }
    }

    /** The bytes of {@code metrics.csv} so far. */
    long metricsLength() throws IOException {
        return metrics.position();
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
        String row = text.append('\n').toString();
        write(metrics, row);
        metricsSum.update(row.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String name) {
        return name.contains(",") || name.contains("\"")
                ? '"' + name.replace("\"", "\"\"") + '"'
                : name;
    }

    /** Appends what happened and at which transition. */
    void appendEvent(long transitions, String event, String detail) throws IOException {
        String head = events.size() == 0 ? "transitions,event,detail\n" : "";
        events.position(events.size());
        write(events, head + transitions + ',' + event + ',' + quoted(detail) + '\n');
    }

    /** Every change of a parameter that the events of a run tell of, in order. */
    static List<Steering> steerings(Path folder) throws IOException {
        Path events = folder.resolve("events.csv");
        if (!Files.exists(events)) {
            return List.of();
        }
        return Files.readAllLines(events).stream()
                .flatMap(line -> Steering.read(line).stream())
                .toList();
    }

    private void write(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (ClosedByInterruptException e) {
            throw new CancellationException("interrupted");
        } catch (IOException e) {
            throw trouble("write to", folder, e);
        }
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
        AtomicFile.write(folder.resolve("checkpoint"), whole.array());
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
        AtomicFile.write(folder.resolve("result.json"), json.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        metrics.close();
        events.close();
    }
}
