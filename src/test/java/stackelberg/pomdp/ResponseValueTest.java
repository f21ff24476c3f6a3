package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.RandomPricing;
import stackelberg.game.SequentialPriceGame;
import stackelberg.oracle.Answer;
import stackelberg.oracle.PriceTrees;
import stackelberg.oracle.PriceTrees.Tree;

/** Mechanisms valued by their tables against outer episodes, and the search against all of them. */
class ResponseValueTest {
    private static final List<FollowerModel> WEIGHTS = List.of(new MultiplicativeWeights(0.5));

    private final RandomGenerator random = new SplittableRandom(91);

    private SequentialPriceGame game() {
        return RandomPricing.of(random, 2, 2, 1, 2).assemble();
    }

    private static Episode episode(int plays, ResponseRule rule, double bound, int further) {
        return new Episode(
                plays, RewardPhase.EXACT, 1, 1, false, 1, false, false, rule, bound, further, true);
    }

    private static int cells(SequentialPriceGame game) {
        return game.leaderObservations() / game.states().live();
    }

    private static ResponseValue value(
            SequentialPriceGame game, List<Tree> trees, Episode episode) {
        return new ResponseValue(game, trees, WEIGHTS, episode, cells(game));
    }

    /** The actions of a mechanism; where it is never asked to act, any. */
    private static double[][] actions(SequentialPriceGame game, List<Tree> chosen) {
        double[][] actions = new double[game.leaderObservations()][3];
        for (int cell = 0; cell < chosen.size(); cell++) {
            double[][] ofCell = chosen.get(cell).actions();
            for (int state = 0; state < ofCell.length; state++) {
                if (ofCell[state].length > 0) {
                    actions[game.observation(cell, state)] = ofCell[state];
                }
            }
        }
        return actions;
    }

    @Test
    void aMechanismIsWorthWhatAnOuterEpisodeEarns() {
        int failed = 0;
        for (int trial = 0; trial < 60; trial++) {
            SequentialPriceGame game = game();
            List<Tree> trees = PriceTrees.of(game).orElseThrow();
            Episode episode =
                    switch (trial % 4) {
                        case 0 -> episode(24, ResponseRule.LAST_MIXED, 0, 0);
                        case 1 -> episode(24, ResponseRule.EMPIRICAL, 0, 0);
                        case 2 -> episode(24, ResponseRule.CERTIFIED, 0.02, 1_000);
                        default -> episode(24, ResponseRule.CERTIFIED, 0.001, 3);
                    };
            ResponseValue value = value(game, trees, episode);
            Tree[] chosen = new Tree[cells(game)];
            Arrays.fill(chosen, trees.get(0));
            for (int phase = 0; phase < 4; phase++) {
                double[][] policy = actions(game, Arrays.asList(chosen));
                StackelbergPomdp pomdp = StackelbergPomdp.of(game, WEIGHTS, episode);
                double earned;
                try {
                    earned =
                            pomdp.run(
                                    LeaderSeat.committed(o -> policy[o]),
                                    new RandomStreams(0),
                                    phase,
                                    Watch.NONE);
                } catch (NotCertifiedException e) {
                    earned = Double.NEGATIVE_INFINITY;
                    failed++;
                }
                double before = value.plays();
                assertThat(value.inPhase(phase)).isCloseTo(earned, within(1e-12));
                assertThat(value.hope()).isGreaterThanOrEqualTo(earned - 1e-12);
                assertThat(value.hope()).isEqualTo(hope(game, chosen), within(1e-12));
                assertThat(value.plays() - before).isGreaterThanOrEqualTo(24);
                int cell = random.nextInt(chosen.length);
                chosen[cell] = trees.get(random.nextInt(trees.size()));
                value.set(cell, chosen[cell]);
            }
            assertThat(value.playsEach()).isEqualTo(24);
            if (trial % 4 < 2) {
                assertThat(value.plays()).isEqualTo(4 * 24);
            }
        }
        assertThat(failed).isPositive();
    }

    private static double hope(SequentialPriceGame game, Tree[] chosen) {
        double hope = 0;
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int at = profile;
            hope +=
                    game.prior().probability(profile)
                            * Arrays.stream(chosen)
                                    .mapToDouble(tree -> tree.reward()[at])
                                    .max()
                                    .orElseThrow();
        }
        return hope;
    }

    private static double mean(ResponseValue value) {
        double sum = 0;
        for (int phase = 0; phase < ResponseSearch.PHASES; phase++) {
            sum += value.inPhase(phase);
        }
        return sum / ResponseSearch.PHASES;
    }

    /** Followers that learn for one update only send any message, so that something is lost. */
    @Test
    void anExhaustiveSearchLeavesNoBetterMechanism() {
        int exhausted = 0;
        for (int trial = 0; trial < 200 && exhausted == 0; trial++) {
            SequentialPriceGame game = game();
            if (game.continuousPrices()) {
                continue;
            }
            List<Tree> trees = PriceTrees.of(game).orElseThrow();
            int cells = cells(game);
            double all = Math.pow(trees.size(), cells);
            Episode episode = episode(4, ResponseRule.LAST_MIXED, 0, 0);
            Answer answer =
                    ResponseSearch.solve(game, WEIGHTS, episode, 10 * all, share -> {})
                            .orElseThrow();
            if (!answer.method().contains("Exhaustive")) {
                assertThat(answer.optimum()).isGreaterThan(-1e-9);
                continue;
            }
            exhausted++;
            assertThat(answer.exact()).isTrue();
            assertThat(answer.optimum()).isLessThan(-1e-9);
            ResponseValue value = value(game, trees, episode);
            boolean found = false;
            for (int number = 0; number < all; number++) {
                int rest = number;
                Tree[] chosen = new Tree[cells];
                for (int cell = 0; cell < cells; cell++) {
                    chosen[cell] = trees.get(rest % trees.size());
                    value.set(cell, chosen[cell]);
                    rest /= trees.size();
                }
                if (value.inPhase(0) > answer.optimum() + 2e-9) {
                    assertThat(mean(value)).isLessThanOrEqualTo(answer.optimum() + 2e-9);
                }
                if (Arrays.deepEquals(
                        PriceTrees.mechanism(game, Arrays.asList(chosen)), answer.mechanism())) {
                    found = true;
                    assertThat(mean(value)).isCloseTo(answer.optimum(), within(1e-12));
                }
            }
            assertThat(found).isTrue();
        }
        assertThat(exhausted).isPositive();
    }

    /** Where prices are continuous, or not all were tried, nothing is claimed but bounds. */
    @Test
    void aSearchThatWasNotExhaustiveSaysSo() {
        int bounded = 0;
        for (int trial = 0; trial < 6; trial++) {
            SequentialPriceGame game = game();
            List<Tree> trees = PriceTrees.of(game).orElseThrow();
            double all = Math.pow(trees.size(), cells(game));
            double[] last = {0};
            boolean few = trial % 2 == 0;
            Answer answer =
                    ResponseSearch.solve(
                                    game,
                                    WEIGHTS,
                                    episode(4, ResponseRule.LAST_MIXED, 0, 0),
                                    (few ? 4 : 10) * all,
                                    share -> {
                                        assertThat(share).isBetween(0.0, 1.0);
                                        assertThat(share).isGreaterThanOrEqualTo(last[0]);
                                        last[0] = share;
                                    })
                            .orElseThrow();
            assertThat(last[0]).isPositive();
            if (answer.exact()) {
                assertThat(few && answer.optimum() < -1e-9).isFalse();
                continue;
            }
            bounded++;
            assertThat(few || game.continuousPrices()).isTrue();
            assertThat(answer.method()).startsWith("Bounds only");
            assertThat(answer.upper()).isZero();
            assertThat(answer.lower()).isBetween(-1.0, -1e-9);
            assertThat(answer.mechanism()).isEmpty();
        }
        assertThat(bounded).isPositive();
    }
}
