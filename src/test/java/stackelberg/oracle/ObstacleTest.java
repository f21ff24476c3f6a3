package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.BaseGame;
import stackelberg.game.BayesianNormalForm;
import stackelberg.game.Commitment;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.MatrixDesign;
import stackelberg.game.NormalForm;
import stackelberg.game.RandomPricing;
import stackelberg.game.SequentialPricing;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Table;

/** Where an exact method is too much work, or the game is another, it says so. */
class ObstacleTest {
    private static IteratedMatrix iterated(int rows, int columns, int steps) {
        return new IteratedMatrix(Table.of(new double[rows][columns][2]), steps, 0);
    }

    /** 2^5 · 2^5 pairs of policies of a 2×2 game, each of so many steps. */
    @Test
    void iteratedGamesOfMoreThanTwentyMillionSteps() {
        IteratedEnumeration method = new IteratedEnumeration();
        assertThat(method.obstacle(iterated(2, 2, 5).assemble())).isEmpty();
        limit(
                method,
                iterated(2, 2, 19_531).assemble(),
                iterated(2, 2, 19_532).assemble(),
                "steps, more than 2e+07");
        assertThat(method.obstacle(iterated(3, 3, 1).assemble()).orElseThrow())
                .contains("steps, more than 2e+07");
        assertThat(method.obstacle(new NormalForm().assemble()).orElseThrow())
                .contains("not iterated");
    }

    @Test
    void otherGamesAreNoneForAMethod() {
        assertThat(new CorrelatedBounds().obstacle(new SequentialPricing().assemble())).isPresent();
        assertThat(new PaymentProgram().obstacle(new NormalForm().assemble()).orElseThrow())
                .contains("does not pay");
        assertThat(new PaymentProgram().obstacle(new MatrixDesign().assemble())).isEmpty();
        assertThat(new PriceMessageSearch().obstacle(new NormalForm().assemble())).isPresent();
    }

    /** 2^10 commitments, and as many plays for each as there are types and actions. */
    @Test
    void pureCommitmentsOfMoreThanTwentyMillionPlays() {
        PureEnumeration method = new PureEnumeration();
        assertThat(method.obstacle(plays(1_000))).isEmpty();
        assertThat(method.obstacle(plays(20_000)).orElseThrow()).contains("2.05e+07 plays");
    }

    /** Ten observations of a leader with two actions. */
    private static RandomGame plays(int actions) {
        return new RandomGame(new SplittableRandom(1), new int[] {1}, new int[] {actions}, 2, 10);
    }

    private static BaseGame table(int rows, int columns, Commitment commitment, Integer... each) {
        List<Integer> actions = each.length == 0 ? List.of(columns) : List.of(each);
        double[][][] cells = new double[rows][columns][1 + actions.size()];
        cells[0][0][0] = 1;
        return new NormalForm(Table.of(cells), commitment, actions).assemble();
    }

    private static void limit(ExactMethod method, BaseGame most, BaseGame more, String why) {
        assertThat(method.obstacle(most)).isEmpty();
        assertThat(method.obstacle(more).orElseThrow()).contains(why);
    }

    /** 100·200 payoffs to compare; and 63² joint replies of two types, 64² being too many. */
    @Test
    void linearProgramsThatAreTooLargeOrTooMany() {
        MultipleLinearPrograms method = new MultipleLinearPrograms();
        limit(
                method,
                table(100, 200, Commitment.RANDOMISED),
                table(100, 201, Commitment.RANDOMISED),
                "more than 20,000 numbers");
        limit(method, twoTypes(63), twoTypes(64), "4096 joint replies, more than 4,000");
        limit(
                method,
                table(2, 4, Commitment.RANDOMISED),
                table(2, 4, Commitment.RANDOMISED, 2, 2),
                "it has several followers");
        assertThat(method.obstacle(table(2, 4, Commitment.PURE)).orElseThrow())
                .contains("does not mix");
    }

    private static BaseGame twoTypes(int actions) {
        double[][][] cells = new double[2][actions][2];
        cells[0][0][0] = 1;
        return new BayesianNormalForm(
                        Table.of(cells),
                        Table.of(new double[][][] {{{0.5}, {0.5}}}),
                        List.of(2),
                        List.of(actions),
                        Commitment.RANDOMISED)
                .assemble();
    }

    @Test
    void integerProgramsThatAreTooLarge() {
        Dobss method = new Dobss();
        limit(
                method,
                table(2, 120, Commitment.RANDOMISED),
                table(2, 121, Commitment.RANDOMISED),
                "121 binary and 242 other variables, more than 120 and 2,000");
        limit(
                method,
                table(20, 100, Commitment.RANDOMISED),
                table(20, 101, Commitment.RANDOMISED),
                "101 binary and 2,020 other");
        limit(method, twoTypes(60), twoTypes(61), "122 binary and 122 other");
        assertThat(method.obstacle(table(2, 2, Commitment.PURE))).isPresent();
    }

    @Test
    void correlatedCommitmentsOfMoreThanTwoThousandCells() {
        limit(
                new CorrelatedBounds(),
                table(500, 4, Commitment.RANDOMISED, 2, 2),
                table(501, 4, Commitment.RANDOMISED, 2, 2),
                "more than 2,000 cells");
        assertThat(
                        new CorrelatedBounds()
                                .obstacle(table(2, 4, Commitment.PURE, 2, 2))
                                .orElseThrow())
                .contains("does not mix");
    }

    /**
     * 2^16 commitments, 4 profiles and 4 deviations are two to the 20th; twice that is too much.
     */
    @Test
    void pureCommitmentsWithTooManyEquilibriumPrograms() {
        CoarseCorrelatedEnumeration method = new CoarseCorrelatedEnumeration();
        limit(
                method,
                pair(16),
                pair(17),
                "1.31e+05 pure commitments have 4.00 strategy profiles each");
        assertThat(method.obstacle(plays(2)).orElseThrow()).contains("a single follower");
        assertThat(method.obstacle(table(2, 4, Commitment.RANDOMISED, 2, 2)).orElseThrow())
                .contains("not discrete");
    }

    private static RandomGame pair(int observations) {
        int[] two = {2, 2};
        return new RandomGame(new SplittableRandom(1), new int[] {1, 1}, two, 2, observations);
    }

    /** Two messages for eight types of each of two buyers are 2^16 profiles of strategies. */
    @Test
    void messagesOfMoreThanAHundredThousandProfiles() {
        limit(
                new PriceMessageSearch(),
                pricing(8),
                pricing(9),
                "2.62e+05 profiles of pure strategies, more than 100000");
    }

    private static BaseGame pricing(int types) {
        return RandomPricing.of(new SplittableRandom(1), 2, types, 1, 2).assemble();
    }

    @Test
    void paymentsForMoreThanAHundredJointActions() {
        limit(new PaymentProgram(), payments(10), payments(11), "it has 110 joint actions");
    }

    private static BaseGame payments(int columns) {
        double[][][] cells = new double[10][columns][2];
        cells[0][0][0] = 1;
        return new MatrixDesign(Table.of(cells), 1).assemble();
    }

    @Test
    void whatPureEnumerationCannotDo() {
        PureEnumeration method = new PureEnumeration();
        assertThat(method.obstacle(pair(1)).orElseThrow()).contains("several followers");
        assertThat(method.obstacle(table(2, 2, Commitment.RANDOMISED)).orElseThrow())
                .contains("not discrete");
        assertThat(method.obstacle(iterated(2, 2, 5).assemble()).orElseThrow())
                .contains("what it observes during a play");
        assertThat(method.obstacle(table(2, 2, Commitment.PURE))).isEmpty();
    }

    @Test
    void theFormulaIsForSimpleAllocationAlone() {
        AllocationFormula method = new AllocationFormula();
        assertThat(method.obstacle(new SimpleAllocation(3, 2))).isEmpty();
        assertThat(method.obstacle(table(2, 2, Commitment.PURE)).orElseThrow())
                .isEqualTo("the game is another one");
        assertThat(new PlatformBenchmarks().obstacle(table(2, 2, Commitment.PURE)).orElseThrow())
                .isEqualTo("the game is not a platform");
        assertThat(new PriceDynamicProgram().obstacle(table(2, 2, Commitment.PURE)).orElseThrow())
                .contains("no sequential price mechanism");
    }
}
