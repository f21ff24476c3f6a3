package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import stackelberg.game.MechanismSheet.Cell;
import stackelberg.game.MechanismTree.Arm;
import stackelberg.parameter.Table;

/** Sequential prices of two items, as they are said in tables, trees, curves and events. */
class PriceWordsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Two buyers of two types, one unit of each of two items; every profile is as likely. */
    private static SequentialPriceGame twoItems(int messages) {
        return new SequentialPricing(
                        Table.of(
                                new double[][][] {
                                    {{0.2, 0.8}, {1, 0.5}}, {{0.5, 0.4}, {0.3, 0.9}}
                                }),
                        Table.of(new double[][][] {{{0.25}, {0.25}}, {{0.25}, {0.25}}}),
                        messages,
                        List.of(1, 1),
                        PostedPrices.CONTINUOUS,
                        PurchaseRule.STRICT)
                .assemble();
    }

    /** One item, one unit, three values. */
    private static SequentialPriceGame oneItem(int messages) {
        SequentialPricing usual = new SequentialPricing();
        return new SequentialPricing(
                        usual.values(),
                        usual.prior(),
                        messages,
                        usual.units(),
                        usual.prices(),
                        usual.purchase())
                .assemble();
    }

    /**
     * Buyer 1 is asked 0.3 and 0.6: its first type takes item 2, its second item 1. Then buyer 2 is
     * asked 0.4 for item 2, or 0.1 for item 1.
     */
    private static double[] act(SequentialPriceGame game, int observation) {
        int state = observation % game.states().live();
        return state == 0 ? new double[] {1, 0, 0.3, 0.6} : new double[] {0, 1, 0.1, 0.4};
    }

    private static double[][] mechanism(SequentialPriceGame game, LeaderPolicy policy) {
        boolean[] reached = game.reached(policy);
        double[][] mechanism = new double[reached.length][];
        Arrays.setAll(mechanism, o -> reached[o] ? game.meaning(o, policy.act(o)) : new double[0]);
        return mechanism;
    }

    @Test
    void aTableBranchesWhereWhatABuyerTookDecides() {
        SequentialPriceGame game = twoItems(1);
        MechanismSheet sheet = game.sheet(mechanism(game, o -> act(game, o)));
        assertThat(sheet.corner()).isEmpty();
        assertThat(sheet.columns()).containsExactly("first", "then");
        assertThat(sheet.rows()).extracting(MechanismSheet.Row::name).containsExactly("", "");
        List<Cell> first = sheet.rows().get(0).cells();
        assertThat(first.get(0).words()).isEqualTo("buyer 1: 0.3 / 0.6");
        assertThat(first.get(0).value()).isCloseTo(0.45, EXACT);
        assertThat(first.get(1)).isEqualTo(new Cell("took item 1 →\nbuyer 2: – / 0.4", 0.4));
        assertThat(sheet.rows().get(1).cells())
                .containsExactly(Cell.EMPTY, new Cell("took item 2 →\nbuyer 2: 0.1 / –", 0.1));
        SequentialPriceGame sent = twoItems(2);
        assertThat(sent.sheet(mechanism(sent, o -> act(sent, o))).rows())
                .extracting(MechanismSheet.Row::name)
                .containsExactly("1, 1", "", "1, 2", "", "2, 1", "", "2, 2", "");
    }

    @Test
    void aTreeHasAnArmForEverythingThatABuyerMayDo() {
        SequentialPriceGame game = twoItems(1);
        List<Arm> unsold = List.of(new Arm("declines", new MechanismTree("not sold", List.of())));
        MechanismTree tree = game.tree(mechanism(game, o -> act(game, o))).orElseThrow();
        assertThat(tree)
                .isEqualTo(
                        new MechanismTree(
                                "buyer 1: 0.3 / 0.6",
                                List.of(
                                        new Arm(
                                                "buys item 1",
                                                new MechanismTree("buyer 2: – / 0.4", unsold)),
                                        new Arm(
                                                "buys item 2",
                                                new MechanismTree("buyer 2: 0.1 / –", unsold)))));
        assertThat(tree.size()).isEqualTo(5);
        double[][] nowhere = new double[game.leaderObservations()][0];
        assertThat(game.tree(nowhere)).contains(new MechanismTree("never", List.of()));
    }

    /** Two units of one item: after a purchase the second buyer is visited as well. */
    @Test
    void aTreeOfOneItemSaysBuys() {
        SequentialPricing usual = new SequentialPricing();
        SequentialPriceGame game =
                new SequentialPricing(
                                usual.values(),
                                usual.prior(),
                                1,
                                List.of(2),
                                usual.prices(),
                                usual.purchase())
                        .assemble();
        MechanismTree tree =
                game.tree(mechanism(game, o -> new double[] {0.5, 0.5, 0.25})).orElseThrow();
        assertThat(tree.words()).as("the first of two equal scores").isEqualTo("buyer 1: 0.25");
        assertThat(tree.arms()).extracting(Arm::words).containsExactly("declines", "buys");
        assertThat(tree.arms())
                .extracting(arm -> arm.then().words())
                .containsExactly("buyer 2: 0.25", "buyer 2: 0.25");
        assertThat(tree.arms().get(0).then().arms())
                .extracting(Arm::words)
                .containsExactly("declines");
    }

    @Test
    void curvesFollowThePricesAsLongAsNobodyBuys() {
        SequentialPriceGame game = twoItems(2);
        assertThat(game.curveNames()).hasSize(16);
        assertThat(game.curveNames().subList(4, 8))
                .containsExactly(
                        "1, 2 → round 1, item 1",
                        "1, 2 → round 1, item 2",
                        "1, 2 → round 2, item 1",
                        "1, 2 → round 2, item 2");
        // After message 2 of buyer 2 everything is too dear, so that both are visited.
        int live = game.states().live();
        LeaderPolicy policy =
                o -> o / live == 1 ? new double[] {1, 0, 0.99 + o % live, 1} : act(game, o);
        double[] curves = game.curves(mechanism(game, policy));
        assertThat(Arrays.copyOfRange(curves, 0, 4))
                .containsExactly(0.3, 0.6, Double.NaN, Double.NaN);
        assertThat(curves[4]).isEqualTo(0.99);
        assertThat(curves[5]).isEqualTo(1);
        assertThat(Arrays.copyOfRange(curves, 8, 10)).containsExactly(0.3, 0.6);
        assertThat(oneItem(1).curveNames()).containsExactly("round 1", "round 2");
    }

    @Test
    void aVisitIsToldWithThePricesOfWhatIsLeft() {
        SequentialPriceGame game = twoItems(1);
        double[] all = game.meaning(0, act(game, 0));
        assertThat(all).containsExactly(1, 0, 0.3, 0.6);
        assertThat(game.leaderActionName(0, all))
                .isEqualTo("a visit to buyer 1 at the prices 0.3 for item 1, 0.6 for item 2");
        assertThat(game.chosen(0, all))
                .containsExactly(
                        new PlayEvent("Visit", "Knowing nothing yet, the leader visits buyer 1."),
                        new PlayEvent("Prices", "It asks 0.3 for item 1 and 0.6 for item 2."));
        int sold = game.states().after(0, 0, 2);
        double[] rest = game.meaning(sold, act(game, sold));
        assertThat(rest).containsExactly(0, 1, 0, 0.4);
        assertThat(game.chosen(sold, rest))
                .containsExactly(
                        new PlayEvent(
                                "Visit", "Knowing buyer 1 took item 1, the leader visits buyer 2."),
                        new PlayEvent("Price", "It asks 0.4 for item 2."));
        assertThat(game.leaderObservationName(0)).isEqualTo("at first");
        SequentialPriceGame sent = oneItem(2);
        int passed = sent.observation(1, sent.states().after(0, 1, PriceStates.NOTHING));
        assertThat(sent.chosen(passed, new double[] {1, 0, 0.25}).get(0).toString())
                .contains("Knowing messages 1, 2; buyer 2 passed, the leader visits buyer 1.");
        assertThat(sent.leaderActionName(passed, new double[] {1, 0, 0.25}))
                .isEqualTo("a visit to buyer 1 at the price 0.25");
    }

    @Test
    void aBuyerWhoDoesNotBuyIsToldWithItsValue() {
        SequentialPriceGame game = oneItem(1);
        Play play = game.newPlay();
        play.begin(new int[] {1, 2});
        play.followersAct(new int[2]);
        play.leaderActs(new double[] {1, 0, 0.75});
        assertThat(play.told())
                .containsExactly(
                        new PlayEvent("Does not buy", "Buyer 1 (value 0.5) does not buy."),
                        new PlayEvent("Utility", "Buyer 1 is left with 0."));
        assertThat(game.leaderObservationName(play.leaderObservation()))
                .isEqualTo("buyer 1 passed");
        play.leaderActs(new double[] {1, 0, 0.75});
        assertThat(play.told())
                .containsExactly(
                        new PlayEvent("Buys", "Buyer 2 values the item at 1 and buys it."),
                        new PlayEvent("Utility", "Buyer 2 is left with 1 − 0.75 = 0.25."),
                        new PlayEvent(
                                "Loss",
                                "The allocation is worth 1 of the efficient 1: a loss of 0."));
        assertThat(twoItems(1).typeName(0, 1)).isEqualTo("values 1 / 0.5");
    }

    /** Message and state of each buyer one after the other, one-hot. */
    @Test
    void anObservationIsDescribedBuyerByBuyer() {
        SequentialPriceGame sent = twoItems(2);
        int state = sent.states().after(0, 0, 3);
        float[] into = new float[14];
        Arrays.fill(into, 9);
        sent.describe(sent.observation(2, state), into, 1);
        // Messages 2 and 1; buyer 1 took item 2, buyer 2 is unvisited.
        assertThat(into).containsExactly(9, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0, 0, 9);
        SequentialPriceGame silent = twoItems(1);
        assertThat(silent.leaderObservationSize()).isEqualTo(8);
        float[] alone = new float[10];
        Arrays.fill(alone, 9);
        silent.describe(state, alone, 1);
        assertThat(alone).containsExactly(9, 0, 0, 0, 1, 1, 0, 0, 0, 9);
        assertThat(silent.meaningNames())
                .containsExactly("buyer 1", "buyer 2", "price 1", "price 2");
        assertThat(oneItem(1).meaningNames()).containsExactly("buyer 1", "buyer 2", "price");
    }

    /** Midpoints 0, 0.25 and 0.75: half-way between two of them the lower is posted. */
    @Test
    void thePostedPriceIsTheNearestMidpoint() {
        SequentialPriceGame game = oneItem(1);
        assertThat(game.continuousPrices()).isFalse();
        assertThat(twoItems(1).continuousPrices()).isTrue();
        double[] wanted = {0, 0.12, 0.125, 0.13, 0.49, 0.5, 0.51, 1};
        double[] posted = {0, 0, 0, 0.25, 0.25, 0.25, 0.75, 0.75};
        for (int k = 0; k < wanted.length; k++) {
            assertThat(game.posted(0, wanted[k])).isEqualTo(posted[k]);
        }
    }

    /** Whatever is numbered can come about, after what it comes from. */
    @Test
    void everyStateIsReachedFromAnEarlierOne() {
        SplittableRandom random = new SplittableRandom(4);
        for (int trial = 0; trial < 50; trial++) {
            int buyers = 1 + random.nextInt(4);
            int[] units = random.ints(1 + random.nextInt(3), 1, 4).toArray();
            PriceStates states = new PriceStates(buyers, units);
            Set<Integer> reached = new HashSet<>(Set.of(0));
            for (int state = 0; state < states.live(); state++) {
                assertThat(reached).contains(state);
                for (int buyer = 0; buyer < buyers; buyer++) {
                    for (int outcome = PriceStates.NOTHING; outcome < units.length + 2; outcome++) {
                        int next = states.after(state, buyer, outcome);
                        if (next >= 0) {
                            assertThat(next).isGreaterThan(state);
                            assertThat(states.of(state, buyer)).isEqualTo(PriceStates.UNVISITED);
                            assertThat(states.of(next, buyer)).isEqualTo(outcome);
                            reached.add(next);
                        }
                    }
                }
            }
        }
    }
}
