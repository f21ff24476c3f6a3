package stackelberg.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import stackelberg.engine.Run;
import stackelberg.engine.RunLibrary;
import stackelberg.engine.RunState;
import stackelberg.engine.SavedRun;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/**
 * Damaged run folders: each is refused with a message, or goes on to the bytes of an undisturbed
 * run. Silently different results are the worst that a program of this kind can do.
 */
final class RunFolders {
    private static final List<String> FILES =
            List.of("checkpoint", "metrics.csv", "events.csv", "scenario.json", "result.json");

    private final Path folder;
    private final byte[][] originals = new byte[FILES.size()][];

    /**
     * @param scratch a folder that runs may be left in
     */
    RunFolders(Path samples, Path scratch) throws IOException, InterruptedException {
        Path whole = scratch.resolve("whole");
        delete(whole);
        Scenario scenario =
                ScenarioFile.read(samples.resolve("conitzer-randomised.json")).scenario();
        try (Run run = new Run(scenario.withBudget(6000), 1, whole)) {
            run.start();
            run.await();
        }
        for (int k = 0; k < originals.length; k++) {
            originals[k] = Files.readAllBytes(whole.resolve(FILES.get(k)));
        }
        folder = scratch.resolve("damaged").resolve("run");
        Files.createDirectories(folder);
    }

    void once(SplittableRandom random, Consumer<String> input) throws Exception {
        for (int k = 0; k < originals.length; k++) {
            Files.write(folder.resolve(FILES.get(k)), originals[k]);
        }
        int struck = random.nextInt(FILES.size());
        byte[] damaged = Damage.bytes(originals[struck], random);
        Files.write(folder.resolve(FILES.get(struck)), damaged);
        input.accept(FILES.get(struck) + " " + difference(originals[struck], damaged));
        new RunLibrary(folder.getParent(), folder).records();
        Run run;
        try {
            run = SavedRun.resume(folder);
        } catch (IOException e) {
            Strike.plain(String.valueOf(e.getMessage()));
            return;
        }
        try (run) {
            run.start();
            run.await(60, TimeUnit.SECONDS);
            String message = run.latest().message();
            if (message.contains("unexpected fault")) {
                throw new AssertionError(message);
            } else if (run.latest().state() == RunState.FAILED) {
                Strike.plain(message);
            } else if (!Arrays.equals(
                    Files.readAllBytes(folder.resolve("metrics.csv")), originals[1])) {
                throw new AssertionError("silently different: " + run.latest().state());
            }
        }
    }

    private static String difference(byte[] before, byte[] after) {
        return "of "
                + before.length
                + " now "
                + after.length
                + ", first "
                + Arrays.mismatch(before, after);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
