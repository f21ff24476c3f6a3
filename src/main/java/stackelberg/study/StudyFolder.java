package stackelberg.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import stackelberg.engine.Run;
import stackelberg.engine.RunResult;
import stackelberg.engine.SavedRun;
import stackelberg.scenario.AtomicFile;
import stackelberg.scenario.FileTrouble;

/**
 * A study on disk: {@code study.json}, and for each cell and seed the folder of a run. A job is
 * over when its run's {@code result.json} is there; until then it goes on from its checkpoint. So
 * that nothing is ever done twice, whenever the program ends and whatever is added.
 */
public final class StudyFolder {
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path folder;

    public StudyFolder(Path folder) {
        this.folder = folder;
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

    /** Puts a file beside it, such as a table. */
    public void write(String name, String text) throws IOException {
        AtomicFile.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }

    private Path job(Cell cell, long seed) {
        return folder.resolve(cell.folder()).resolve("seed-" + seed);
    }

    /**
     * What a job came to; empty if it is not over.
     *
     * @throws IOException with a message for a person if its result is damaged
     */
    public Optional<RunResult> result(Cell cell, long seed) throws IOException {
        Path file = job(cell, seed).resolve("result.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunResult.class));
        } catch (JsonProcessingException e) {
            throw new IOException(
                    file + " is damaged. Delete it, and the job is finished again", e);
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + FileTrouble.words(e), e);
        }
    }

    /** The run of a job that is not over: a new one, or one that goes on from its checkpoint. */
    public Run run(Cell cell, long seed) throws IOException {
        Path job = job(cell, seed);
        return Files.exists(job.resolve("scenario.json"))
                ? SavedRun.resume(job)
                : new Run(cell.scenario(), seed, job);
    }
}
