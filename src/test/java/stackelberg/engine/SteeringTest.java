package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.leader.Learner;
import stackelberg.leader.Ppo;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Family;
import stackelberg.scenario.Samples;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/** Parameters are changed while a run goes on, and the same changes give the same bits. */
class SteeringTest {
    private static final long BUDGET = 40_000;

    @TempDir private Path temporary;

    /** Steered twice, at whatever iterations that happens to be. */
    private Path steered(String name) throws Exception {
        Path folder = temporary.resolve(name);
        try (Run run = new Run(Tiny.scenario(BUDGET), 3, folder)) {
            run.stepUpdate();
            Tiny.until(() -> run.latest().state() == RunState.PAUSED);
            for (int k = 0; k < 5; k++) {
                long before = run.latest().transitions();
                run.stepUpdate();
                Tiny.until(
                        () ->
                                run.latest().state() == RunState.PAUSED
                                        && run.latest().transitions() > before);
            }
            run.steer("leader.learningRate", 0.01);
            run.steer("followers[0].rate", 0.3);
            run.resume();
            Tiny.until(() -> run.latest().transitions() > 10_000);
            run.steer("episode.responsePlays", 45);
            run.resume();
            run.await();
            assertThat(run.latest().message()).isEmpty();
            assertThat(run.latest().steerings())
                    .extracting(Steering::path)
                    .startsWith("leader.learningRate", "followers[0].rate");
            assertThat(((Ppo) run.scenario().leader()).learningRate()).isEqualTo(0.01);
        }
        return folder;
    }

    @Test
    void theSameChangesGiveTheSameBits() throws Exception {
        Path whole = steered("whole");
        List<Steering> made = RunFolder.steerings(whole);
        assertThat(made).hasSizeGreaterThanOrEqualTo(2);
        assertThat(made.get(0).iteration()).isEqualTo(6);

        // As if the program had been killed before its first checkpoint.
        Path again = temporary.resolve("again");
        Files.createDirectories(again);
        for (String file : List.of("scenario.json", "events.csv")) {
            Files.copy(whole.resolve(file), again.resolve(file));
        }
        try (Run run = SavedRun.resume(again)) {
            run.start();
            run.await();
            assertThat(run.latest().steerings()).isEqualTo(made);
        }
        assertThat(again.resolve("metrics.csv"))
                .hasSameBinaryContentAs(whole.resolve("metrics.csv"));

        Path unsteered = temporary.resolve("unsteered");
        try (Run run = new Run(Tiny.scenario(BUDGET), 3, unsteered)) {
            run.start();
            run.await();
        }
        assertThat(Files.readString(unsteered.resolve("metrics.csv")))
                .isNotEqualTo(Files.readString(whole.resolve("metrics.csv")));
    }

    @Test
    void aSteeredRunGoesOnFromItsCheckpoint() throws Exception {
        Path whole = steered("whole");
        List<Steering> made = RunFolder.steerings(whole);
        Path parts = temporary.resolve("parts");
        Files.createDirectories(parts);
        for (String file : List.of("scenario.json", "events.csv")) {
            Files.copy(whole.resolve(file), parts.resolve(file));
        }
        for (long stopAt = 3_000; stopAt < BUDGET; stopAt += 9_000) {
            long limit = stopAt;
            Run run = SavedRun.resume(parts);
            run.start();
            Tiny.until(() -> run.latest().transitions() > limit || run.latest().state().over());
            run.close();
            run.await();
        }
        try (Run run = SavedRun.resume(parts)) {
            run.start();
            run.await();
            assertThat(run.latest().steerings()).isEqualTo(made);
        }
        assertThat(parts.resolve("metrics.csv"))
                .hasSameBinaryContentAs(whole.resolve("metrics.csv"));
    }

    @Test
    void whatBreaksRulesIsRefused() {
        try (Run run = new Run(Tiny.endless(), 1, null)) {
            assertThatThrownBy(() -> run.steer("leader.learningRate", -1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("leader.learningRate");
            assertThatThrownBy(() -> run.steer("leader.hiddenUnits", 8))
                    .hasMessageContaining("cannot be changed while it is trained");
            assertThatThrownBy(() -> run.steer("game.payoffs", 8))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void onePlayIsOnePlay() throws Exception {
        try (Run run = new Run(Tiny.endless(), 1, null)) {
            run.stepPlay();
            Tiny.until(() -> run.latest().state() == RunState.PAUSED);
            long first = run.latest().plays();
            for (int k = 1; k <= 20; k++) {
                long before = run.latest().plays();
                run.stepPlay();
                Tiny.until(
                        () ->
                                run.latest().plays() > before
                                        && run.latest().state() == RunState.PAUSED);
                assertThat(run.latest().plays()).isEqualTo(first + k);
            }
        }
    }

    static List<Path> samples() throws Exception {
        return Samples.all();
    }

    /** Every lever of every sample can be set to what it is, and what comes of it is the same. */
    @ParameterizedTest
    @MethodSource("samples")
    void leversOfEverySampleCanBeMoved(Path sample) throws Exception {
        Scenario settled = ScenarioFile.read(sample).scenario().settled();
        for (Steering.Lever lever : Steering.levers(settled)) {
            Scenario same = new Steering(0, 0, lever.path(), lever.value()).applied(settled);
            assertThat(same).isEqualTo(settled);
        }
    }

    static List<Learner> learners() {
        return Family.of(Learner.class).members().stream().map(Learner.class::cast).toList();
    }

    /** Whatever learns goes on after every lever was moved. */
    @ParameterizedTest
    @MethodSource("learners")
    void everyLearnerGoesOn(Learner learner) throws Exception {
        Scenario tiny = Tiny.endless();
        Scenario scenario =
                new Scenario(
                        tiny.title(),
                        "",
                        tiny.game(),
                        tiny.followers(),
                        learner,
                        tiny.episode(),
                        tiny.budget(),
                        "1");
        if (!scenario.faults().isEmpty()) {
            return;
        }
        try (Run run = new Run(scenario, 1, null)) {
            run.stepUpdate();
            Tiny.until(
                    () -> run.latest().state() == RunState.PAUSED || run.latest().state().over());
            for (Steering.Lever lever : run.levers()) {
                double other = 0.9 * lever.value();
                run.steer(
                        lever.path(),
                        lever.parameter().kind() == Declared.Kind.WHOLE
                                ? Math.max(1, Math.rint(other))
                                : other);
            }
            int moved = run.levers().size();
            long before = run.latest().transitions();
            run.resume();
            Tiny.until(
                    () ->
                            run.latest().transitions() > before
                                            && run.latest().steerings().size() == moved
                                    || run.latest().state().over());
            assertThat(run.latest().state()).isNotEqualTo(RunState.FAILED);
        }
    }

    @Test
    void eventsOfAnotherKindAreNoSteerings() {
        assertThat(Steering.read("transitions,event,detail")).isEmpty();
        assertThat(Steering.read("5,steered,nonsense")).isEmpty();
        assertThat(Steering.read("5,stopped,")).isEmpty();
        Steering one = new Steering(7, 900, "followers[0].rate", 1e-4);
        assertThat(Steering.read("900,steered," + one.detail())).contains(one);
    }
}
