package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.game.MechanismSheet.Cell;
import stackelberg.parameter.Table;

/** Tables and maps of mechanisms as a person reads them. */
class MechanismSheetTest {
    private static final double[] NEVER = {};

    private static MechanismSheet mapOf(BaseGame game, double[]... mechanism) {
        return game.map(mechanism);
    }

    private static BaseGame platform(int sellers, PlatformRule rule) {
        return new BertrandPlatform(sellers, 2, 1.05, 1.70, 2, 0, 1, 0.25, rule).assemble();
    }

    @Test
    void aNumberIsWrittenToThreePlacesWithAMinusSign() {
        assertThat(Cell.of(0.25).words()).isEqualTo("0.25");
        assertThat(Cell.of(1234.56789).words()).isEqualTo("1234.568");
        assertThat(Cell.of(-0.5)).isEqualTo(new Cell("−0.5", -0.5));
        assertThat(Cell.of(-0.0001).words()).isEqualTo("0");
        assertThat(Cell.of(Double.NaN).words()).isEqualTo("–");
        assertThat(Cell.EMPTY).isEqualTo(new Cell("", Double.NaN));
    }

    @Test
    void whatIsNeverReachedIsLeftOutOfATable() {
        assertThat(
                        MechanismSheet.ofNumbers(
                                "sees",
                                List.of("one", "two", "three"),
                                List.of("a", "b"),
                                new double[][] {{1, 0}, {}, {0, 0.5}}))
                .isEqualTo(
                        new MechanismSheet(
                                "sees",
                                List.of("a", "b"),
                                List.of(
                                        new MechanismSheet.Row(
                                                "one", List.of(new Cell("1", 1), new Cell("0", 0))),
                                        new MechanismSheet.Row(
                                                "three",
                                                List.of(new Cell("0", 0), new Cell("0.5", 0.5))))));
        MechanismSheet meanings =
                new SimpleAllocation(2, 3).sheet(new double[][] {{0, 1}, {}, {1, 0}});
        assertThat(meanings.corner()).isEqualTo("sees");
        assertThat(meanings.columns()).containsExactly("item 1", "item 2");
        assertThat(meanings.rows())
                .extracting(MechanismSheet.Row::name)
                .containsExactly("message 1", "message 3");
        assertThat(meanings.rows().get(1).cells())
                .extracting(Cell::words)
                .containsExactly("1", "0");
    }

    /** Short names stay; the share is said unless it rounds to certainty. */
    @Test
    void aMapSaysTheLikeliestMeaningAndHowLikelyItIs() {
        MechanismSheet map =
                mapOf(
                        platform(2, new OpenOrClosed()),
                        new double[] {1, 0},
                        new double[] {0.25, 0.75},
                        NEVER,
                        new double[] {0.996, 0.004});
        assertThat(map.corner()).isEqualTo("price 1 ↓ 2 →");
        assertThat(map.columns()).containsExactly("1.050", "1.700");
        assertThat(map.rows())
                .extracting(MechanismSheet.Row::name)
                .containsExactly("1.050", "1.700");
        assertThat(map.rows().get(0).cells())
                .containsExactly(new Cell("open", 0), new Cell("closed 75 %", 0.75));
        assertThat(map.rows().get(1).cells()).containsExactly(Cell.EMPTY, new Cell("open", 0.004));
    }

    /** Of "up to 1.050" and "up to 1.700" a cell says the numbers; a tie is the first's. */
    @Test
    void longNamesAreSaidWithoutTheWordsTheyShare() {
        double[] even = {0.5, 0.5};
        double[] second = {0, 1};
        MechanismSheet map =
                mapOf(platform(2, new PriceThreshold()), even, second, even, new double[] {1, 0});
        assertThat(map.rows().get(0).cells())
                .containsExactly(new Cell("1.050 50 %", 0.5), new Cell("1.700", 1));
        assertThat(map.rows().get(1).cells().get(1)).isEqualTo(new Cell("1.050", 0));
        BaseGame outcomes = new MechanismTable().assemble();
        MechanismSheet words = mapOf(outcomes, second, even, NEVER, second);
        assertThat(words.rows().get(0).cells().get(0)).isEqualTo(new Cell("2", 1));
    }

    /** With one meaning alone there is nothing to tell apart, and no word to leave out. */
    @Test
    void aSingleMeaningKeepsItsName() {
        MechanismTable only =
                new MechanismTable(
                        Table.of(new double[][][] {{{1, 1, 1}}}),
                        Table.of(new double[][][] {{{1}}}),
                        List.of(1, 1),
                        List.of(1, 1));
        MechanismSheet map = mapOf(only.assemble(), new double[] {1});
        assertThat(map.rows().get(0).cells()).containsExactly(new Cell("outcome 1", 0));
    }

    @Test
    void aMapNeedsTwoCoordinatesAndAMechanism() {
        assertThat(mapOf(platform(3, new PriceThreshold()))).isEqualTo(MechanismSheet.NONE);
        assertThat(mapOf(platform(2, new NoIntervention()), new double[] {1}))
                .isEqualTo(MechanismSheet.NONE);
        assertThat(mapOf(platform(2, new OpenOrClosed()))).isEqualTo(MechanismSheet.NONE);
        assertThat(mapOf(new SimpleAllocation(), new double[] {1, 0, 0}))
                .isEqualTo(MechanismSheet.NONE);
        MechanismTable one =
                new MechanismTable(
                        Table.of(new double[][][] {{{1, 1}}}),
                        Table.of(new double[][][] {{{1}}}),
                        List.of(1),
                        List.of(2));
        assertThat(mapOf(one.assemble(), new double[] {1}, new double[] {1}))
                .isEqualTo(MechanismSheet.NONE);
    }

    /** The first observation of an iterated game, before anything was done, is not on the map. */
    @Test
    void theMapOfAnIteratedGameBeginsAfterTheFirstStep() {
        BaseGame dilemma = new IteratedMatrix().assemble();
        double[] first = {1, 0};
        double[] second = {0, 1};
        MechanismSheet map = mapOf(dilemma, second, first, second, second, first);
        assertThat(map.corner()).isEqualTo("after");
        assertThat(map.columns()).containsExactly("column 1", "column 2");
        assertThat(map.rows())
                .extracting(MechanismSheet.Row::name)
                .containsExactly("row 1", "row 2");
        assertThat(map.rows().get(0).cells())
                .containsExactly(new Cell("row 1", 0), new Cell("row 2", 1));
        assertThat(map.rows().get(1).cells())
                .containsExactly(new Cell("row 2", 1), new Cell("row 1", 0));
        assertThat(mapOf(dilemma, first, first, first, first)).isEqualTo(MechanismSheet.NONE);
    }

    @Test
    void curvesAreTheEntriesOfTheTable() {
        BaseGame game = new SimpleAllocation(2, 2);
        assertThat(game.curveNames())
                .containsExactly(
                        "message 1 → item 1",
                        "message 1 → item 2",
                        "message 2 → item 1",
                        "message 2 → item 2");
        assertThat(game.curves(new double[][] {{0, 1}, {1, 0}})).containsExactly(0, 1, 1, 0);
        assertThat(new NormalForm().assemble().curveNames())
                .containsExactly("row 1", "row 2", "row 3");
        assertThat(new NormalForm().assemble().sheet(new double[][] {{0.5, 0.5, 0}}).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.name()).isEqualTo("always"));
    }

    @Test
    void anActionIsSaidByWhatItGives() {
        BaseGame game = new NormalForm().assemble();
        assertThat(game.leaderActionName(0, new double[] {0, 1, 0})).isEqualTo("row 2");
        assertThat(game.leaderActionName(0, new double[] {0.25, 0, 0.75}))
                .isEqualTo("0.25 row 1, 0.75 row 3");
        assertThat(game.leaderActionName(0, new double[3])).isEqualTo("nothing");
        assertThat(game.chosen(0, new double[] {0, 1, 0}))
                .containsExactly(new PlayEvent("Leader", "The leader commits to row 2."));
        assertThat(new SimpleAllocation().chosen(1, new double[] {0, 0, 1}))
                .containsExactly(
                        new PlayEvent("Leader", "The leader sees message 2 and chooses item 3."));
        assertThat(game.actionPrice(0, 0)).isNaN();
        assertThat(game.expectation(0, 0, 0)).isCloseTo(0, within(0.0));
    }
}
