package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.NormalForm;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.Watch;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

class PunishmentTest {
    private final LeaderPolicy first = observation -> new double[] {0};

    private Evaluator evaluated(Scenario scenario, BaseGame game) {
        Evaluator evaluator = new Evaluator(game, scenario.followers(), scenario.episode());
        evaluator.evaluate(first, new RandomStreams(1), 0, Watch.NONE);
        return evaluator;
    }

    /** Seller 1 cuts in period 0 and seller 2 knows nothing yet; looking changes nothing. */
    @Test
    void eachSellersCutIsACourseOfPricesBesideNashAndMonopoly() throws Exception {
        Scenario scenario =
                ScenarioFile.read(Path.of("sample-scenarios", "bertrand-collusion.json"))
                        .scenario();
        BaseGame game = scenario.game().assemble();
        Evaluator evaluator = evaluated(scenario, game);
        List<Curve> curves = Punishment.of(game, evaluator, first).curves();
        assertThat(curves)
                .extracting(Curve::name)
                .containsExactly(
                        "seller 1 cuts: price of seller 1",
                        "seller 1 cuts: price of seller 2",
                        "seller 1 cuts: seller 1 without the cut",
                        "seller 1 cuts: Nash price",
                        "seller 1 cuts: monopoly price",
                        "seller 2 cuts: price of seller 1",
                        "seller 2 cuts: price of seller 2",
                        "seller 2 cuts: seller 2 without the cut",
                        "seller 2 cuts: Nash price",
                        "seller 2 cuts: monopoly price");
        assertThat(curves.get(0).values()[0]).isLessThan(curves.get(2).values()[0]);
        assertThat(curves.get(1).values()[1]).isLessThan(curves.get(1).values()[0]);
        List<Curve> again = Punishment.of(game, evaluator, first).curves();
        for (int i = 0; i < curves.size(); i++) {
            assertThat(again.get(i).values()).containsExactly(curves.get(i).values());
        }
    }

    /** Memory 1, tables at their end: sellers answer a cut and come back, in most seeds. */
    @Test
    void whatFollowsIsMeasuredAtTheEndOfARun() throws Exception {
        Scenario scenario =
                ScenarioFile.read(Path.of("sample-scenarios", "bertrand-collusion.json"))
                        .scenario()
                        .withBudget(1);
        double punished = 0;
        double forgiven = 0;
        for (long seed = 1; seed <= 5; seed++) {
            try (Run run = new Run(scenario, seed, null)) {
                run.start();
                run.await();
                RunResult result = run.result().orElseThrow();
                punished += result.measured().get("cuts punished") / 5;
                forgiven += result.measured().get("cuts forgiven") / 5;
            }
        }
        assertThat(punished).isGreaterThan(0.5);
        assertThat(forgiven).isGreaterThan(0.5);
    }

    @Test
    void whereActionsAreNoPricesThereIsNothingToCut() {
        Scenario scenario = new Scenario();
        BaseGame game = new NormalForm().assemble();
        assertThat(Punishment.of(game, evaluated(scenario, game), first)).isSameAs(Punishment.NONE);
    }
}
