package stackelberg.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.RunResult;

/** A study's folder with jobs that are over, as runs leave them, without training any. */
final class Trained {
    private final Study study;
    final StudyFolder folder;

    Trained(Study study, Path folder) {
        this.study = study;
        this.folder = new StudyFolder(folder);
    }

    /** Two cells, of one message and of two, and three seeds. */
    static Study messages(String more) {
        StudyFile.Reading reading =
                StudyFile.read(
                        """
                        {"title": "Messages", "question": "How many?",
                         "base": {"game": {"type": "simple-allocation"},
                                  "leader": {"type": "policy-enumeration"}},
                         "axes": [{"name": "messages", "path": "game.messages", "values": [1, 2]}],
                         "seeds": "1-3"%s}
                        """
                                .formatted(more),
                        null);
        Study study = reading.study();
        if (study == null) {
            throw new AssertionError(reading.faults().toString());
        }
        return study;
    }

    Job job(int cell, long seed) {
        return new Job(StudyFile.expand(study).cells().get(cell), seed);
    }

    /** What a run came to after three seconds. */
    static RunResult result(
            long seed,
            double reward,
            @Nullable Double optimum,
            @Nullable Map<String, Double> measured) {
        return new RunResult(
                "s", seed, 1, 1, reward, optimum, null, null, 1, 3, null, null, null, null,
                measured, true, "p");
    }

    /** Seed 1, 2, … of a cell ended with these rewards, each after three seconds. */
    Trained over(int cell, @Nullable Double optimum, double... rewards) throws IOException {
        for (int k = 0; k < rewards.length; k++) {
            RunResult result = result(k + 1, rewards[k], optimum, null);
            write(job(cell, k + 1), "result.json", result.json());
        }
        return this;
    }

    /** What a run measured on its way. */
    Trained measured(int cell, long seed, String metrics) throws IOException {
        write(job(cell, seed), "metrics.csv", metrics);
        return this;
    }

    void write(Job job, String file, String text) throws IOException {
        Files.createDirectories(folder.job(job));
        Files.writeString(folder.job(job).resolve(file), text);
    }

    Outcomes outcomes() throws IOException {
        return new Outcomes(study, StudyFile.expand(study).cells(), folder);
    }

    StudyText text() throws IOException {
        return new StudyText(outcomes());
    }

    String report() throws IOException {
        return new StudyReport(outcomes(), folder).html();
    }
}
