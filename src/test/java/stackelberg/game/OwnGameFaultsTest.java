package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;

/** What a person can get wrong in the games of tables is told at the field, with a remedy. */
class OwnGameFaultsTest {
    private static final Table PAYOFFS = new BayesianNormalForm().payoffs();

    @Test
    void theDefaultsOfEveryGameAreInOrder() {
        for (Record game :
                List.of(
                        new BayesianNormalForm(),
                        new MatrixDesign(),
                        new SteeringPayments(),
                        new SecurityGame(),
                        new Taxation(),
                        new MechanismTable(),
                        new OrdinalGame())) {
            assertThat(faults(game)).isEmpty();
        }
    }

    @Test
    void anEmptyTypeSet() {
        assertThat(faults(own(PAYOFFS, row(1), List.of(0), List.of(2))))
                .containsExactly(
                        "$.followerTypes[0]: follower 1 has 0 types. Give every follower at least 1"
                                + " type.");
    }

    @Test
    void aPriorThatIsNone() {
        assertThat(faults(own(PAYOFFS, row(1.25, -0.25), List.of(2), List.of(2))))
                .containsExactly(
                        "$.prior[0][1]: the probability is -0.25, below 0. Enter a probability from"
                                + " 0 to 1.");
        assertThat(faults(own(PAYOFFS, row(0.6, 0.3), List.of(2), List.of(2))))
                .containsExactly("$.prior: its probabilities sum to 0.9. Make them sum to 1.");
        assertThat(faults(own(PAYOFFS, row(1), List.of(2), List.of(2))))
                .containsExactly(
                        "$.prior: it has 1 row of 1 cell. Give it 1 row of 2 cells: a probability"
                                + " for each type.");
    }

    @Test
    void aPriorTypedWithSixDecimalsIsTaken() {
        BayesianNormalForm game =
                own(ones(3), row(0.333333, 0.333333, 0.333333), List.of(3), List.of(1));
        assertThat(faults(game)).isEmpty();
        assertThat(game.assemble().prior().probability(0)).isEqualTo(1 / 3.0);
    }

    @Test
    void moreProfilesThanCanBeEnumerated() {
        List<Integer> twelve = Collections.nCopies(5, 12);
        assertThat(faults(own(PAYOFFS, row(1), twelve, List.of(2, 1, 1, 1, 1))))
                .containsExactly(
                        "$.followerTypes: the followers have 248,832 type profiles, more than the"
                                + " 4,096 that can be enumerated. Choose counts with a product of"
                                + " at most 4,096.");
        assertThat(faults(own(PAYOFFS, row(1), List.of(1), List.of(5000))))
                .singleElement()
                .asString()
                .startsWith("$.followerActions: the followers have 5,000 joint actions");
        List<Integer> huge = Collections.nCopies(8, Integer.MAX_VALUE);
        assertThat(faults(own(PAYOFFS, row(1), huge, Collections.nCopies(8, 1))))
                .singleElement()
                .asString()
                .contains("e+74 type profiles");
    }

    @Test
    void tablesOfAnotherShape() {
        assertThat(faults(own(PAYOFFS, row(0.5, 0.25, 0.25), List.of(3), List.of(2))))
                .containsExactly(
                        "$.payoffs: it has 4 rows for 3 type profiles. Give every type profile a"
                                + " block of equally many rows, one for each leader action.");
        assertThat(faults(own(PAYOFFS, row(0.5, 0.5), List.of(2), List.of(3))))
                .singleElement()
                .asString()
                .startsWith("$.payoffs: it has 2 columns, but the followers have 3 joint actions");
        assertThat(faults(own(ones(4, 2, 3), row(0.5, 0.5), List.of(2), List.of(2))))
                .containsExactly(
                        "$.payoffs: its cells hold 3 numbers. Put 2 into each cell: the leader's"
                                + " payoff, then each follower's.");
        assertThat(faults(own(PAYOFFS, row(0.5, 0.5), List.of(2, 1), List.of(2))))
                .singleElement()
                .asString()
                .startsWith("$.followerTypes: it has 2 entries, but followerActions has 1");
        assertThat(faults(new MatrixDesign(ones(3, 2, 3), 1)))
                .singleElement()
                .asString()
                .startsWith("$.payoffs: its cells hold 3 numbers. Put 2 into each cell");
    }

    @Test
    void aMechanismTableThatDoesNotFitItsTypes() {
        MechanismTable good = new MechanismTable();
        assertThat(
                        faults(
                                new MechanismTable(
                                        good.payoffs(), row(0.5, 0.5), List.of(2), List.of(0))))
                .containsExactly(
                        "$.messages[0]: follower 1 has 0 messages. Give every follower at least 1"
                                + " message.");
        assertThat(faults(new MechanismTable(ones(3), row(0.5, 0.5), List.of(2), List.of(2))))
                .containsExactly(
                        "$.payoffs: it has 3 rows for 2 type profiles. Give every type profile one"
                                + " row.");
    }

    @Test
    void targetsResourcesAndRatesThatDoNotExist() {
        Table two = new MatrixDesign().payoffs();
        assertThat(faults(new SteeringPayments(two, 3, 1, 1, 1)))
                .containsExactly(
                        "$.targetRow: there is no row 3 in the payoffs. Choose a row from 1 to 2.");
        assertThat(faults(new MatrixDesign(two, -1)))
                .singleElement()
                .asString()
                .startsWith("$.largestTransfer: it is -1.");
        SecurityGame guards = new SecurityGame();
        assertThat(faults(new SecurityGame(guards.payoffs(), guards.prior(), 5)))
                .containsExactly(
                        "$.resources: there are only 4 targets. Choose at most as many resources as"
                                + " targets.");
    }

    @Test
    void workersAndBracketsThatCannotBeTaxed() {
        Table brackets = new Taxation().brackets();
        assertThat(faults(taxation(workers(-1, 1, 1), brackets)))
                .containsExactly(
                        "$.workers[0][0]: the skill is not above 0. Enter the income at full"
                                + " effort.");
        assertThat(faults(taxation(workers(1, 0.5, 1), brackets)))
                .containsExactly("$.workers: its probabilities sum to 0.5. Make them sum to 1.");
        assertThat(faults(taxation(workers(1, 1, 0), brackets)))
                .containsExactly("$.workers: no worker counts. Give a type a weight above 0.");
        assertThat(faults(taxation(workers(1, 1, 1), row(0, 2, 1))))
                .containsExactly(
                        "$.brackets[0][2]: the bracket does not begin above the one before it."
                                + " Enter increasing incomes.");
        assertThat(faults(taxation(workers(1, 1, 1), row(1, 2))))
                .containsExactly(
                        "$.brackets[0][0]: the first bracket does not begin at 0. Enter" + " 0.");
    }

    @Test
    void payoffsAndTargetsOfPaymentsAreCheckedAtTheirFields() {
        Table two = new MatrixDesign().payoffs();
        assertThat(faults(new SteeringPayments(two, 2, 2, 1, 1))).isEmpty();
        assertThat(faults(new SteeringPayments(two, 2, 3, 1, 1)))
                .containsExactly(
                        "$.targetColumn: there is no column 3 in the payoffs. Choose a column from"
                                + " 1 to 2.");
        assertThat(faults(new SteeringPayments(ones(2, 2, 3), 1, 1, 1, 1)))
                .singleElement()
                .asString()
                .startsWith("$.payoffs: its cells hold 3 numbers.");
        assertThat(faults(new MatrixDesign(Table.of(new double[2][2][2]), 1)))
                .containsExactly("$.payoffs: all payoffs are 0. Give at least one a value.");
    }

    @Test
    void guardsAndTheirPrior() {
        SecurityGame guards = new SecurityGame();
        assertThat(faults(new SecurityGame(guards.payoffs(), guards.prior(), 4))).isEmpty();
        assertThat(faults(new SecurityGame(ones(4, 2, 3), guards.prior(), 2)))
                .containsExactly(
                        "$.payoffs: its cells hold 3 numbers. Put 4 into each cell: the defender's"
                                + " payoff if covered and if not, the attacker's if covered and if"
                                + " not.");
        assertThat(faults(new SecurityGame(Table.of(new double[4][2][4]), guards.prior(), 2)))
                .containsExactly("$.payoffs: all payoffs are 0. Give at least one a value.");
        assertThat(faults(new SecurityGame(guards.payoffs(), row(1), 2)))
                .containsExactly(
                        "$.prior: it has 1 row of 1 cell. Give it 1 row of 2 cells: a probability"
                                + " for each type.");
    }

    @Test
    void taxTablesOfAnotherShapeAndWeightsBelowZero() {
        Table brackets = new Taxation().brackets();
        assertThat(faults(taxation(row(1, 1), brackets)))
                .containsExactly(
                        "$.workers: it is not a table of 3 columns. Give each type of worker one"
                                + " row: skill, share, welfare weight.");
        assertThat(faults(taxation(ones(1, 3, 2), brackets)))
                .singleElement()
                .asString()
                .startsWith("$.workers: it is not a table of 3 columns.");
        assertThat(faults(taxation(workers(0, 1, 1), brackets)))
                .singleElement()
                .asString()
                .startsWith("$.workers[0][0]: the skill is not above 0.");
        assertThat(faults(taxation(workers(1, 1, -1), brackets)))
                .containsExactly(
                        "$.workers[0][2]: the welfare weight is below 0. Enter 0 or more.");
        for (Table other : List.of(ones(2, 2, 1), ones(1, 2, 2))) {
            assertThat(faults(taxation(workers(1, 1, 1), other)))
                    .containsExactly(
                            "$.brackets: it is not a single row of numbers. Write the brackets in"
                                    + " one row.");
        }
        assertThat(faults(taxation(workers(1, 1, 1), row(0, 1, 1))))
                .singleElement()
                .asString()
                .startsWith("$.brackets[0][2]: the bracket does not begin above");
    }

    @Test
    void messagesThatDoNotFitTheTypes() {
        MechanismTable good = new MechanismTable();
        assertThat(
                        faults(
                                new MechanismTable(
                                        good.payoffs(),
                                        good.prior(),
                                        List.of(2, 2),
                                        List.of(2, 2, 2))))
                .containsExactly(
                        "$.messages: it has 3 entries, but followerTypes has 2. Give both one"
                                + " entry for each follower.");
        assertThat(faults(new MechanismTable(ones(4), row(0.5, 0.5), List.of(2, 2), List.of(1, 1))))
                .containsExactly(
                        "$.payoffs: its cells hold 2 numbers. Put 3 into each cell: the leader's"
                                + " payoff, then each follower's.",
                        "$.prior: it has 1 row of 2 cells. Give it 2 rows of 2 cells: a row for"
                                + " each type of follower 1, in it a probability for each joint"
                                + " type of the others.");
        assertThat(
                        faults(
                                new MechanismTable(
                                        good.payoffs(),
                                        ones(2, 2, 2),
                                        List.of(2, 2),
                                        List.of(65, 64))))
                .containsExactly(
                        "$.messages: the followers have 4,160 joint messages, more than the 4,096"
                                + " that can be enumerated. Choose counts with a product of at most"
                                + " 4,096.");
        assertThat(
                        faults(
                                new MechanismTable(
                                        good.payoffs(),
                                        ones(2, 2, 2),
                                        List.of(2, 2),
                                        List.of(64, 64))))
                .singleElement()
                .asString()
                .startsWith("$.prior: it has 2 rows of 2 cells with 2 numbers each.");
    }

    @Test
    void aStepsPayoffsAreTwoAndItsCellsAreFew() {
        assertThat(faults(new IteratedMatrix(ones(2, 2, 3), 5, 0)))
                .containsExactly(
                        "$.payoffs: its cells hold 3 numbers. Put 2 into each cell: the leader's"
                                + " payoff, then the follower's.");
        assertThat(faults(new IteratedMatrix(ones(100, 100, 2), 5, 0))).isEmpty();
        assertThat(faults(new IteratedMatrix(ones(100, 101, 2), 5, 0)))
                .containsExactly(
                        "$.payoffs: it has more than 10,000 cells. Enter a smaller table.");
    }

    /** Whole probabilities may miss 1 by a hundred-thousandth, and no more. */
    @Test
    void aPriorIsToSumToOne() {
        assertThat(faults(own(PAYOFFS, row(0.6, 0.400009), List.of(2), List.of(2)))).isEmpty();
        assertThat(faults(own(PAYOFFS, row(0.6, 0.39998), List.of(2), List.of(2))))
                .containsExactly("$.prior: its probabilities sum to 0.99998. Make them sum to 1.");
        assertThat(faults(own(PAYOFFS, row(1, 0), List.of(2), List.of(2)))).isEmpty();
    }

    private static List<String> faults(Record game) {
        Faults faults = new Faults();
        Declaration.check(game, faults);
        return faults.list().stream().map(Fault::toString).toList();
    }

    private static BayesianNormalForm own(
            Table payoffs, Table prior, List<Integer> types, List<Integer> actions) {
        return new BayesianNormalForm(payoffs, prior, types, actions, Commitment.RANDOMISED);
    }

    private static Taxation taxation(Table workers, Table brackets) {
        return new Taxation(workers, brackets, 0.9, 4, 0.5, 1);
    }

    private static Table workers(double skill, double share, double weight) {
        return row(skill, share, weight);
    }

    private static Table row(double... entries) {
        double[][][] cells = new double[1][entries.length][1];
        for (int k = 0; k < entries.length; k++) {
            cells[0][k][0] = entries[k];
        }
        return Table.of(cells);
    }

    private static Table ones(int rows) {
        return ones(rows, 1, 2);
    }

    private static Table ones(int rows, int columns, int width) {
        double[][][] cells = new double[rows][columns][width];
        for (double[][] row : cells) {
            for (double[] cell : row) {
                java.util.Arrays.fill(cell, 1);
            }
        }
        return Table.of(cells);
    }
}
