package stackelberg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.game.Commitment;
import stackelberg.game.NormalForm;
import stackelberg.oracle.Oracle;
import stackelberg.parameter.Table;
import stackelberg.scenario.Samples;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

class LandmarkTest {
    private static Map<String, Double> of(String sample) throws Exception {
        Scenario scenario =
                ScenarioFile.read(Path.of("sample-scenarios", sample + ".json")).scenario();
        return Landmark.of(scenario).stream()
                .collect(Collectors.toMap(Landmark::name, Landmark::value));
    }

    @Test
    void messagesAreComparedWithNone() throws Exception {
        // By the sample's own words 1/18 of value is lost without messages.
        assertThat(of("mspm-uniform-3").get("best without messages"))
                .isCloseTo(-1.0 / 18, within(1e-9));
    }

    @Test
    void aPlatformIsComparedWithTheRulesThatOneWouldWriteDown() throws Exception {
        Map<String, Double> rules = of("bertrand-platform");
        assertThat(rules)
                .containsOnlyKeys("No intervention", "PDP", "DPDP", "best that never changes");
        // The lowest cap on the grid of four prices reaches the largest surplus there can be.
        assertThat(rules.get("best that never changes")).isCloseTo(1.1261, within(1e-4));
        assertThat(rules.get("No intervention")).isLessThan(rules.get("best that never changes"));
    }

    @Test
    void aLeaderThatAlwaysDefectsEarnsWhatTwoDefectorsDo() throws Exception {
        Scenario scenario =
                ScenarioFile.read(Path.of("sample-scenarios", "iterated-prisoners-dilemma.json"))
                        .scenario();
        Map<String, Double> constant = of("iterated-prisoners-dilemma");
        stackelberg.game.IteratedMatrix game = (stackelberg.game.IteratedMatrix) scenario.game();
        assertThat(constant).containsOnlyKeys("always row 1", "always row 2");
        double each = game.payoffs().at(1, 1, 0) + game.shift();
        assertThat(constant.get("always row 2"))
                .isCloseTo(game.steps() * each, within(0.05 * game.steps()));
    }

    @Test
    void mixingNeverLoses() {
        RandomGenerator random = new java.util.SplittableRandom(71);
        for (int trial = 0; trial < 50; trial++) {
            double[][][] cells = new double[3][3][2];
            for (double[][] row : cells) {
                for (double[] cell : row) {
                    cell[0] = random.nextDouble();
                    cell[1] = random.nextDouble();
                }
            }
            NormalForm mixed = new NormalForm(Table.of(cells), Commitment.RANDOMISED, List.of());
            double pure = Oracle.solve(mixed.comparisons().get(0).game().assemble()).optimum();
            assertThat(pure).isLessThanOrEqualTo(Oracle.solve(mixed.assemble()).optimum() + 1e-9);
        }
    }

    @Test
    void aSentenceSaysWhatIsMoreAndWhatIsLess() {
        List<Landmark> marks =
                List.of(
                        new Landmark("a", 1),
                        new Landmark("b", 2),
                        new Landmark("c", 0.5),
                        new Landmark("d", -0.0));
        assertThat(Landmark.compared(1.001, marks, 0.01))
                .isEqualTo(
                        " That is more than c (0.5000) and d (0.000); as much as a (1.000); less"
                                + " than b (2.000).");
        assertThat(Landmark.compared(Double.NaN, marks, 0.01)).isEmpty();
        assertThat(Landmark.compared(1, List.of(), 0.01)).isEmpty();
    }

    static List<Path> samples() throws Exception {
        return Samples.all();
    }

    /** Whatever a sample is compared with is a game without faults. */
    @ParameterizedTest
    @MethodSource("samples")
    void comparisonsCanBePlayed(Path sample) throws Exception {
        Scenario scenario = ScenarioFile.read(sample).scenario();
        for (stackelberg.game.Comparison one : scenario.game().comparisons()) {
            assertThat(one.name()).isNotBlank();
            stackelberg.game.BaseGame game = one.game().assemble();
            for (double[] action : one.actions()) {
                assertThat(action).hasSize(game.leaderActions().length());
            }
        }
    }
}
