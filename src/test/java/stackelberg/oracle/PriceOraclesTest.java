package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.PostedPrices;
import stackelberg.game.PurchaseRule;
import stackelberg.game.RandomPricing;
import stackelberg.game.SequentialPriceGame;
import stackelberg.game.SequentialPricing;
import stackelberg.parameter.Table;

/** Price oracles against known numbers and against trying everything on small random games. */
class PriceOraclesTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static SequentialPriceGame uniform(int n, int messages) {
        double[][] values = new double[n][1];
        double[][] prior = new double[n][n];
        for (int k = 0; k < n; k++) {
            values[k][0] = k / (n - 1.0);
            Arrays.fill(prior[k], 1.0 / (n * n));
        }
        return game(new double[][][] {values, values}, prior, messages);
    }

    private static SequentialPriceGame agrawal(int messages) {
        return game(
                new double[][][] {{{0.2}, {1}}, {{0}, {0.4}}},
                new double[][] {{0.4, 0.4}, {0.1, 0.1}},
                messages);
    }

    private static SequentialPriceGame game(double[][][] values, double[][] prior, int messages) {
        double[][][] cells =
                Arrays.stream(prior)
                        .map(
                                row ->
                                        Arrays.stream(row)
                                                .mapToObj(p -> new double[] {p})
                                                .toArray(double[][]::new))
                        .toArray(double[][][]::new);
        return new SequentialPricing(
                        Table.of(values),
                        Table.of(cells),
                        messages,
                        List.of(1),
                        PostedPrices.MIDPOINTS,
                        PurchaseRule.STRICT)
                .assemble();
    }

    @ParameterizedTest
    @CsvSource({"3, 18", "4, 24", "5, 20", "6, 22.5"})
    void uniformWithoutMessages(int n, double loss) {
        assertThat(Oracle.solve(uniform(n, 1)).optimum()).isEqualTo(-1 / loss, EXACT);
    }

    @Test
    void agrawalWithoutAndWithMessages() {
        assertThat(Oracle.solve(agrawal(1)).optimum()).isEqualTo(-0.06, EXACT);
        assertThat(Oracle.solve(agrawal(2)).optimum()).isEqualTo(0, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"3", "4"})
    void uniformWithMessages(int n) {
        assertThat(Oracle.solve(uniform(n, 2)).optimum()).isEqualTo(0, EXACT);
    }

    /** Against the best of all trees, each played out; and the mechanism is worth its value. */
    @Test
    void withoutMessagesAgreesWithTryingEveryMechanism() {
        RandomGenerator random = new SplittableRandom(1);
        int compared = 0;
        while (compared < 200) {
            SequentialPriceGame game =
                    RandomPricing.of(
                                    random,
                                    1 + random.nextInt(2),
                                    1 + random.nextInt(2),
                                    1 + random.nextInt(2),
                                    1)
                            .assemble();
            if (game.continuousPrices() && game.items() > 1) {
                continue;
            }
            Answer answer = Oracle.solve(game);
            double best = Double.NEGATIVE_INFINITY;
            for (PriceTrees.Tree tree : PriceTrees.of(game).orElseThrow()) {
                double value = 0;
                for (int profile = 0; profile < game.prior().size(); profile++) {
                    value += game.prior().probability(profile) * tree.reward()[profile];
                }
                best = Math.max(best, value);
            }
            assertThat(answer.optimum()).as("game %d", compared).isEqualTo(best, EXACT);
            InducedGame played =
                    InducedGame.of(game, observation -> answer.mechanism()[observation]);
            double worth = 0;
            for (int profile = 0; profile < game.prior().size(); profile++) {
                worth += game.prior().probability(profile) * played.leaderReward(profile, 0);
            }
            assertThat(worth).isEqualTo(best, EXACT);
            compared++;
        }
    }

    /** Against all mechanisms and all pure strategy profiles, tried one after the other. */
    @Test
    void withMessagesAgreesWithTryingEveryMechanismAndStrategy() {
        RandomGenerator random = new SplittableRandom(2);
        int compared = 0;
        while (compared < 200) {
            SequentialPricing family =
                    RandomPricing.of(random, 1 + random.nextInt(2), 1 + random.nextInt(2), 1, 2);
            SequentialPriceGame game = family.assemble();
            List<PriceTrees.Tree> trees = PriceTrees.of(game).orElseThrow();
            int cells = 1 << game.followers();
            if (Math.pow(trees.size(), cells) > 5000) {
                continue;
            }
            Answer answer = Oracle.solve(game);
            double best = bruteForce(game, trees, cells);
            assertThat(answer.lower()).as("game %d", compared).isEqualTo(best, EXACT);
            compared++;
        }
    }

    private static double bruteForce(
            SequentialPriceGame game, List<PriceTrees.Tree> trees, int cells) {
        int[] sizes = new int[cells];
        Arrays.fill(sizes, trees.size());
        double best = Double.NEGATIVE_INFINITY;
        for (int mechanism = 0; mechanism < JointIndex.count(sizes); mechanism++) {
            int[] choice = JointIndex.decode(mechanism, sizes);
            double[][] leader = new double[game.prior().size()][cells];
            double[][][] payoffs = new double[game.followers()][game.prior().size()][cells];
            for (int cell = 0; cell < cells; cell++) {
                PriceTrees.Tree tree = trees.get(choice[cell]);
                for (int profile = 0; profile < leader.length; profile++) {
                    leader[profile][cell] = tree.reward()[profile];
                    for (int i = 0; i < payoffs.length; i++) {
                        payoffs[i][profile][cell] = tree.payoffs()[i][profile];
                    }
                }
            }
            StrategicForm form = new StrategicForm(InducedGame.of(game, leader, payoffs));
            for (int s = 0; s < form.leader.length; s++) {
                boolean equilibrium = true;
                for (double[] gain : form.gains) {
                    equilibrium &= gain[s] <= 1e-9;
                }
                if (equilibrium) {
                    best = Math.max(best, form.leader[s]);
                }
            }
        }
        return best;
    }

    @Test
    void aSearchCanBeCancelled() {
        Progress cancel =
                share -> {
                    throw new CancellationException();
                };
        assertThatThrownBy(() -> new PriceMessageSearch().solve(uniform(4, 2), cancel))
                .isInstanceOf(CancellationException.class);
    }
}
