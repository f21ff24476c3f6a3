package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stackelberg.scenario.Seeds;
import stackelberg.study.Study;
import stackelberg.study.StudyFile;

/** The studies that come with the program: the files {@code study-*.json} beside the samples. */
public final class SampleStudies {
    private SampleStudies() {}

    /**
     * A study, or why it cannot be read.
     *
     * @param study null if the file is no study
     * @param facts how much it is
     * @param problem empty if it is one
     */
    public record Sample(Path file, @Nullable Study study, String facts, String problem) {
        /** The file's name. */
        public String name() {
            return String.valueOf(file.getFileName());
        }
    }

    /** Reads them, by name. May take a while: not on the window's thread. */
    public static List<Sample> read(@Nullable Path folder) {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> String.valueOf(f.getFileName()).matches("study-.*\\.json"))
                    .sorted(Comparator.comparing(f -> String.valueOf(f.getFileName())))
                    .map(SampleStudies::one)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Sample one(Path file) {
        try {
            StudyFile.Reading reading = StudyFile.read(file);
            Study study = reading.study();
            if (study == null) {
                return new Sample(file, null, "", reading.faults().get(0).toString());
            }
            int runs = reading.cells().size() * Seeds.parse(study.seeds()).size();
            String time = study.expected().isEmpty() ? "" : ", " + study.expected();
            return new Sample(file, study, tr("{0} runs{1}", runs, time), "");
        } catch (IOException e) {
            return new Sample(file, null, "", String.valueOf(e.getMessage()));
        }
    }
}
