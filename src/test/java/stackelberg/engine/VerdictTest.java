package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.engine.Verdict.Kind;
import stackelberg.engine.Verdict.Remedy;
import stackelberg.game.BaseGame;
import stackelberg.game.NormalForm;
import stackelberg.oracle.Answer;
import stackelberg.parameter.Declaration;
import stackelberg.pomdp.Evaluation;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/** What is said of a run, and when a run with an open budget ends. */
class VerdictTest {
    @TempDir Path folder;

    private static final Scenario ESCAPE = new Scenario().automatic();

    private static RunResult result(Scenario scenario, Path folder) throws InterruptedException {
        try (Run run = new Run(scenario, 1, folder)) {
            run.start();
            run.await();
            return run.result().orElseThrow();
        }
    }

    private static Verdict of(Scenario scenario, double optimum, double lower)
            throws InterruptedException {
        BaseGame game = scenario.game().assemble();
        try (Run run = new Run(scenario, 1, null)) {
            run.start();
            run.await();
            Evaluation evaluation = run.latest().evaluation();
            assertThat(evaluation).isNotNull();
            Answer answer =
                    Double.isNaN(optimum)
                            ? Answer.between(lower, 2, "bounds")
                            : Answer.of(
                                    game, optimum, lower, "made up", new double[][] {{0, 0, 1}});
            return Verdict.of(scenario.settled(), game, evaluation, Double.NaN, answer);
        }
    }

    @Test
    void anAutomaticRunReachesItsOptimumAndEndsBeforeTheCeiling() throws Exception {
        RunResult result = result(ESCAPE, folder.resolve("run"));
        assertThat(result.verdict()).isEqualTo("Reached the optimum: 1.000 of 1.000.");
        assertThat(result.remedy()).isNull();
        assertThat(result.steps()).isLessThan(ESCAPE.settled().budget() / 10);
        assertThat(
                        new ObjectMapper()
                                .readTree(folder.resolve("run").resolve("result.json").toFile())
                                .get("verdict")
                                .asText())
                .isEqualTo(result.verdict());
        Scenario recorded =
                ScenarioFile.read(Files.readString(folder.resolve("run/scenario.json"))).scenario();
        assertThat(recorded).isEqualTo(ESCAPE.settled());
    }

    @Test
    void aFixedBudgetIsUsedUp() throws Exception {
        RunResult result = result(ESCAPE.withBudget(2_000_000), null);
        assertThat(result.steps()).isGreaterThanOrEqualTo(2_000_000);
    }

    @Test
    void belowTheOptimumOtherSeedsMayHelp() throws Exception {
        Verdict verdict = of(ESCAPE, 1.5, 1.5);
        assertThat(verdict.kind()).isEqualTo(Kind.BELOW);
        assertThat(verdict.sentence()).isEqualTo("Settled 0.5000 below the optimum of 1.500.");
        assertThat(verdict.remedy()).isEqualTo(Remedy.MORE_SEEDS);
    }

    @Test
    void whatWasSetByHandMayBeToBlame() throws Exception {
        Verdict verdict = of(ESCAPE.withBudget(100_000), 1.5, 1.5);
        assertThat(verdict.remedy()).isEqualTo(Remedy.AUTOMATIC);
        assertThat(verdict.remedy().flag()).isEqualTo("--automatic");
    }

    @Test
    void aboveTheOptimumTheFollowersHaveNotSettled() throws Exception {
        Verdict verdict = of(ESCAPE, 0.5, 0.5);
        assertThat(verdict.kind()).isEqualTo(Kind.ABOVE);
        assertThat(verdict.sentence())
                .startsWith(
                        "Earns 0.5000 more than the optimum of 0.5000, because the followers have"
                                + " not settled (BCCE gap");
    }

    @Test
    void withoutAnExactAnswerBoundsAreTold() throws Exception {
        assertThat(of(ESCAPE, Double.NaN, 0.5).sentence())
                .isEqualTo(
                        "No exact answer is known (between 0.5000 and 2.000); the leader earns"
                                + " 1.000.");
        Verdict nothing = of(ESCAPE, Double.NaN, Double.NaN);
        assertThat(nothing.kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(nothing.sentence())
                .isEqualTo("No exact answer is known; the leader earns 1.000.");
    }

    @Test
    void followersThatHaveNotSettledAreNamed() throws Exception {
        NormalForm game = new NormalForm();
        Scenario hasty =
                new Scenario(
                        "Hasty",
                        "",
                        game,
                        new Scenario().followers(),
                        ESCAPE.leader(),
                        new stackelberg.pomdp.Episode(6, stackelberg.pomdp.RewardPhase.EXACT, 1, 1),
                        50_000,
                        "1");
        Verdict verdict = of(hasty, 1, 1);
        assertThat(verdict.sentence()).contains("The followers have not settled (BCCE gap");
        assertThat(Declaration.setByHand(hasty)).isPositive();
    }
}
