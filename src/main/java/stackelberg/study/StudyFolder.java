package stackelberg.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import stackelberg.engine.Run;
import stackelberg.engine.RunResult;
import stackelberg.engine.SavedRun;
import stackelberg.scenario.AtomicFile;
import stackelberg.scenario.FileTrouble;

/**
 * A study on disk: {@code study.json}, and for each cell and seed the folder of a run. A job is
 * over when its run's {@code result.json} is there and complete; until then it goes on from its
 * checkpoint. So that nothing is ever done twice, whenever the program ends and whatever is added.
 */
public final class StudyFolder {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private static final String CLAIM = ".claim";
    private static final String REPORT = "report.html";

    private final Path folder;

    /** What was read of files that have not changed since. */
    private final Map<Path, Kept<RunResult>> results = new ConcurrentHashMap<>();

    private final Map<Path, Kept<Optional<Series>>> series = new ConcurrentHashMap<>();

    private record Kept<T>(String about, T content) {}

    private interface Reader<T> {
        T read() throws IOException;
    }

    public StudyFolder(Path folder) {
        this.folder = folder;
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    /** What is kept of a file, or is read now if the file has changed or was not read before. */
    private static <T> T kept(Map<Path, Kept<T>> shelf, Path file, String what, Reader<T> reader)
            throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        String about = what + " " + now.size() + " " + now.lastModifiedTime();
        Kept<T> known = shelf.get(file);
        if (known == null || !known.about().equals(about)) {
            known = new Kept<>(about, reader.read());
            shelf.put(file, known);
        }
        return known.content();
    }

    /** Whether a path is the folder of a study. */
    public static boolean holdsStudy(Path path) {
        return Files.isRegularFile(new StudyFolder(path).file());
    }

    /** The study that it holds. */
    public Path file() {
        return folder.resolve("study.json");
    }

    /**
     * Keeps a study's text, so that the folder can be gone on with by itself.
     *
     * @param text complete: its base scenario stands in it
     */
    public void keep(String text) throws IOException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IOException(
                    "cannot make the folder " + folder + ": " + FileTrouble.words(e), e);
        }
        AtomicFile.write(file(), text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes the tables and the report. */
    public void publish(Outcomes outcomes) throws IOException {
        StudyText text = new StudyText(outcomes);
        write("table.csv", text.csv());
        write("table.md", text.markdown());
        write(REPORT, new StudyReport(outcomes, this).html());
    }

    /** The report, where it is once it was published. */
    public Path report() {
        return folder.resolve(REPORT);
    }

    private void write(String name, String text) throws IOException {
        AtomicFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The folder of a job's run. */
    public Path job(Job job) {
        return folder.resolve(job.cell().folder()).resolve("seed-" + job.seed());
    }

    /**
     * Whether a worker, of whichever program, is at one of its jobs.
     *
     * @throws IOException if it cannot be read
     */
    public boolean inUse() throws IOException {
        try (Stream<Path> below = Files.walk(folder, 2)) {
            for (Path file : below.filter(path -> path.toString().endsWith(CLAIM)).toList()) {
                if (JobLock.held(file)) {
                    return true;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return false;
    }

    /** Claims a job; empty if another worker has it. */
    Optional<JobLock> claim(Job job) throws IOException {
        Path run = job(job);
        return JobLock.take(run.resolveSibling(run.getFileName() + CLAIM));
    }

    /**
     * What a job came to; empty if it is not over.
     *
     * @throws IOException with a message for a person if its result is damaged
     */
    public Optional<RunResult> result(Job job) throws IOException {
        Path file = job(job).resolve("result.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            RunResult result =
                    kept(
                            results,
                            file,
                            "",
                            () -> JSON.readValue(Files.readString(file), RunResult.class));
            return Optional.of(result).filter(RunResult::complete);
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + " is damaged. Delete it, and the job is finished again", e);
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + FileTrouble.words(e), e);
        }
    }

    /**
     * A column of what a job measured after every iteration, as far as it has come; empty if it has
     * not begun, or measures nothing of that name.
     *
     * @throws IOException with a message for a person if it cannot be read
     */
    public Optional<Series> series(Job job, String column) throws IOException {
        Path file = job(job).resolve("metrics.csv");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return kept(series, file, column, () -> Series.read(file, column));
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + FileTrouble.words(e), e);
        }
    }

    /** The run of a job that is not over: a new one, or one that goes on from its checkpoint. */
    public Run run(Job job) throws IOException {
        Path run = job(job);
        return Files.exists(run.resolve("scenario.json"))
                ? SavedRun.resume(run)
                : new Run(job.cell().scenario(), job.seed(), run);
    }
}
