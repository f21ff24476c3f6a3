package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.game.Commitment;
import stackelberg.game.InducedGame;
import stackelberg.game.IteratedGame;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.NormalForm;
import stackelberg.parameter.Table;

class IteratedEnumerationTest {
    private static Answer solve(double[][][] payoffs, int steps, double shift) {
        return Oracle.solve(new IteratedMatrix(Table.of(payoffs), steps, shift).assemble());
    }

    /** Row 2 once, then as the follower did: it pays to cooperate from the first step on. */
    @Test
    void theNamedGames() {
        assertThat(solve(new double[][][] {{{3, 3}, {1, 4}}, {{4, 1}, {2, 2}}}, 5, -4).optimum())
                .isCloseTo(-4, within(1e-12));
        assertThat(solve(new double[][][] {{{2, 1}, {0, 0}}, {{0, 0}, {1, 2}}}, 5, 0).optimum())
                .isCloseTo(10, within(1e-12));
        assertThat(solve(new double[][][] {{{2, .001}, {0, 0}}, {{0, 0}, {1, 2}}}, 5, 0).optimum())
                .isCloseTo(10, within(1e-12));
    }

    /** One step leaves nothing to remember: the optimum is that of the matrix game. */
    @Test
    void aSingleStepIsTheMatrixGame() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 200; k++) {
            double[][][] payoffs = random(random);
            NormalForm once =
                    new NormalForm(Table.of(payoffs), Commitment.PURE, java.util.List.of(2));
            double scale = Table.of(payoffs).largestMagnitude();
            assertThat(solve(payoffs, 1, 0).optimum())
                    .isCloseTo(scale * Oracle.solve(once.assemble()).optimum(), within(1e-9));
        }
    }

    /** A second way to every play: matrices of joint actions, without the game's own state. */
    @Test
    void theOptimumIsThatOfAPlainSearch() {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 200; k++) {
            double[][][] payoffs = random(random);
            int steps = 1 + random.nextInt(6);
            assertThat(solve(payoffs, steps, 0.5).optimum())
                    .isCloseTo(search(payoffs, steps) + 0.5 * steps, within(1e-9));
        }
    }

    private static double search(double[][][] payoffs, int steps) {
        double optimum = Double.NEGATIVE_INFINITY;
        for (int leader = 0; leader < 32; leader++) {
            double[] best = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (int follower = 0; follower < 32; follower++) {
                double[] earned = new double[2];
                int state = 0;
                for (int t = 0; t < steps; t++) {
                    int row = leader >> state & 1;
                    int column = follower >> state & 1;
                    earned[0] += payoffs[row][column][0];
                    earned[1] += payoffs[row][column][1];
                    state = 1 + 2 * row + column;
                }
                boolean better = earned[1] > best[1] + 1e-9;
                boolean tie = Math.abs(earned[1] - best[1]) <= 1e-9;
                if (better || (tie && earned[0] > best[0])) {
                    best = new double[] {earned[0], better ? earned[1] : best[1]};
                }
            }
            optimum = Math.max(optimum, best[0]);
        }
        return optimum;
    }

    @Test
    void methodsForOneActionAPlayDoNotTakeAnIteratedGame() {
        IteratedGame game = new IteratedMatrix().assemble();
        assertThat(new PureEnumeration().obstacle(game)).isPresent();
        assertThat(InducedGame.actionCounts(game)).containsExactly(2);
        assertThat(Arrays.stream(game.meaningNames())).containsExactly("row 1", "row 2");
    }

    private static double[][][] random(SplittableRandom random) {
        double[][][] payoffs = new double[2][2][2];
        for (double[][] row : payoffs) {
            for (double[] cell : row) {
                cell[0] = random.nextInt(-4, 5);
                cell[1] = random.nextInt(-4, 5);
            }
        }
        payoffs[0][0][0] += payoffs[0][0][0] == 0 ? 1 : 0;
        return payoffs;
    }
}
