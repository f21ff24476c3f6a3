package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;

class SequentialPricingTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Two buyers; item 1 has two units, item 2 one. */
    private static SequentialPricing twoItems(PostedPrices prices, PurchaseRule purchase) {
        return new SequentialPricing(
                Table.of(
                        new double[][][] {
                            {{0.2, 0.8}, {1, 0.5}}, {{0, 0.4}, {0.6, 0.9}}, {{0.5, 0.5}, {0, 0}}
                        }),
                Table.of(
                        new double[][][] {
                            {{0.1}, {0.2}, {0.1}, {0.1}}, {{0.3}, {0}, {0.1}, {0.1}}
                        }),
                2,
                List.of(2, 1),
                prices,
                purchase);
    }

    @Test
    void aPlayIsAMessageThenVisitsUntilEveryoneWasVisited() {
        SequentialPriceGame game =
                twoItems(PostedPrices.CONTINUOUS, PurchaseRule.STRICT).assemble();
        Play play = game.newPlay();
        play.begin(new int[] {1, 1, 0});
        assertThat(play.turn()).isEqualTo(Play.Turn.FOLLOWERS);
        play.followersAct(new int[] {1, 0, 1});
        assertThat(game.leaderObservationName(play.leaderObservation()))
                .isEqualTo("messages 2, 1, 2");
        play.leaderActs(new double[] {0, 1, 0.5, 0.3, 0.1});
        assertThat(play.payoff(1)).isEqualTo(0.8, EXACT);
        assertThat(play.told())
                .containsExactly(
                        new PlayEvent("Buys", "Buyer 2 values item 2 at 0.9 and buys it."),
                        new PlayEvent("Utility", "Buyer 2 is left with 0.9 − 0.1 = 0.8."));
        assertThat(game.leaderObservationName(play.leaderObservation()))
                .isEqualTo("messages 2, 1, 2; buyer 2 took item 2");
        assertThat(play.leaderReward()).isZero();
        // Item 2 is sold out, buyer 2 has been visited: a low price and a high score are void.
        play.leaderActs(new double[] {0.1, 1, 0.2, 0.5, 0});
        assertThat(play.payoff(2)).isZero();
        play.leaderActs(new double[] {0, 0, 0, 0.4, 0});
        assertThat(play.turn()).isEqualTo(Play.Turn.END);
        assertThat(play.payoff(0)).isEqualTo(0.6, EXACT);
        // Efficient: 1 and 0.9 and 0.5; allocated: 0.9 and 1.
        assertThat(play.leaderReward()).isEqualTo(-0.5, EXACT);
        assertThat(play.told())
                .endsWith(
                        new PlayEvent(
                                "Loss",
                                "The allocation is worth 1.9 of the efficient 2.4: a loss of"
                                        + " 0.5."));
    }

    @Test
    void aPlayEndsWhenNothingIsLeftToSell() {
        SequentialPriceGame game = new SequentialPricing().assemble();
        Play play = game.newPlay();
        play.begin(new int[] {1, 2});
        play.followersAct(new int[] {0, 0});
        play.leaderActs(new double[] {1, 0, 0.2});
        assertThat(play.turn()).isEqualTo(Play.Turn.END);
        assertThat(play.leaderReward()).isEqualTo(-0.5, EXACT);
        assertThat(play.payoff(0)).isEqualTo(0.25, EXACT);
    }

    @Test
    void theOldRuleLetsAnIndifferentBuyerBuy() {
        for (PurchaseRule rule : PurchaseRule.values()) {
            SequentialPriceGame game = twoItems(PostedPrices.CONTINUOUS, rule).assemble();
            boolean buys = game.taken(1, 0, 0b11, new double[] {1, 0.4}) == 1;
            assertThat(buys).isEqualTo(rule == PurchaseRule.INDIFFERENT_BUYS);
            assertThat(game.taken(2, 0, 0b11, new double[] {0.2, 0.2})).isZero();
            assertThat(game.taken(2, 0, 0b10, new double[] {0.2, 0.2})).isOne();
        }
    }

    @Test
    void midpointsLieBetweenAdjacentValuesOfAnyBuyer() {
        SequentialPriceGame game = twoItems(PostedPrices.MIDPOINTS, PurchaseRule.STRICT).assemble();
        assertThat(game.midpoints()[0])
                .containsExactly(new double[] {0, 0.1, 0.35, 0.55, 0.8}, EXACT);
        double[] meaning = game.meaning(0, new double[] {0, 0.2, 0.1, 0.6, 0.02});
        assertThat(meaning[1]).isEqualTo(1);
        assertThat(meaning[3]).isEqualTo(0.55, EXACT);
        assertThat(meaning[4]).isZero();
        assertThat(game.meaning(0, meaning)).containsExactly(meaning);
    }

    /** Plays under random commitments come to exactly the observations that were announced. */
    @Test
    void theObservationsReachedAreThoseOfPlays() {
        RandomGenerator random = new SplittableRandom(1);
        for (int trial = 0; trial < 200; trial++) {
            SequentialPriceGame game = RandomPricing.any(random).assemble();
            double[][] commitment = new double[game.leaderObservations()][];
            for (int o = 0; o < commitment.length; o++) {
                commitment[o] = random.doubles(game.leaderActions().length()).toArray();
            }
            boolean[] announced = game.reached(o -> commitment[o]);
            TreeSet<Integer> met = new TreeSet<>();
            InducedGame.of(
                    game,
                    o -> {
                        met.add(o);
                        return commitment[o];
                    });
            assertThat(met).allMatch(o -> announced[o]);
            double[][] mechanism = new double[commitment.length][];
            for (int o = 0; o < commitment.length; o++) {
                mechanism[o] = announced[o] ? game.meaning(o, commitment[o]) : new double[0];
                assertThat(game.leaderObservationName(o)).isNotBlank();
            }
            assertThat(game.curves(mechanism)).hasSameSizeAs(game.curveNames().toArray());
            long sheetCells =
                    game.sheet(mechanism).rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .filter(cell -> !cell.words().isEmpty())
                            .count();
            assertThat(sheetCells)
                    .isEqualTo(Arrays.stream(mechanism).filter(row -> row.length > 0).count());
            assertThat(Arrays.stream(game.meaningNames())).doesNotHaveDuplicates();
            assertThat(game.curveNames()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aMechanismReadsFromMessagesToOrderAndPrices() {
        SequentialPriceGame game = new SequentialPricing().assemble();
        // After message 1 of buyer 1 the first buyer is asked 0.75, else the second 0: then the
        // item is left only if buyer 2 values it at 0.
        LeaderPolicy policy =
                o ->
                        o / game.states().live() < 2
                                ? new double[] {1, 0, 0.75}
                                : new double[] {0, 1, 0};
        double[][] mechanism = new double[game.leaderObservations()][];
        for (int o = 0; o < mechanism.length; o++) {
            mechanism[o] = game.reached(policy)[o] ? game.meaning(o, policy.act(o)) : new double[0];
        }
        MechanismSheet sheet = game.sheet(mechanism);
        assertThat(sheet.corner()).isEqualTo("messages");
        assertThat(sheet.columns()).containsExactly("first", "if unsold");
        assertThat(sheet.rows())
                .extracting(MechanismSheet.Row::name)
                .containsExactly("1, 1", "1, 2", "2, 1", "2, 2");
        assertThat(sheet.rows().get(1).cells())
                .containsExactly(
                        new MechanismSheet.Cell("buyer 1: 0.75", 0.75),
                        new MechanismSheet.Cell("buyer 2: 0.75", 0.75));
        assertThat(sheet.rows().get(2).cells())
                .extracting(MechanismSheet.Cell::words)
                .containsExactly("buyer 2: 0", "buyer 1: 0");
    }

    /** Where nobody passes there is no second round, neither in the table nor in the chart. */
    @Test
    void whatNoTypeDoesIsLeftOut() {
        SequentialPricing wanted =
                new SequentialPricing(
                        Table.of(new double[][][] {{{0.2}, {1}}, {{0}, {0.4}}}),
                        Table.of(new double[][][] {{{0.4}, {0.4}}, {{0.1}, {0.1}}}),
                        1,
                        List.of(1),
                        PostedPrices.MIDPOINTS,
                        PurchaseRule.STRICT);
        SequentialPriceGame game = wanted.assemble();
        LeaderPolicy policy = o -> new double[] {1, 0, 0};
        boolean[] reached = game.reached(policy);
        double[][] mechanism = new double[reached.length][];
        for (int o = 0; o < mechanism.length; o++) {
            mechanism[o] = reached[o] ? game.meaning(o, policy.act(o)) : new double[0];
        }
        assertThat(game.sheet(mechanism).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells()).hasSize(1));
        assertThat(game.curves(mechanism)).containsExactly(0, Double.NaN);
    }

    /** What the game says of itself does not depend on the order of plays, and adds up. */
    @Test
    void rewardIsAllocatedLessEfficientValueAndNeverPositive() {
        RandomGenerator random = new SplittableRandom(2);
        for (int trial = 0; trial < 200; trial++) {
            SequentialPriceGame game = RandomPricing.any(random).assemble();
            double[] action = random.doubles(game.leaderActions().length()).toArray();
            InducedGame induced = InducedGame.of(game, o -> action);
            for (int profile = 0; profile < game.prior().size(); profile++) {
                for (int joint = 0; joint < induced.jointActions(); joint++) {
                    double reward = induced.leaderReward(profile, joint);
                    assertThat(reward).isLessThanOrEqualTo(1e-12);
                    assertThat(reward)
                            .isGreaterThanOrEqualTo(
                                    -game.efficientValue(game.prior().profile(profile)));
                }
            }
        }
    }

    @Test
    void badTablesAreFaults() {
        SequentialPricing good = new SequentialPricing();
        assertThat(
                        faults(
                                good,
                                "values",
                                Table.of(
                                        new double[][][] {
                                            {{-0.1}, {0.5}, {1.5}}, {{0}, {0}, {0}}
                                        })))
                .extracting(Fault::path)
                .containsExactly("$.values[0][0][0]", "$.values[0][2][0]");
        assertThat(faults(good, "units", List.of(1, 1)))
                .singleElement()
                .asString()
                .contains("$.units", "2 entries for 1 items");
        assertThat(faults(good, "units", List.of(0)))
                .singleElement()
                .asString()
                .contains("$.units[0]");
        assertThat(faults(good, "prior", Table.of(new double[][][] {{{0.5}}, {{0.5}}})))
                .singleElement()
                .asString()
                .contains("2 rows and 1 columns", "3 rows", "3 columns");
        double[][][] prior = good.prior().cells();
        prior[1][2][0] = -0.1;
        assertThat(faults(good, "prior", Table.of(prior)))
                .extracting(Fault::toString)
                .anyMatch(f -> f.contains("$.prior[1][2][0]"))
                .anyMatch(f -> f.contains("sum to 0.7"));
    }

    @Test
    void gamesTooLargeToEnumerateAreFaultsThatNameNumberAndLimit() {
        SequentialPricing good = new SequentialPricing();
        assertThat(faults(good, "messages", 64).get(0).toString())
                .contains("$.messages", "36864", "20000");
        double[][][] many = new double[12][3][1];
        assertThat(faults(good, "values", Table.of(many)))
                .extracting(Fault::toString)
                .anyMatch(f -> f.contains("531441 type profiles") && f.contains("50000"));
    }

    @Test
    void whatDoesNotFitTogetherIsSaidInNumbers() {
        SequentialPricing good = new SequentialPricing();
        assertThat(faults(good, "messages", 64))
                .extracting(Fault::toString)
                .containsExactly(
                        "$.messages: 64 messages and 3 states of each of 2 buyers make 36864 leader"
                                + " observations, more than the limit of 20000. Use fewer messages,"
                                + " items or buyers.");
        assertThat(faults(good, "prior", Table.of(new double[3][3][2])))
                .extracting(Fault::toString)
                .containsExactly(
                        "$.prior: it has 3 rows and 3 columns of 2 numbers. Give 3 rows, one for"
                                + " each type of buyer 1, and 3 columns, one for each joint type of"
                                + " the other buyers, with one number in each cell.");
        assertThat(faults(good, "prior", Table.of(new double[2][3][1])).get(0).toString())
                .contains("it has 2 rows and 3 columns of 1 number.");
        double[][][] sure = new double[3][3][1];
        sure[1][1][0] = 1;
        assertThat(faults(good, "prior", Table.of(sure))).as("what cannot occur").isEmpty();
        assertThat(
                        faults(
                                good,
                                "values",
                                Table.of(new double[][][] {{{0}, {1}, {1}}, {{0}, {0}, {1}}})))
                .isEmpty();
    }

    @Test
    void itemsAreAtMostThirty() {
        assertThat(items(30)).isEmpty();
        assertThat(items(31))
                .extracting(Fault::toString)
                .containsExactly(
                        "$.units: there are 31 items, more than the limit of 30. Use fewer items.");
    }

    private static List<Fault> items(int count) {
        Faults faults = new Faults();
        Declaration.check(
                new SequentialPricing(
                        Table.of(new double[1][1][count]),
                        Table.of(new double[][][] {{{1}}}),
                        1,
                        java.util.Collections.nCopies(count, 1),
                        PostedPrices.MIDPOINTS,
                        PurchaseRule.STRICT),
                faults);
        return faults.list();
    }

    private static List<Fault> faults(SequentialPricing good, String field, Object value) {
        Record changed = Declaration.of(good).with(good, field, value);
        Faults faults = new Faults();
        Declaration.check(changed, faults);
        return faults.list();
    }
}
