package stackelberg.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.engine.About;
import stackelberg.engine.Bin;
import stackelberg.study.Cell;
import stackelberg.study.Study;
import stackelberg.study.StudyFile;
import stackelberg.study.StudyFolder;

/** The studies of the window: those begun in it, and those that an earlier one left. */
public final class StudyDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StudyDesk.class);

    private final UserFolders folders;
    private final Supplier<LocalDateTime> clock;
    private final int workers;
    private final Bin bin;
    private final List<WatchedStudy> studies = new CopyOnWriteArrayList<>();

    /** Those that train, as far as nobody was told of their end. */
    private final List<WatchedStudy> begun = new CopyOnWriteArrayList<>();

    /**
     * @param workers how many runs of a study train side by side
     */
    public StudyDesk(UserFolders folders, Supplier<LocalDateTime> clock, int workers) {
        this.folders = folders;
        this.bin = new Bin(folders.studies(), folders.studiesBin());
        this.clock = clock;
        this.workers = workers;
    }

    /** Newest first. */
    public List<WatchedStudy> studies() {
        return List.copyOf(studies);
    }

    /**
     * Makes a study with a folder of its own; it does not train yet.
     *
     * @throws IOException with a message for a person if it has faults, or cannot be written
     */
    public WatchedStudy add(Study study) throws IOException {
        StudyFile.Reading reading = StudyFile.expand(study);
        if (reading.study() == null) {
            throw new IOException(reading.faults().get(0).toString());
        }
        StudyFolder folder = new StudyFolder(folders.newStudyFolder(study.title(), clock.get()));
        folder.keep(StudyFile.write(study));
        return added(new WatchedStudy(study, reading.cells(), folder));
    }

    /**
     * Opens a study's folder, or the study file of another place, which gets a folder.
     *
     * @throws IOException with a message for a person if it is no study
     */
    public WatchedStudy open(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return add(read(path).study());
        }
        StudyFolder folder = new StudyFolder(path);
        WatchedStudy known = known(folder);
        return known == null ? added(in(folder)) : known;
    }

    private @Nullable WatchedStudy known(StudyFolder folder) {
        return studies.stream()
                .filter(study -> study.folder().file().equals(folder.file()))
                .findFirst()
                .orElse(null);
    }

    /** A study file that has no faults, with its cells. */
    private record Sound(Study study, List<Cell> cells) {}

    private static Sound read(Path file) throws IOException {
        StudyFile.Reading reading = StudyFile.read(file);
        Study study = reading.study();
        if (study == null) {
            throw new IOException(file + ": " + reading.faults().get(0));
        }
        return new Sound(study, reading.cells());
    }

    private static WatchedStudy in(StudyFolder folder) throws IOException {
        Sound read = read(folder.file());
        return new WatchedStudy(read.study(), read.cells(), folder);
    }

    /** Takes in what {@link #left} found, behind what was begun since. */
    public void takeIn(List<WatchedStudy> earlier) {
        earlier.stream().filter(study -> known(study.folder()) == null).forEach(studies::add);
    }

    private WatchedStudy added(WatchedStudy study) {
        studies.add(0, study);
        return study;
    }

    /** Studies that earlier windows left, newest first. Not on the window's thread. */
    public List<WatchedStudy> left() {
        return in(folders.studies());
    }

    /** Those in the bin, newest first. Not on the window's thread. */
    public List<WatchedStudy> thrownAway() {
        return in(bin.folder());
    }

    private static List<WatchedStudy> in(Path all) {
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        List<WatchedStudy> found = new ArrayList<>();
        try (Stream<Path> below = Files.list(all)) {
            for (Path folder :
                    below.filter(StudyFolder::holdsStudy)
                            .sorted(Comparator.comparing(Path::toString).reversed())
                            .toList()) {
                try {
                    found.add(in(new StudyFolder(folder)));
                } catch (IOException e) {
                    LOG.warn("a study is left out: {}", e.getMessage());
                }
            }
        } catch (IOException e) {
            LOG.warn("studies cannot be listed: {}", e.getMessage());
        }
        return found;
    }

    /**
     * Keeps what a person says of a study in its folder.
     *
     * @throws IOException with a message for a person if it cannot be written
     */
    public void say(WatchedStudy study, About words) throws IOException {
        study.say(words);
    }

    /** Whether a study lies where it can be thrown away from: it was made or kept here. */
    public boolean keeps(WatchedStudy study) {
        return bin.takes(study.folder().path());
    }

    /**
     * Moves a study with all its runs to the bin. Not on the window's thread.
     *
     * @throws IOException with a message for a person if that fails
     */
    public void throwAway(WatchedStudy study) throws IOException {
        if (study.training() || study.folder().inUse()) {
            throw new IOException("\"" + study.name() + "\" is training. Stop it first");
        }
        study.close();
        bin.throwAway(study.folder().path());
        studies.remove(study);
    }

    /**
     * Moves a study out of the bin. Not on the window's thread.
     *
     * @throws IOException with a message for a person if that fails
     */
    public void takeBack(WatchedStudy study) throws IOException {
        Path back = bin.takeBack(study.folder().path());
        added(in(new StudyFolder(back)));
    }

    /**
     * Deletes the studies in the bin for good. Not on the window's thread.
     *
     * @throws IOException with a message for a person if some of it stays
     */
    public void emptyBin() throws IOException {
        bin.empty();
    }

    /** Trains what is not over of a study. */
    public void train(WatchedStudy study) {
        study.train(workers);
        if (study.training() && !begun.contains(study)) {
            begun.add(study);
        }
    }

    /** Those whose training has ended since this was last asked. On one thread. */
    public List<WatchedStudy> ended() {
        List<WatchedStudy> ended = begun.stream().filter(study -> !study.training()).toList();
        begun.removeAll(ended);
        ended.forEach(WatchedStudy::setAside);
        return ended;
    }

    /** Stops all of them; returns at once. */
    public void close() {
        studies.forEach(WatchedStudy::close);
    }

    /** After {@link #close}: waits a little for the last checkpoints. */
    public void settle() {
        studies.forEach(WatchedStudy::settle);
    }
}
