package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import stackelberg.parameter.Table;

/** The sizes and ranges from which settings are settled, where they are known exactly. */
class GameFactsTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Under a row the follower's payoffs lie 1 or 2 apart, but 16 from row to row. */
    @Test
    void theRangeUnderOneCommitmentIsNotTheSpanUnderAll() {
        Table payoffs = Table.of(new double[][][] {{{1, 5}, {1, 6}}, {{1, -10}, {1, -8}}});
        GameFacts facts = facts(new NormalForm(payoffs, Commitment.PURE, List.of()));
        assertThat(facts.payoffRange()).isCloseTo(0.2, EXACT);
        assertThat(facts.lowestPayoff()).isCloseTo(-1, EXACT);
        assertThat(facts.payoffSpan()).isCloseTo(1.6, EXACT);
        assertThat(facts.jointActions()).isEqualTo(2);
        assertThat(facts.cases()).isEqualTo(2);
    }

    @Test
    void whereAllPayoffsAreEqualARangeIsOne() {
        Table payoffs = Table.of(new double[][][] {{{1, -4}, {2, -4}}, {{3, -4}, {4, -4}}});
        GameFacts facts = facts(new NormalForm(payoffs, Commitment.PURE, List.of()));
        assertThat(facts.payoffRange()).isEqualTo(1);
        assertThat(facts.payoffSpan()).isEqualTo(1);
        assertThat(facts.lowestPayoff()).isCloseTo(-1, EXACT);
    }

    /** A type that is worth 1 wherever it is, and one that is worth 0, are no range. */
    @Test
    void theRangeIsWithinATypeProfileAndTheLargestOverFollowers() {
        Table payoffs =
                Table.of(
                        new double[][][] {
                            {{0, 4, 1}, {0, 4, 2}, {0, 3, 1}, {0, 3, 2}},
                            {{0, 0, 4}, {0, 0, 1}, {0, 1, 4}, {0, 1, 1}}
                        });
        BayesianNormalForm game =
                new BayesianNormalForm(
                        payoffs,
                        Table.of(new double[][][] {{{0.5}}, {{0.5}}}),
                        List.of(2, 1),
                        List.of(2, 2),
                        Commitment.PURE);
        GameFacts facts = facts(game);
        assertThat(facts.jointActions()).isEqualTo(4);
        assertThat(facts.cases()).isEqualTo(8);
        assertThat(facts.payoffRange()).isCloseTo(0.75, EXACT);
        assertThat(facts.lowestPayoff()).isZero();
        assertThat(facts.payoffSpan()).isCloseTo(1, EXACT);
        assertThat(facts.game().followers()).isEqualTo(2);
    }

    /** The ranges are those of the tables: no play goes beyond them, some play comes to them. */
    @Test
    void theRangesAreThoseOfEveryRowsTable() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 30; trial++) {
            double[][][] cells = new double[3][4][2];
            double largest = 0;
            double range = 0;
            double lowest = Double.POSITIVE_INFINITY;
            double highest = Double.NEGATIVE_INFINITY;
            for (double[][] row : cells) {
                double low = Double.POSITIVE_INFINITY;
                double high = Double.NEGATIVE_INFINITY;
                for (double[] cell : row) {
                    cell[1] = random.nextInt(-9, 10);
                    largest = Math.max(largest, Math.abs(cell[1]));
                    low = Math.min(low, cell[1]);
                    high = Math.max(high, cell[1]);
                }
                range = Math.max(range, high - low);
                lowest = Math.min(lowest, low);
                highest = Math.max(highest, high);
            }
            GameFacts facts = facts(new NormalForm(Table.of(cells), Commitment.PURE, List.of()));
            assertThat(facts.payoffRange()).isCloseTo(range / largest, EXACT);
            assertThat(facts.lowestPayoff()).isCloseTo(lowest / largest, EXACT);
            assertThat(facts.payoffSpan()).isCloseTo((highest - lowest) / largest, EXACT);
        }
    }

    @Test
    void theyAreTheSameEveryTime() {
        for (GameFamily family : List.of(new SequentialPricing(), new BertrandPlatform())) {
            GameFacts facts = facts(family);
            GameFacts again = facts(family);
            assertThat(again.payoffRange()).isEqualTo(facts.payoffRange());
            assertThat(again.lowestPayoff()).isEqualTo(facts.lowestPayoff());
            assertThat(again.payoffSpan()).isEqualTo(facts.payoffSpan());
        }
    }

    private static GameFacts facts(GameFamily family) {
        return GameFacts.of(family.assemble());
    }
}
