package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.FictitiousPlay;
import stackelberg.follower.Followers;
import stackelberg.follower.StageResponse;
import stackelberg.game.StageGame;

/** Robinson 1951: in zero-sum games fictitious play comes to the value, here that of an LP. */
class FictitiousPlayValueTest {
    private static final int ROUNDS = 20_000;

    @Test
    void averagesOfFictitiousPlayEarnTheValueOfTheLinearProgram() {
        RandomGenerator random = new SplittableRandom(82);
        for (int trial = 0; trial < 50; trial++) {
            int rows = 2 + random.nextInt(3);
            int columns = 2 + random.nextInt(3);
            RandomGame game =
                    new RandomGame(random, new int[] {1, 1}, new int[] {rows, columns}, 1, 1);
            double[][] payoffs = new double[rows][columns];
            for (int joint = 0; joint < rows * columns; joint++) {
                double payoff = game.payoffs[1][0][joint][0];
                payoffs[joint / columns][joint % columns] = payoff;
                game.payoffs[2][0][joint][0] = -payoff;
            }
            StageResponse followers =
                    (StageResponse)
                            Followers.assemble(
                                    List.of(new FictitiousPlay()), game, rows * columns * ROUNDS);
            followers.reset();
            StageGame stage = StageGame.of(game, observation -> new double[1]).orElseThrow();
            double[] row = new double[rows];
            double[] column = new double[columns];
            for (int t = 0; t < ROUNDS; t++) {
                add(followers.response().strategy(0, 0), row);
                add(followers.response().strategy(1, 0), column);
                followers.play(stage, random, rows * columns);
            }
            double value = value(payoffs);
            // What each can be held to by its average.
            assertThat(guaranteed(payoffs, row)).isCloseTo(value, within(0.02));
            assertThat(conceded(payoffs, column)).isCloseTo(value, within(0.02));
        }
    }

    private static void add(double[] strategy, double[] to) {
        for (int a = 0; a < to.length; a++) {
            to[a] += strategy[a] / ROUNDS;
        }
    }

    private static double guaranteed(double[][] payoffs, double[] row) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < payoffs[0].length; j++) {
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                sum += row[i] * payoffs[i][j];
            }
            least = Math.min(least, sum);
        }
        return least;
    }

    private static double conceded(double[][] payoffs, double[] column) {
        double most = Double.NEGATIVE_INFINITY;
        for (double[] own : payoffs) {
            double sum = 0;
            for (int j = 0; j < column.length; j++) {
                sum += column[j] * own[j];
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    /** max v subject to v ≤ Σ_i x_i u_ij for every column j; v is split into two parts. */
    private static double value(double[][] payoffs) {
        int rows = payoffs.length;
        double[] objective = new double[rows + 2];
        objective[rows] = 1;
        objective[rows + 1] = -1;
        LinearProgram program = new LinearProgram(objective);
        program.distribution(rows);
        for (int j = 0; j < payoffs[0].length; j++) {
            double[] constraint = new double[rows + 2];
            for (int i = 0; i < rows; i++) {
                constraint[i] = -payoffs[i][j];
            }
            constraint[rows] = 1;
            constraint[rows + 1] = -1;
            program.notPositive(constraint);
        }
        return LinearProgram.dot(objective, program.maximise().orElseThrow());
    }
}
