package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/**
 * What followers need is trained before a run, kept, found again, and refused where it is not it.
 */
class PreparationTest {
    @TempDir Path folder;

    /** A game and a seed of training of its own, so that no other test has trained the same. */
    private static Scenario scenario(int updates, double lure) {
        String json =
                """
                {"title": "Asked", "game": {"type": "normal-form", "commitment": "pure",
                 "payoffs": [[[1, %s], [3, 0]], [[0, 0], [2, 1]]]},
                 "followers": [{"type": "meta-response", "updates": %d}],
                 "leader": {"type": "policy-enumeration"}}
                """
                        .formatted(lure, updates);
        Scenario read = ScenarioFile.read(json).scenario();
        assertThat(read).isNotNull();
        return read;
    }

    private Run finished(Scenario scenario, String name, Path beside) throws InterruptedException {
        try (Run run = new Run(scenario, 1, folder.resolve(name)).beside(beside)) {
            run.start();
            run.await();
            return run;
        }
    }

    private Path trained(String run) {
        return folder.resolve(run).resolve("meta-response-1.trained");
    }

    @Test
    void itIsKeptInTheRunAndBesideTheScenarioAndFoundAgain() throws Exception {
        Scenario scenario = scenario(31, 1.01);
        Path file = folder.resolve("asked.json");
        Run first = finished(scenario, "one", file);
        assertThat(first.latest().state()).isEqualTo(RunState.FINISHED);
        assertThat(first.latest().findings()).hasSize(1);
        assertThat(first.latest().findings().get(0).sentences().get(0)).contains("Trained over");
        Path beside = folder.resolve("asked.meta-response-1.trained");
        assertThat(beside).hasSameBinaryContentAs(trained("one"));
        Run second = finished(scenario, "two", file);
        assertThat(trained("two")).hasSameBinaryContentAs(trained("one"));
        assertThat(second.latest().evaluation().leaderReward())
                .isEqualTo(first.latest().evaluation().leaderReward());
    }

    @Test
    void whatIsOfAnotherGameIsRefusedWithTheReasonAndTrainedAnew() throws Exception {
        Path file = folder.resolve("asked.json");
        finished(scenario(32, 1.02), "one", file);
        Run other = finished(scenario(32, 1.03), "two", file);
        assertThat(other.latest().state()).isEqualTo(RunState.FINISHED);
        assertThat(Files.readString(folder.resolve("two/events.csv")))
                .contains("was trained for another game, another follower or other settings");
        assertThat(trained("two"))
                .hasSameBinaryContentAs(folder.resolve("asked.meta-response-1.trained"));
    }

    @Test
    void aRunWhoseOwnIsSpoiledFailsAndSaysWhy() throws Exception {
        Scenario scenario = scenario(33, 1.04);
        finished(scenario, "one", folder.resolve("asked.json"));
        for (String text : List.of("{", "{}", "{\"fingerprint\":\"x\",\"numbers\":[1]}")) {
            Files.writeString(trained("one"), text);
            try (Run run = SavedRun.resume(folder.resolve("one"))) {
                run.start();
                run.await();
                assertThat(run.latest().state()).isEqualTo(RunState.FAILED);
                assertThat(run.latest().message()).contains("meta-response-1.trained");
            }
        }
    }

    @Test
    void aPreparationIsSeenAndCanBeStopped() throws InterruptedException {
        try (Run run = new Run(scenario(1_000_000, 1.05), 1, folder.resolve("one"))) {
            run.start();
            Tiny.until(() -> run.latest().state() == RunState.PREPARING);
            assertThat(run.latest().message()).contains("training what the followers need");
            run.stop();
            assertThat(run.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(run.latest().state()).isEqualTo(RunState.STOPPED);
            assertThat(trained("one")).doesNotExist();
        }
    }

    @Test
    void runsThatNeedTheSameTrainItOnce() throws InterruptedException, IOException {
        Scenario scenario = scenario(34, 1.06);
        List<Run> runs = new ArrayList<>();
        for (int seed = 1; seed <= 4; seed++) {
            Run run = new Run(scenario, seed, folder.resolve("seed-" + seed));
            runs.add(run);
            run.start();
        }
        for (Run run : runs) {
            run.await();
            assertThat(run.latest().state()).isEqualTo(RunState.FINISHED);
            run.close();
        }
        for (int seed = 2; seed <= 4; seed++) {
            assertThat(trained("seed-" + seed)).hasSameBinaryContentAs(trained("seed-1"));
        }
    }
}
