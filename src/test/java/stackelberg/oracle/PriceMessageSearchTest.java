package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.InducedGame;
import stackelberg.game.PostedPrices;
import stackelberg.game.PriceStates;
import stackelberg.game.PurchaseRule;
import stackelberg.game.RandomPricing;
import stackelberg.game.SequentialPriceGame;
import stackelberg.game.SequentialPricing;
import stackelberg.parameter.Table;

/** Mechanisms with messages that are too many to try all: what is claimed of those found. */
class PriceMessageSearchTest {
    private final RandomGenerator random = new SplittableRandom(401);

    /** The leader's reward in its favourite equilibrium in pure strategies; −∞ if none is. */
    private static double favourite(InducedGame induced) {
        StrategicForm form = new StrategicForm(induced);
        double best = Double.NEGATIVE_INFINITY;
        for (int s = 0; s < form.leader.length; s++) {
            boolean equilibrium = true;
            for (double[] gain : form.gains) {
                equilibrium &= gain[s] <= 1e-9;
            }
            best = equilibrium ? Math.max(best, form.leader[s]) : best;
        }
        return best;
    }

    /** Incentives matter where three types of a buyer share two messages. */
    @Test
    void theMechanismFoundHasAnEquilibriumOfThatValueAndNoOtherTriedIsBetter() {
        for (int trial = 0; trial < 40; trial++) {
            int buyers = 1 + trial % 2;
            SequentialPriceGame game = RandomPricing.of(random, buyers, 3, 1, 2).assemble();
            List<PriceTrees.Tree> trees = PriceTrees.of(game).orElseThrow();
            Answer answer = new PriceMessageSearch().solve(game);
            int cells = 1 << buyers;
            double[][] leader = new double[game.prior().size()][cells];
            double[][][] payoffs = new double[buyers][game.prior().size()][cells];
            for (int tried = 0; tried < 100; tried++) {
                for (int cell = 0; cell < cells; cell++) {
                    PriceTrees.Tree tree = trees.get(random.nextInt(trees.size()));
                    for (int profile = 0; profile < leader.length; profile++) {
                        leader[profile][cell] = tree.reward()[profile];
                        for (int i = 0; i < buyers; i++) {
                            payoffs[i][profile][cell] = tree.payoffs()[i][profile];
                        }
                    }
                }
                assertThat(favourite(InducedGame.of(game, leader, payoffs)))
                        .as("game %d", trial)
                        .isLessThanOrEqualTo(answer.lower() + 1e-9);
            }
            if (answer.exact()) {
                assertThat(answer.upper()).isEqualTo(answer.optimum());
                InducedGame found = InducedGame.of(game, o -> answer.mechanism()[o]);
                assertThat(favourite(found))
                        .as("game %d", trial)
                        .isCloseTo(answer.optimum(), within(1e-9));
            } else {
                assertThat(game.continuousPrices()).isTrue();
                assertThat(answer.upper()).isZero();
                assertThat(answer.method()).contains("continuous prices might do better");
            }
        }
    }

    /** Two buyers who compete for one item; every profile of types is possible. */
    private static SequentialPriceGame contest(RandomGenerator random, int messages) {
        int types = 3;
        double[][][] values = new double[2][types][1];
        for (double[][] ofBuyer : values) {
            for (double[] ofType : ofBuyer) {
                ofType[0] = random.nextDouble();
            }
        }
        double[][][] prior = new double[types][types][1];
        double sum = 0;
        for (double[][] row : prior) {
            for (double[] cell : row) {
                cell[0] = 0.1 + random.nextDouble();
                sum += cell[0];
            }
        }
        for (double[][] row : prior) {
            for (double[] cell : row) {
                cell[0] /= sum;
            }
        }
        return new SequentialPricing(
                        Table.of(values),
                        Table.of(prior),
                        messages,
                        List.of(1),
                        PostedPrices.values()[random.nextInt(2)],
                        PurchaseRule.STRICT)
                .assemble();
    }

    /** In a contest most mechanisms that allocate well give somebody a reason to lie. */
    @Test
    void inAContestTheMechanismFoundHasAnEquilibriumOfThatValue() {
        for (int trial = 0; trial < 60; trial++) {
            SequentialPriceGame game = contest(random, 2);
            Answer answer = new PriceMessageSearch().solve(game);
            assertThat(answer.exact())
                    .isEqualTo(answer.lower() > -1e-9 || !game.continuousPrices());
            if (!answer.exact()) {
                continue;
            }
            InducedGame found = InducedGame.of(game, o -> answer.mechanism()[o]);
            assertThat(favourite(found))
                    .as("game %d", trial)
                    .isCloseTo(answer.optimum(), within(1e-9));
        }
    }

    /** Without messages nobody can lie, and dynamic programming is a second way to the optimum. */
    @Test
    void withoutMessagesItFindsWhatTheDynamicProgramDoes() {
        int below = 0;
        for (int trial = 0; trial < 120; trial++) {
            SequentialPriceGame game =
                    trial % 2 == 0
                            ? contest(random, 1)
                            : RandomPricing.of(random, 2, 2, 2, 1).assemble();
            Answer searched = new PriceMessageSearch().solve(game);
            Answer programmed = new PriceDynamicProgram().solve(game);
            assertThat(searched.lower())
                    .as("game %d", trial)
                    .isCloseTo(programmed.lower(), within(1e-9));
            boolean efficient = searched.lower() > -1e-9;
            below += efficient ? 0 : 1;
            assertThat(searched.exact()).isEqualTo(efficient || !game.continuousPrices());
            assertThat(programmed.exact()).isEqualTo(game.items() == 1 || !game.continuousPrices());
            if (!searched.exact()) {
                assertThat(searched.method()).contains("continuous prices might do better");
            }
            assertThat(searched.upper())
                    .isCloseTo(searched.exact() ? searched.lower() : 0, within(1e-9));
        }
        assertThat(below).as("games without an efficient mechanism").isGreaterThan(30);
    }

    /** Both say how far they have come: in shares of the most that they look at. */
    @Test
    void longSearchesTellHowFarTheyHaveCome() {
        List<Double> searched = new ArrayList<>();
        for (int trial = 0; trial < 100 && searched.size() < 3; trial++) {
            searched.clear();
            new PriceMessageSearch().solve(contest(random, 2), share -> told(share, searched));
        }
        assertThat(searched).hasSizeGreaterThan(2);
        List<Double> programmed = new ArrayList<>();
        new PriceDynamicProgram()
                .solve(
                        RandomPricing.of(random, 3, 3, 2, 1).assemble(),
                        share -> told(share, programmed));
        assertThat(programmed).hasSizeGreaterThan(3);
        for (int k = 0; k < searched.size(); k++) {
            assertThat(searched.get(k)).isCloseTo((k + 1) * 1e4 / 1e8, within(1e-12));
        }
        for (int k = 0; k < programmed.size(); k++) {
            assertThat(programmed.get(k)).isCloseTo((k + 1) * 1e3 / 2e7, within(1e-12));
        }
    }

    private static void told(double share, List<Double> shares) {
        if (share != 0) {
            shares.add(share);
        }
    }

    /** What a tree is worth to everyone is what playing it brings. */
    @Test
    void treesBringWhatTheyAreSaidTo() {
        for (int trial = 0; trial < 20; trial++) {
            SequentialPriceGame game = RandomPricing.of(random, 2, 2, 1 + trial % 2, 1).assemble();
            List<PriceTrees.Tree> trees = PriceTrees.of(game).orElseThrow();
            for (int k = 0; k < 30; k++) {
                PriceTrees.Tree tree = trees.get(random.nextInt(trees.size()));
                double[][] mechanism = PriceTrees.mechanism(game, List.of(tree));
                InducedGame played = InducedGame.of(game, o -> mechanism[o]);
                for (int profile = 0; profile < game.prior().size(); profile++) {
                    assertThat(played.leaderReward(profile, 0))
                            .isCloseTo(tree.reward()[profile], within(1e-9));
                    for (int i = 0; i < 2; i++) {
                        assertThat(played.payoff(i, profile, 0))
                                .isCloseTo(tree.payoffs()[i][profile], within(1e-9));
                    }
                }
            }
        }
    }

    /** Any way to go on comes to what some tree in the list comes to. */
    @Test
    void everyWayToGoOnIsATree() {
        for (int trial = 0; trial < 40; trial++) {
            SequentialPriceGame game = RandomPricing.of(random, 2, 2, 1 + trial % 2, 1).assemble();
            List<PriceTrees.Tree> trees = PriceTrees.of(game).orElseThrow();
            List<double[]> prices = PriceGrid.vectors(game);
            PriceStates states = game.states();
            double[][] meanings = new double[states.live()][];
            for (int state = 0; state < meanings.length; state++) {
                int buyer = random.nextInt(2);
                buyer = states.unvisited(state, buyer) ? buyer : 1 - buyer;
                double[] posted = prices.get(random.nextInt(prices.size()));
                meanings[state] = game.meaning(state, PriceGrid.action(game, buyer, posted));
            }
            InducedGame played = InducedGame.of(game, o -> meanings[o]);
            assertThat(trees).as("game %d", trial).anyMatch(tree -> comesTo(tree, played));
            assertThat(new HashSet<>(trees.stream().map(PriceMessageSearchTest::outcome).toList()))
                    .hasSameSizeAs(trees);
        }
    }

    private static boolean comesTo(PriceTrees.Tree tree, InducedGame played) {
        for (int profile = 0; profile < tree.reward().length; profile++) {
            if (Math.abs(tree.reward()[profile] - played.leaderReward(profile, 0)) > 1e-9) {
                return false;
            }
            for (int i = 0; i < tree.payoffs().length; i++) {
                if (Math.abs(tree.payoffs()[i][profile] - played.payoff(i, profile, 0)) > 1e-9) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String outcome(PriceTrees.Tree tree) {
        return Arrays.toString(tree.reward()) + Arrays.deepToString(tree.payoffs());
    }

    /** Three buyers and two items can be gone through in more ways than are listed. */
    @Test
    void whereThereAreTooManyTreesNothingIsFound() {
        SequentialPriceGame game = RandomPricing.of(random, 3, 3, 2, 2).assemble();
        assertThat(PriceTrees.of(game)).isEmpty();
        Answer answer = new PriceMessageSearch().solve(game);
        assertThat(answer.lower()).isNaN();
        assertThat(answer.upper()).isZero();
        assertThat(answer.method()).contains("more than 200,000 ways to go on");
    }

    /** The grid is all midpoints of each item, and the price 1 where any price can be posted. */
    @Test
    void theGridIsEveryVectorOfPricesOnce() {
        for (int trial = 0; trial < 60; trial++) {
            SequentialPriceGame game = RandomPricing.any(random).assemble();
            List<double[]> vectors = PriceGrid.vectors(game);
            assertThat((double) vectors.size()).isEqualTo(PriceGrid.count(game));
            assertThat(new HashSet<>(vectors.stream().map(Arrays::toString).toList()))
                    .hasSize(vectors.size());
            for (int item = 0; item < game.items(); item++) {
                int one = item;
                TreeSet<Double> expected = new TreeSet<>();
                Arrays.stream(game.midpoints()[item]).forEach(expected::add);
                if (game.continuousPrices()) {
                    expected.add(1.0);
                }
                assertThat(new TreeSet<>(vectors.stream().map(v -> v[one]).toList()))
                        .isEqualTo(expected);
            }
        }
    }
}
