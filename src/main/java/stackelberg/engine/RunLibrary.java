package stackelberg.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** All runs that are kept in one folder, and a bin for those that are thrown away. */
public final class RunLibrary {
    private final Path runs;
    private final Bin bin;

    /**
     * @param runs holds a folder for each run; need not be there
     * @param bin where runs lie that were thrown away; need not be there
     */
    public RunLibrary(Path runs, Path bin) {
        this.runs = runs;
        this.bin = new Bin(runs, bin);
    }

    /** The records of all runs, newest first; what cannot be read is left out. May take a while. */
    public List<RunRecord> records() {
        return recordsIn(runs);
    }

    /** Those in the bin. */
    public List<RunRecord> thrownAway() {
        return recordsIn(bin.folder());
    }

    private static List<RunRecord> recordsIn(Path folder) {
        try (Stream<Path> below = Files.list(folder)) {
            return below.map(RunRecord::readOrNull)
                    .filter(Objects::nonNull)
                    .sorted(
                            Comparator.comparing(RunRecord::begun)
                                    .reversed()
                                    .thenComparing(r -> r.folder().toString()))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            // It is not there yet; or the network took it away while it was read.
            return List.of();
        }
    }

    /**
     * Moves a run to the bin.
     *
     * @throws IOException with a message for a person if that fails
     */
    public void throwAway(RunRecord run) throws IOException {
        if (run.standing() == RunRecord.Standing.TRAINING) {
            throw new IOException("\"" + run.name() + "\" is training. Stop it first");
        }
        bin.throwAway(run.folder());
    }

    /**
     * Moves a run out of the bin.
     *
     * @throws IOException with a message for a person if that fails
     */
    public void takeBack(RunRecord run) throws IOException {
        bin.takeBack(run.folder());
    }

    /**
     * Deletes what is in the bin for good.
     *
     * @throws IOException with a message for a person if some of it stays
     */
    public void emptyBin() throws IOException {
        bin.empty();
    }
}
