package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.Commitment;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.MatrixGame;
import stackelberg.game.NormalForm;
import stackelberg.parameter.Table;

/** Mixed commitments in random payoff tables, against independent methods and invariants. */
class MixedCommitmentTest {
    private static final int GAMES = 300;
    private static final double CLOSE = 1e-7;

    @Test
    void multipleProgramsFindTheBestVertexOfTheBestReplyRegions() {
        RandomGenerator random = new SplittableRandom(11);
        for (int trial = 0; trial < GAMES; trial++) {
            MatrixGame game = random(random, 1 + random.nextInt(4), 1 + random.nextInt(4)).mixed();
            Answer answer = new MultipleLinearPrograms().solve(game);
            assertThat(answer.optimum())
                    .as("game %d", trial)
                    .isCloseTo(byVertices(game), within(CLOSE));
            double[] mixture = answer.mechanism()[0];
            assertThat(PureEnumeration.value(InducedGame.of(game, observation -> mixture)))
                    .as("what the commitment of game %d is worth", trial)
                    .isCloseTo(answer.optimum(), within(CLOSE));
        }
    }

    /** Against one follower the optimum is known, so that the bounds can be held against it. */
    @Test
    void theBoundsEncloseTheOptimum() {
        RandomGenerator random = new SplittableRandom(12);
        for (int trial = 0; trial < GAMES; trial++) {
            MatrixGame game = random(random, 2 + random.nextInt(3), 2 + random.nextInt(3)).mixed();
            double mixed = new MultipleLinearPrograms().solve(game).optimum();
            Answer bounds = new CorrelatedBounds().solve(game);
            assertThat(bounds.lower()).isLessThanOrEqualTo(mixed + CLOSE);
            assertThat(bounds.upper()).isGreaterThanOrEqualTo(mixed - CLOSE);
        }
    }

    @Test
    void commitmentIsWorthAtLeastAnyPureNashAndMixingNeverHurts() {
        RandomGenerator random = new SplittableRandom(13);
        for (int trial = 0; trial < GAMES; trial++) {
            Cells cells = random(random, 1 + random.nextInt(4), 1 + random.nextInt(4));
            double pure = Oracle.solve(cells.pure()).optimum();
            double mixed = Oracle.solve(cells.mixed()).optimum();
            assertThat(mixed).isGreaterThanOrEqualTo(pure - CLOSE);
            assertThat(pure).isGreaterThanOrEqualTo(bestPureNash(cells.pure()) - CLOSE);
        }
    }

    @Test
    void noMixtureAgainstTwoFollowersExceedsTheUpperBound() {
        RandomGenerator random = new SplittableRandom(14);
        int exact = 0;
        for (int trial = 0; trial < 60; trial++) {
            MatrixGame game = random(random, 2, 2, 2).mixed();
            Answer answer = Oracle.solve(game);
            exact += answer.exact() ? 1 : 0;
            assertThat(answer.lower()).isLessThanOrEqualTo(answer.upper() + CLOSE);
            assertThat(answer.commitment().isEmpty()).isEqualTo(!answer.exact());
            if (answer.exact()) {
                double[] optimal = answer.mechanism()[0];
                InducedGame induced = InducedGame.of(game, observation -> optimal);
                assertThat(new CoarseCorrelated(new StrategicForm(induced)).best())
                        .isCloseTo(answer.optimum(), within(CLOSE));
                assertThat(new CoarseCorrelated(new StrategicForm(induced)).worst())
                        .isLessThanOrEqualTo(answer.lower() + CLOSE);
            }
            for (int step = 0; step <= 10; step++) {
                double[] mixture = {step / 10.0, 1 - step / 10.0};
                InducedGame induced = InducedGame.of(game, observation -> mixture);
                double value = new CoarseCorrelated(new StrategicForm(induced)).best();
                assertThat(value).isLessThanOrEqualTo(answer.upper() + CLOSE);
            }
        }
        assertThat(exact).as("games in which the bounds meet").isBetween(1, 59);
    }

    @Test
    void theUpperBoundIsTheBestVertexOfTheCorrelatedCommitments() {
        RandomGenerator random = new SplittableRandom(15);
        for (int trial = 0; trial < 60; trial++) {
            MatrixGame game = random(random, 2, 2, 2).mixed();
            double[] reward = new double[8];
            List<double[]> gains = new ArrayList<>();
            for (int fixed = 0; fixed < 2; fixed++) {
                double[] first = new double[8];
                double[] second = new double[8];
                for (int row = 0; row < 2; row++) {
                    for (int a = 0; a < 2; a++) {
                        for (int b = 0; b < 2; b++) {
                            int cell = 4 * row + 2 * a + b;
                            int joint = 2 * a + b;
                            reward[cell] = game.payoff(0, row, joint);
                            first[cell] =
                                    game.payoff(1, row, 2 * fixed + b) - game.payoff(1, row, joint);
                            second[cell] =
                                    game.payoff(2, row, 2 * a + fixed) - game.payoff(2, row, joint);
                        }
                    }
                }
                gains.add(first);
                gains.add(second);
            }
            assertThat(new CorrelatedBounds().solve(game).upper())
                    .as("game %d", trial)
                    .isCloseTo(Vertices.maximum(reward, gains), within(CLOSE));
        }
    }

    private static double byVertices(MatrixGame game) {
        double best = Double.NEGATIVE_INFINITY;
        for (int reply = 0; reply < game.actions(0); reply++) {
            double[] reward = new double[game.rows()];
            List<double[]> worse = new ArrayList<>();
            for (int other = 0; other < game.actions(0); other++) {
                double[] gain = new double[game.rows()];
                for (int row = 0; row < game.rows(); row++) {
                    reward[row] = game.payoff(0, row, reply);
                    gain[row] = game.payoff(1, row, other) - game.payoff(1, row, reply);
                }
                worse.add(gain);
            }
            worse.remove(reply);
            best = Math.max(best, Vertices.maximum(reward, worse));
        }
        return best;
    }

    private static double bestPureNash(MatrixGame game) {
        double best = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < game.rows(); row++) {
            for (int column = 0; column < game.actions(0); column++) {
                List<Double> rowPayoffs = new ArrayList<>();
                List<Double> columnPayoffs = new ArrayList<>();
                for (int r = 0; r < game.rows(); r++) {
                    rowPayoffs.add(game.payoff(0, r, column));
                }
                for (int c = 0; c < game.actions(0); c++) {
                    columnPayoffs.add(game.payoff(1, row, c));
                }
                if (game.payoff(0, row, column) == Collections.max(rowPayoffs)
                        && game.payoff(1, row, column) == Collections.max(columnPayoffs)) {
                    best = Math.max(best, game.payoff(0, row, column));
                }
            }
        }
        return best;
    }

    /** Payoffs from [0, 1], or in every second game small whole numbers, so that ties abound. */
    private static Cells random(RandomGenerator random, int rows, int... actions) {
        boolean whole = random.nextBoolean();
        int columns = (int) JointIndex.count(actions);
        double[][][] cells = new double[rows][columns][1 + actions.length];
        for (double[][] row : cells) {
            for (double[] cell : row) {
                for (int k = 0; k < cell.length; k++) {
                    cell[k] = whole ? random.nextInt(5) - 1 : random.nextDouble();
                }
            }
        }
        cells[0][0][0] += 0.5;
        List<Integer> counts = new ArrayList<>();
        for (int action : actions) {
            counts.add(action);
        }
        return new Cells(Table.of(cells), counts);
    }

    private record Cells(Table table, List<Integer> actions) {
        MatrixGame pure() {
            return new NormalForm(table, Commitment.PURE, actions).assemble();
        }

        MatrixGame mixed() {
            return new NormalForm(table, Commitment.RANDOMISED, actions).assemble();
        }
    }
}
