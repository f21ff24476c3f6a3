package stackelberg.workbench.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.study.Study;
import stackelberg.study.StudyFile;
import stackelberg.study.StudyFolder;

/** The studies of the window: those begun in it, and those that an earlier one left. */
public final class StudyDesk {
    private static final Logger LOG = LoggerFactory.getLogger(StudyDesk.class);

    private final UserFolders folders;
    private final Supplier<LocalDateTime> clock;
    private final int workers;
    private final List<WatchedStudy> studies = new ArrayList<>();

    /**
     * @param workers how many runs of a study train side by side
     */
    public StudyDesk(UserFolders folders, Supplier<LocalDateTime> clock, int workers) {
        this.folders = folders;
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
        boolean folder = Files.isDirectory(path);
        Path file = folder ? new StudyFolder(path).file() : path;
        for (WatchedStudy known : studies) {
            if (known.folder().file().equals(file)) {
                return known;
            }
        }
        StudyFile.Reading reading = StudyFile.read(file);
        Study study = reading.study();
        if (study == null) {
            throw new IOException(file + ": " + reading.faults().get(0));
        }
        return folder
                ? added(new WatchedStudy(study, reading.cells(), new StudyFolder(path)))
                : add(study);
    }

    private WatchedStudy added(WatchedStudy study) {
        studies.add(0, study);
        return study;
    }

    /** Folders of studies that earlier windows left, newest first. Not on the window's thread. */
    public List<Path> left() {
        Path all = folders.studies();
        if (!Files.isDirectory(all)) {
            return List.of();
        }
        try (Stream<Path> below = Files.list(all)) {
            return below.filter(f -> Files.isRegularFile(new StudyFolder(f).file()))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        } catch (IOException e) {
            LOG.debug("earlier studies cannot be listed", e);
            return List.of();
        }
    }

    /** Trains what is not over of a study. */
    public void train(WatchedStudy study) {
        study.train(workers);
    }

    /** The study that trains now; null for none. */
    public @Nullable WatchedStudy busy() {
        return studies.stream().filter(WatchedStudy::training).findFirst().orElse(null);
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
