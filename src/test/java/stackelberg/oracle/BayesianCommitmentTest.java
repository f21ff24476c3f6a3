package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.BayesianNormalForm;
import stackelberg.game.Commitment;
import stackelberg.game.InducedGame;
import stackelberg.game.LinearGame;
import stackelberg.game.MatrixGame;
import stackelberg.game.NormalForm;
import stackelberg.game.SecurityGame;
import stackelberg.game.Taxation;
import stackelberg.parameter.Table;

/** Mixed commitments against a follower with types: several methods, invariants and theorems. */
class BayesianCommitmentTest {
    private static final int GAMES = 200;
    private static final double CLOSE = 1e-7;

    @Test
    void programsForEachReplyAndTheMixedIntegerProgramAgree() {
        RandomGenerator random = new SplittableRandom(41);
        for (int trial = 0; trial < 250; trial++) {
            MatrixGame game = bayesian(random, 1 + random.nextInt(3), Commitment.RANDOMISED);
            Answer programs = new MultipleLinearPrograms().solve(game);
            Answer dobss = new Dobss().solve(game);
            assertThat(dobss.optimum())
                    .as("game %d", trial)
                    .isCloseTo(programs.optimum(), within(CLOSE));
            for (Answer answer : List.of(programs, dobss)) {
                double[] mixture = answer.mechanism()[0];
                assertThat(PureEnumeration.value(InducedGame.of(game, o -> mixture)))
                        .as("what the commitment of game %d is worth", trial)
                        .isCloseTo(answer.optimum(), within(CLOSE));
            }
        }
    }

    /** The optimum is at a vertex of a region of constant best replies, here on a line. */
    @Test
    void withTwoRowsTheOptimumIsWhereTheFollowerIsIndifferent() {
        RandomGenerator random = new SplittableRandom(42);
        for (int trial = 0; trial < GAMES; trial++) {
            MatrixGame game = bayesian(random, 1 + random.nextInt(3), Commitment.RANDOMISED, 2);
            double best = Double.NEGATIVE_INFINITY;
            for (double p : indifferent(game)) {
                double[] mixture = {p, 1 - p};
                InducedGame induced = InducedGame.of(game, o -> mixture);
                best = Math.max(best, PureEnumeration.value(induced));
            }
            assertThat(Oracle.solve(game).optimum())
                    .as("game %d", trial)
                    .isCloseTo(best, within(CLOSE));
        }
    }

    @Test
    void withoutTypesItIsTheNormalFormAndMixingNeverHurts() {
        RandomGenerator random = new SplittableRandom(43);
        for (int trial = 0; trial < GAMES; trial++) {
            Table table = table(random, 3, 3, 2);
            double typed = Oracle.solve(own(table, 1, 3, Commitment.RANDOMISED)).optimum();
            NormalForm plain = new NormalForm(table, Commitment.RANDOMISED, List.of(3));
            assertThat(typed).isCloseTo(Oracle.solve(plain.assemble()).optimum(), within(CLOSE));
            Table blocks = table(random, 6, 3, 2);
            double mixed = Oracle.solve(own(blocks, 2, 3, Commitment.RANDOMISED)).optimum();
            double pure = Oracle.solve(own(blocks, 2, 3, Commitment.PURE)).optimum();
            assertThat(mixed).as("game %d", trial).isGreaterThanOrEqualTo(pure - CLOSE);
        }
    }

    /** One follower written as two, the second without a choice: the bounds enclose the optimum. */
    @Test
    void theBoundsForSeveralFollowersEncloseTheOptimumOfOne() {
        RandomGenerator random = new SplittableRandom(44);
        for (int trial = 0; trial < GAMES; trial++) {
            Table table = table(random, 4, 2, 3);
            double[][][] single = new double[4][2][2];
            for (int row = 0; row < 4; row++) {
                for (int column = 0; column < 2; column++) {
                    single[row][column][0] = table.at(row, column, 0);
                    single[row][column][1] = table.at(row, column, 1);
                }
            }
            single[0][0][0] = table.largestMagnitude();
            double[][][] both = table.cells();
            both[0][0][0] = table.largestMagnitude();
            Table prior = Table.of(new double[][][] {{{0.3}}, {{0.7}}});
            MatrixGame two =
                    new BayesianNormalForm(
                                    Table.of(both),
                                    prior,
                                    List.of(2, 1),
                                    List.of(2, 1),
                                    Commitment.RANDOMISED)
                            .assemble();
            MatrixGame one =
                    new BayesianNormalForm(
                                    Table.of(single),
                                    Table.of(new double[][][] {{{0.3}, {0.7}}}),
                                    List.of(2),
                                    List.of(2),
                                    Commitment.RANDOMISED)
                            .assemble();
            Answer bounds = Oracle.solve(two);
            double optimum = Oracle.solve(one).optimum();
            assertThat(bounds.lower()).as("game %d", trial).isLessThanOrEqualTo(optimum + CLOSE);
            assertThat(bounds.upper()).as("game %d", trial).isGreaterThan(optimum - CLOSE);
        }
    }

    /** Coverage of m targets at once is a mixture over all sets of m targets (Birkhoff). */
    @Test
    void securityGamesAreMixturesOverSetsOfTargets() {
        RandomGenerator random = new SplittableRandom(45);
        for (int trial = 0; trial < GAMES; trial++) {
            int targets = 2 + random.nextInt(2);
            int types = 1 + random.nextInt(2);
            int resources = 1 + random.nextInt(targets);
            Table payoffs = table(random, targets, types, 4);
            LinearGame game = new SecurityGame(payoffs, uniform(types), resources).assemble();
            List<double[][]> rows = new ArrayList<>();
            for (int set = 0; set < 1 << targets; set++) {
                if (Integer.bitCount(set) <= resources) {
                    rows.add(row(payoffs, set));
                }
            }
            double[][][] blocks = new double[types * rows.size()][targets][];
            for (int k = 0; k < blocks.length; k++) {
                for (int target = 0; target < targets; target++) {
                    double[] all = rows.get(k % rows.size())[target];
                    int type = k / rows.size();
                    blocks[k][target] = new double[] {all[2 * type], all[2 * type + 1]};
                }
            }
            Table table = Table.of(blocks);
            double mixed =
                    Oracle.solve(own(table, types, targets, Commitment.RANDOMISED)).optimum()
                            * table.largestMagnitude()
                            / payoffs.largestMagnitude();
            Answer answer = Oracle.solve(game);
            assertThat(answer.optimum()).as("game %d", trial).isCloseTo(mixed, within(1e-6));
            assertThat(new Dobss().solve(game).optimum()).isCloseTo(mixed, within(1e-6));
            double sum = 0;
            for (double coverage : answer.mechanism()[0]) {
                sum += coverage;
                assertThat(coverage).isBetween(-CLOSE, 1 + CLOSE);
            }
            assertThat(sum).isLessThanOrEqualTo(resources + CLOSE);
        }
    }

    @Test
    void noRatesOnAGridCollectMoreWelfareThanTheOptimalOnes() {
        RandomGenerator random = new SplittableRandom(46);
        int close = 0;
        for (int trial = 0; trial < GAMES; trial++) {
            double[][][] workers = {
                {{1 + random.nextDouble()}, {0.5}, {2 * random.nextDouble()}},
                {{2 + random.nextDouble()}, {0.5}, {0.1 + random.nextDouble()}}
            };
            Table brackets = Table.of(new double[][][] {{{0}, {0.5 + random.nextDouble()}}});
            LinearGame game = new Taxation(Table.of(workers), brackets, 0.9, 4, 0.5, 1).assemble();
            Answer answer = Oracle.solve(game);
            double grid = Double.NEGATIVE_INFINITY;
            for (int first = 0; first <= 45; first++) {
                for (int second = 0; second <= 45; second++) {
                    double[] rates = {first / 50.0, second / 50.0};
                    InducedGame induced = InducedGame.of(game, o -> rates);
                    grid = Math.max(grid, PureEnumeration.value(induced));
                }
            }
            assertThat(grid).as("game %d", trial).isLessThanOrEqualTo(answer.optimum() + CLOSE);
            assertThat(new Dobss().solve(game).optimum())
                    .as("game %d", trial)
                    .isCloseTo(answer.optimum(), within(1e-6));
            double[] rates = answer.mechanism()[0];
            assertThat(PureEnumeration.value(InducedGame.of(game, o -> rates)))
                    .as("game %d", trial)
                    .isCloseTo(answer.optimum(), within(1e-6));
            close += grid > answer.optimum() - 0.02 ? 1 : 0;
        }
        assertThat(close).as("games in which the grid comes close").isGreaterThan(GAMES * 9 / 10);
    }

    /** What a set of covered targets is worth, {@code [target]}: two numbers a type. */
    private static double[][] row(Table payoffs, int set) {
        double[][] cells = new double[payoffs.rows()][2 * payoffs.columns()];
        for (int target = 0; target < cells.length; target++) {
            int open = (set >> target & 1) == 1 ? 0 : 1;
            for (int type = 0; type < payoffs.columns(); type++) {
                cells[target][2 * type] = payoffs.at(target, type, open);
                cells[target][2 * type + 1] = payoffs.at(target, type, 2 + open);
            }
        }
        return cells;
    }

    /** Where a type is indifferent between two columns, and both ends of the line. */
    private static List<Double> indifferent(MatrixGame game) {
        List<Double> points = new ArrayList<>(List.of(0.0, 1.0));
        for (int type = 0; type < game.prior().size(); type++) {
            for (int a = 0; a < game.actions(0); a++) {
                for (int b = 0; b < a; b++) {
                    double first = game.payoff(1, type, 0, a) - game.payoff(1, type, 0, b);
                    double second = game.payoff(1, type, 1, a) - game.payoff(1, type, 1, b);
                    double p = second / (second - first);
                    if (p > 0 && p < 1) {
                        points.add(p);
                    }
                }
            }
        }
        return points;
    }

    private static MatrixGame bayesian(RandomGenerator random, int types, Commitment commitment) {
        return bayesian(random, types, commitment, 1 + random.nextInt(3));
    }

    private static MatrixGame bayesian(
            RandomGenerator random, int types, Commitment commitment, int rows) {
        int columns = 1 + random.nextInt(3);
        return own(table(random, rows * types, columns, 2), types, columns, commitment);
    }

    private static MatrixGame own(Table table, int types, int columns, Commitment commitment) {
        return new BayesianNormalForm(
                        table, uniform(types), List.of(types), List.of(columns), commitment)
                .assemble();
    }

    private static Table uniform(int types) {
        double[][][] prior = new double[1][types][1];
        for (double[] cell : prior[0]) {
            cell[0] = 1.0 / types;
        }
        return Table.of(prior);
    }

    /** Payoffs from [0, 1], or in every second table small whole numbers, so that ties abound. */
    private static Table table(RandomGenerator random, int rows, int columns, int width) {
        boolean whole = random.nextBoolean();
        double[][][] cells = new double[rows][columns][width];
        for (double[][] row : cells) {
            for (double[] cell : row) {
                for (int k = 0; k < width; k++) {
                    cell[k] = whole ? random.nextInt(5) - 1 : random.nextDouble();
                }
            }
        }
        cells[0][0][0] += 0.5;
        return Table.of(cells);
    }
}
