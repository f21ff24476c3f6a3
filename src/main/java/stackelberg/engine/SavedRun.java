package stackelberg.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.scenario.ScenarioFile.Reading;
import stackelberg.scenario.Seeds;

/** Runs that were recorded on disk. */
public final class SavedRun {
    private SavedRun() {}

    /** Whether a folder holds a run; not so one that is being made, or was moved or deleted. */
    public static boolean isIn(Path folder) {
        return RunFolder.holdsRun(folder);
    }

    /**
     * The run folders at a path: the path itself, or the folders directly below it.
     *
     * @throws IOException with a message for a person if there is none
     */
    public static List<Path> folders(Path path) throws IOException {
        if (RunFolder.holdsRun(path)) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            throw new IOException(path + " is not a folder. Name a run folder or a folder of them");
        }
        try (Stream<Path> below = Files.list(path)) {
            List<Path> folders = below.filter(RunFolder::holdsRun).sorted().toList();
            if (folders.isEmpty()) {
                throw new IOException(
                        path
                                + " holds no run: there is no scenario.json in it or in a folder of"
                                + " it");
            }
            return folders;
        }
    }

    /**
     * The run in a folder, to go on from its checkpoint.
     *
     * @throws IOException with a message for a person if its scenario is damaged
     */
    public static Run resume(Path folder) throws IOException {
        return open(folder, Run::resume);
    }

    /**
     * The run in a folder, to look at; see {@link Run#look}.
     *
     * @throws IOException with a message for a person if its scenario is damaged
     */
    public static Run look(Path folder) throws IOException {
        return open(folder, Run::look);
    }

    private interface Opening {
        Run of(Path folder, Scenario scenario, long seed);
    }

    /**
     * The scenario of the run in a folder, with its one seed.
     *
     * @throws IOException with a message for a person if it is damaged
     */
    public static Scenario scenario(Path folder) throws IOException {
        Path file = folder.resolve("scenario.json");
        Reading reading = ScenarioFile.read(file);
        Scenario scenario = reading.scenario();
        if (scenario == null) {
            throw new IOException(
                    file
                            + ":"
                            + reading.faults().get(0)
                            + " The run cannot be resumed; train again in another folder");
        }
        int seeds = Seeds.parse(scenario.seeds()).size();
        if (seeds != 1) {
            throw new IOException(
                    file
                            + " names "
                            + seeds
                            + " seeds, but a run has one. It was changed"
                            + " after the run began; put the run's own seed back");
        }
        return scenario;
    }

    private static Run open(Path folder, Opening opening) throws IOException {
        Scenario scenario = scenario(folder);
        return opening.of(folder, scenario, Seeds.parse(scenario.seeds()).get(0));
    }
}
