package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.InducedGame;
import stackelberg.game.RandomPricing;
import stackelberg.game.SequentialPriceGame;

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
        assertThat(PriceTrees.tooMany()).contains("200,000");
    }
}
