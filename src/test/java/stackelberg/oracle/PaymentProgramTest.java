package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.InducedGame;
import stackelberg.game.MatrixDesign;
import stackelberg.game.PaymentGame;
import stackelberg.game.SteeringPayments;
import stackelberg.parameter.Table;

/** Payments to followers, against the named numbers, grids of payments and a theorem. */
class PaymentProgramTest {
    private static final int GAMES = 200;
    private static final double CLOSE = 1e-7;

    @Test
    void matrixDesignIsWorthTenSixths() {
        Answer answer = Oracle.solve(new MatrixDesign().assemble());
        assertThat(answer.optimum()).isCloseTo(10 / 6.0, within(1e-9));
        assertThat(answer.lower()).as("assured by dominance").isCloseTo(10 / 6.0, within(CLOSE));
        assertThat(answer.commitment()).contains("row 2, column 1: ", "10 to follower 2");
    }

    @Test
    void steeringToAnEquilibriumCostsNothingInTheEnd() {
        Answer answer = Oracle.solve(new SteeringPayments().assemble());
        assertThat(answer.optimum()).isCloseTo(1, within(1e-9));
        assertThat(answer.lower()).isCloseTo(1, within(1e-5));
    }

    /** In the prisoner's dilemma each gains 1/4 by leaving (3, 3), which is to be paid for. */
    @Test
    void steeringAwayFromAnEquilibriumCostsWhatLeavingGains() {
        Table dilemma = Table.of(new double[][][] {{{3, 3}, {1, 4}}, {{4, 1}, {2, 2}}});
        Answer answer = Oracle.solve(new SteeringPayments(dilemma, 1, 1, 2, 0.5).assemble());
        assertThat(answer.optimum()).isCloseTo(1 - 0.5 * (0.25 + 0.25), within(1e-9));
        assertThat(answer.lower()).isCloseTo(answer.optimum(), within(1e-5));
        assertThat(answer.commitment()).startsWith("row 1, column 1: to follower 1, to follower 2");
    }

    /** Monderer & Tennenholtz 2003: payments above all gains make any joint action dominant. */
    @Test
    void largePaymentsAssureTheBestJointAction() {
        RandomGenerator random = new SplittableRandom(31);
        for (int trial = 0; trial < GAMES; trial++) {
            Table table = random(random, 1 + random.nextInt(3), 1 + random.nextInt(3));
            PaymentGame game = new MatrixDesign(table, 8).assemble();
            double best = Double.NEGATIVE_INFINITY;
            for (int joint = 0; joint < game.leaderObservations(); joint++) {
                best = Math.max(best, game.value(joint));
            }
            Answer answer = new PaymentProgram().solve(game);
            assertThat(answer.optimum()).as("game %d", trial).isCloseTo(best, within(CLOSE));
            assertThat(answer.lower()).as("game %d", trial).isCloseTo(best, within(CLOSE));
        }
    }

    @Test
    void whereTheOptimumIsKnownItIsWhatAGridOfPaymentsReachesInPureEquilibria() {
        RandomGenerator random = new SplittableRandom(32);
        int exact = 0;
        for (int trial = 0; trial < GAMES; trial++) {
            PaymentGame game = anyGame(random);
            Answer answer = new PaymentProgram().solve(game);
            double grid = byGrid(game);
            assertThat(answer.upper()).as("game %d", trial).isGreaterThan(grid - CLOSE);
            if (answer.exact()) {
                exact++;
                assertThat(answer.optimum()).as("game %d", trial).isCloseTo(grid, within(CLOSE));
                assertThat(answer.lower()).isLessThanOrEqualTo(answer.optimum());
            } else {
                assertThat(answer.commitment()).isEmpty();
                assertThat(answer.lower()).as("game %d", trial).isGreaterThan(grid - CLOSE);
            }
        }
        assertThat(exact).as("games in which the bounds meet").isBetween(GAMES / 3, GAMES - 1);
    }

    /** No payments on a grid have a coarse correlated equilibrium above the upper bound. */
    @Test
    void noEquilibriumUnderAnyPaymentsExceedsTheUpperBound() {
        RandomGenerator random = new SplittableRandom(33);
        for (int trial = 0; trial < GAMES; trial++) {
            PaymentGame game = anyGame(random);
            double upper = new PaymentProgram().solve(game).upper();
            for (int draw = 0; draw < 10; draw++) {
                double[][] actions = new double[4][];
                for (int joint = 0; joint < 4; joint++) {
                    double[] payments = new double[2];
                    for (int i = 0; i < 2; i++) {
                        payments[i] = game.cap() * random.nextInt(3) / 2;
                    }
                    actions[joint] = game.action(payments);
                }
                InducedGame induced = InducedGame.of(game, joint -> actions[joint]);
                double best = new CoarseCorrelated(new StrategicForm(induced)).best();
                assertThat(best).as("game %d", trial).isLessThanOrEqualTo(upper + CLOSE);
            }
        }
    }

    /**
     * With one follower's two actions a mixture is no better than the better of what payments can
     * hold: an action is out of reach if leaving it gains more than the most that may be paid.
     */
    @Test
    void aFollowerOfTwoActionsIsHeldWhereverPaymentsSuffice() {
        RandomGenerator random = new SplittableRandom(34);
        int outOfReach = 0;
        for (int trial = 0; trial < GAMES; trial++) {
            int follower = trial % 2;
            Table table = random(random, 2 - follower, 1 + follower);
            PaymentGame game = new MatrixDesign(table, random.nextInt(4)).assemble();
            double best = Double.NEGATIVE_INFINITY;
            for (int joint = 0; joint < 2; joint++) {
                double gain = game.payoff(follower, 1 - joint) - game.payoff(follower, joint);
                if (gain <= game.cap()) {
                    best = Math.max(best, game.value(joint));
                } else {
                    outOfReach++;
                }
            }
            Answer answer = new PaymentProgram().solve(game);
            assertThat(answer.upper()).as("game %d", trial).isCloseTo(best, within(CLOSE));
            assertThat(answer.optimum()).as("game %d", trial).isCloseTo(best, within(CLOSE));
        }
        assertThat(outOfReach).isGreaterThan(GAMES / 10);
    }

    /** The best of all pure equilibria under payments of whole units: plain search. */
    private static double byGrid(PaymentGame game) {
        int units = (int) Math.round(game.cap() * 4);
        double best = Double.NEGATIVE_INFINITY;
        for (int joint = 0; joint < 4; joint++) {
            for (int first = 0; first <= units; first++) {
                for (int second = 0; second <= units; second++) {
                    boolean stays =
                            game.payoff(0, joint) + first / 4.0 >= game.payoff(0, joint ^ 2)
                                    && game.payoff(1, joint) + second / 4.0
                                            >= game.payoff(1, joint ^ 1);
                    if (stays) {
                        double paid = game.cost() * (first + second) / 4.0;
                        best = Math.max(best, game.value(joint) - paid);
                    }
                }
            }
        }
        return best;
    }

    private static PaymentGame anyGame(RandomGenerator random) {
        Table table = random(random, 2, 2);
        int cap = random.nextInt(4);
        return random.nextBoolean()
                ? new MatrixDesign(table, cap).assemble()
                : new SteeringPayments(
                                table,
                                1 + random.nextInt(2),
                                1 + random.nextInt(2),
                                cap,
                                random.nextInt(3) / 2.0)
                        .assemble();
    }

    /** Whole payoffs from 0 to 4, the largest being 4, so that payments on a grid suffice. */
    private static Table random(RandomGenerator random, int rows, int columns) {
        double[][][] cells = new double[rows][columns][2];
        for (double[][] row : cells) {
            for (double[] cell : row) {
                cell[0] = random.nextInt(5);
                cell[1] = random.nextInt(5);
            }
        }
        cells[random.nextInt(rows)][random.nextInt(columns)][random.nextInt(2)] = 4;
        return Table.of(cells);
    }
}
