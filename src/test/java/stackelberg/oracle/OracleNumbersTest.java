package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.game.BaseGame;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.Commitment;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Table;

/** The exact answers against the numbers that theory gives, scaled by the largest payoff. */
class OracleNumbersTest {
    private static final Offset<Double> EXACT = within(1e-9);

    private static final double[][][] MAINTAIN = {
        {{20, 15}, {0, 0}, {0, 0}}, {{30, 0}, {10, 5}, {0, 0}}, {{0, 0}, {0, 0}, {5, 10}}
    };
    private static final double[][][] CONITZER = {{{1, 1}, {3, 0}}, {{0, 0}, {2, 1}}};
    private static final double[][][] FOURTH = {{{3, 2}, {1, 3}}, {{2, 0}, {0, 1}}};

    @Test
    void escape() {
        Answer pure = Oracle.solve(new NormalForm().assemble());
        assertThat(pure.optimum()).isEqualTo(1, EXACT);
        assertThat(pure.commitment()).isEqualTo("row 3");
        assertThat(pure.mechanism()).isDeepEqualTo(new double[][] {{0, 0, 1}});
        NormalForm escape = new NormalForm();
        Answer mixed =
                Oracle.solve(
                        new NormalForm(escape.payoffs(), Commitment.RANDOMISED, List.of(3))
                                .assemble());
        assertThat(mixed.optimum()).isEqualTo(1, EXACT);
        assertThat(mixed.commitment()).isEqualTo("row 3");
    }

    @Test
    void maintain() {
        assertThat(pure(MAINTAIN).optimum()).isEqualTo(20 / 30.0, EXACT);
        assertThat(pure(MAINTAIN).commitment()).isEqualTo("row 1");
        Answer mixed = mixed(MAINTAIN);
        assertThat(mixed.optimum()).isEqualTo(27.5 / 30, EXACT);
        assertThat(mixed.mechanism()[0]).containsExactly(new double[] {0.25, 0.75, 0}, EXACT);
        assertThat(mixed.commitment()).isEqualTo("0.25 row 1, 0.75 row 2");
    }

    @Test
    void conitzer() {
        assertThat(pure(CONITZER).optimum()).isEqualTo(2 / 3.0, EXACT);
        assertThat(pure(CONITZER).commitment()).isEqualTo("row 2");
        Answer mixed = mixed(CONITZER);
        assertThat(mixed.optimum()).isEqualTo(2.5 / 3, EXACT);
        assertThat(mixed.mechanism()[0]).containsExactly(new double[] {0.5, 0.5}, EXACT);
    }

    /** The follower's second column is dominant, so that mixing gains nothing. */
    @Test
    void fourth() {
        assertThat(pure(FOURTH).optimum()).isEqualTo(1 / 3.0, EXACT);
        assertThat(mixed(FOURTH).optimum()).isEqualTo(1 / 3.0, EXACT);
        assertThat(mixed(FOURTH).commitment()).isEqualTo("row 1");
    }

    @ParameterizedTest
    @CsvSource({
        "3, 1", "3, 2", "3, 3", "4, 2", "2, 4", "1, 1", "64, 1", "1, 64", "30, 20", "64, 64"
    })
    void simpleAllocation(int types, int messages) {
        Answer answer = Oracle.solve(new SimpleAllocation(types, messages));
        assertThat(answer.optimum()).isEqualTo(Math.min(messages, types) / (double) types, EXACT);
        assertThat(answer.lower()).isEqualTo(answer.optimum());
        assertThat(answer.upper()).isEqualTo(answer.optimum());
        assertThat(answer.mechanism()).hasNumberOfRows(messages);
    }

    @Test
    void simpleAllocationInWords() {
        assertThat(Oracle.solve(new SimpleAllocation(3, 2)).commitment())
                .isEqualTo("message 1: item 1; message 2: item 2");
    }

    @Test
    void whereNothingFitsThereIsNoNumberButAReason() {
        RandomGame game =
                new RandomGame(new SplittableRandom(1), new int[] {2}, new int[] {40}, 2, 40);
        Answer answer = Oracle.solve(game);
        assertThat(answer.exact()).isFalse();
        assertThat(answer.lower()).isNaN();
        assertThat(answer.upper()).isNaN();
        assertThat(answer.mechanism()).isEmpty();
        assertThat(answer.method()).contains("No exact method", "plays", "single follower");
    }

    private static Answer pure(double[][][] cells) {
        return Oracle.solve(game(cells, Commitment.PURE));
    }

    private static Answer mixed(double[][][] cells) {
        return Oracle.solve(game(cells, Commitment.RANDOMISED));
    }

    private static BaseGame game(double[][][] cells, Commitment commitment) {
        return new NormalForm(Table.of(cells), commitment, List.of(cells[0].length)).assemble();
    }

    /** More messages than items: the first item is called for again. */
    @Test
    void theFormulaSaysWhatEachMessageCallsFor() {
        Answer answer = new AllocationFormula().solve(new SimpleAllocation(2, 3));
        assertThat(answer.optimum()).isEqualTo(1);
        assertThat(answer.mechanism()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}, {1, 0}});
        assertThat(answer.commitment())
                .isEqualTo("message 1: item 1; message 2: item 2; message 3: item 1");
    }

    /** What a commitment never leads to is left out of its words. */
    @Test
    void whatIsNeverSeenIsNotSaid() {
        SimpleAllocation game = new SimpleAllocation(2, 3);
        assertThat(CommitmentWords.of(game, new double[][] {{0, 1}, {}, {1, 0}}))
                .isEqualTo("message 1: item 2; message 3: item 1");
    }

    /** Calvano et al. 2020: Nash 1.473 and monopoly 1.925; μ ln(2 e^((2 − 1.4277)/μ) + 1). */
    @Test
    void theLogitMarketOfCalvano() {
        Answer answer = new PlatformBenchmarks().solve(new BertrandPlatform().assemble());
        assertThat(answer.exact()).isFalse();
        assertThat(answer.lower()).isNaN();
        assertThat(answer.upper()).isCloseTo(0.7579, within(1e-4));
        assertThat(answer.method())
                .contains("price 1.47293, profit 0.22293", "price 1.92498, profit 0.33749");
    }

    /** Every answer says how much was tried. */
    @Test
    void methodsSayWhatTheyTried() {
        assertThat(Oracle.solve(new NormalForm().assemble()).method())
                .contains("all 3 pure commitments");
        assertThat(Oracle.solve(new IteratedMatrix().assemble()).method())
                .contains("all 32 deterministic commitments and 32 replies");
        assertThat(mixed(CONITZER).method()).contains("one for each of 2 follower actions");
        SplittableRandom random = new SplittableRandom(5);
        RandomGame pair = new RandomGame(random, new int[] {1, 1}, new int[] {2, 2}, 2, 3);
        assertThat(Oracle.solve(pair).method()).contains("all 8 pure commitments");
    }
}
