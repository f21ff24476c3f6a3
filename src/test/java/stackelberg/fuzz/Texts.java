package stackelberg.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import stackelberg.engine.Run;
import stackelberg.engine.RunState;
import stackelberg.engine.SavedRun;
import stackelberg.scenario.GambitFile;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.scenario.ScenarioFile.Reading;
import stackelberg.study.StudyFile;

/** Damaged scenario files, study files, tables of demonstrations and games of Gambit. */
final class Texts {
    private static final String LINES = "\"demonstrations\": [";
    private static final String PAYOFFS =
            """
            NFG 1 R "a" { "x" "y" } { 2 3 }
            1 2 3 4 5 6 7 8 9 1/3 1.5 -2
            """;
    private static final String OUTCOMES =
            """
            NFG 1 D "b" { "x" "y" } { { "u" "v" } { "l" } } ""
            { { "o" 1, 2 } { "p" 3, 4 } }
            1 2
            """;
    private static final long TRAIN_MILLIS = 300;

    private final List<String> scenarios = new ArrayList<>();
    private final List<String> studies = new ArrayList<>();
    private final String demonstrations;
    private final Path scratch;

    /**
     * @param scratch a folder that runs may be left in
     */
    Texts(Path samples, Path scratch) throws IOException {
        this.scratch = scratch;
        try (Stream<Path> files = Files.list(samples)) {
            for (Path file : files.sorted().toList()) {
                boolean study = file.getFileName().toString().startsWith("study-");
                (study ? studies : scenarios).add(Files.readString(file));
            }
        }
        demonstrations = Files.readString(samples.resolve("followers-as-people-did.json"));
    }

    private static String one(List<String> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    void scenario(SplittableRandom random, Consumer<String> input) throws Exception {
        read(Damage.text(one(scenarios, random), random), input);
    }

    void table(SplittableRandom random, Consumer<String> input) throws Exception {
        int from = demonstrations.indexOf(LINES) + LINES.length();
        int to = demonstrations.indexOf(']', from);
        String lines = Damage.text(demonstrations.substring(from, to), random);
        read(demonstrations.substring(0, from) + lines + demonstrations.substring(to), input);
    }

    private static Reading read(String text, Consumer<String> input) {
        input.accept(text);
        Reading reading = ScenarioFile.read(text);
        if ((reading.scenario() == null) == reading.faults().isEmpty()) {
            throw new AssertionError("neither a scenario nor faults, or both");
        }
        reading.faults().forEach(fault -> Strike.plain(fault.problem() + fault.remedy()));
        Scenario scenario = reading.scenario();
        if (scenario != null) {
            Reading again = ScenarioFile.read(ScenarioFile.write(scenario));
            if (!scenario.equals(again.scenario())) {
                throw new AssertionError("written and read it is another: " + again.faults());
            }
        }
        return reading;
    }

    void study(SplittableRandom random, Consumer<String> input) throws Exception {
        String text = Damage.text(one(studies, random), random);
        input.accept(text);
        StudyFile.Reading reading = StudyFile.read(text, null);
        if ((reading.study() == null) == reading.faults().isEmpty()) {
            throw new AssertionError("neither a study nor faults, or both");
        }
        reading.faults().forEach(fault -> Strike.plain(fault.toString()));
    }

    void gambit(SplittableRandom random, Consumer<String> input) throws Exception {
        String text = Damage.text(random.nextBoolean() ? PAYOFFS : OUTCOMES, random);
        input.accept(text);
        try {
            GambitFile.read(text);
        } catch (IOException e) {
            Strike.plain(String.valueOf(e.getMessage()));
        }
    }

    /** What is valid is trained, stopped, saved and resumed. */
    void training(SplittableRandom random, Consumer<String> input) throws Exception {
        String text = one(scenarios, random);
        for (int k = 0; k < 20; k++) {
            String damaged = Damage.text(text, random);
            if (!damaged.equals(text) && ScenarioFile.read(damaged).scenario() != null) {
                text = damaged;
                break;
            }
        }
        Scenario scenario = read(text, input).scenario();
        Path folder = scratch.resolve("trained");
        RunFolders.delete(folder);
        trainForAWhile(new Run(scenario, 1, folder));
        if (SavedRun.folders(folder).size() != 1) {
            throw new AssertionError("nothing was saved");
        }
        trainForAWhile(SavedRun.resume(folder));
    }

    private static void trainForAWhile(Run run) throws InterruptedException {
        run.start();
        run.await(TRAIN_MILLIS, TimeUnit.MILLISECONDS);
        run.stop();
        run.await();
        String message = run.latest().message();
        if (message.contains("unexpected fault")) {
            throw new AssertionError(message);
        } else if (run.latest().state() == RunState.FAILED) {
            Strike.plain(message);
        }
    }
}
