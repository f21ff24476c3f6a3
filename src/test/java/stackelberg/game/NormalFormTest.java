package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;

class NormalFormTest {
    @Test
    void theDefaultIsEscapeDividedByItsLargestPayoff() {
        assertThat(faults(new NormalForm())).isEmpty();
        MatrixGame escape = new NormalForm().assemble();
        assertThat(escape.payoff(0, 2, 2)).isEqualTo(1);
        assertThat(escape.payoff(1, 0, 0)).isEqualTo(0.5);
    }

    @Test
    void aTableThatDoesNotFitTheFollowersIsAFaultAtThePayoffs() {
        assertThat(faults(table(2, 3, 2), List.of(2)))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.path()).isEqualTo("$.payoffs");
                            assertThat(fault.problem()).contains("3 columns").contains("2 joint");
                        });
        assertThat(faults(table(2, 4, 2), List.of(2, 2)))
                .singleElement()
                .satisfies(
                        fault -> {
                            assertThat(fault.problem()).contains("2 numbers");
                            assertThat(fault.remedy()).contains("3 into each cell");
                        });
        assertThat(faults(table(2, 4, 3), List.of(2, 2))).isEmpty();
        assertThat(faults(table(1, 1, 2), List.of(1))).isEmpty();
    }

    @Test
    void payoffsThatAreAllZeroOrNotFiniteAreFaults() {
        assertThat(faults(Table.of(new double[2][2][2]), List.of(2)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("all payoffs are 0"));
        double[][][] cells = table(2, 2, 2).cells();
        cells[1][0][1] = Double.NaN;
        assertThat(faults(Table.of(cells), List.of(2)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("$.payoffs[1][0][1]"));
    }

    @Test
    void impossibleFollowerActionsAreFaults() {
        for (int bad : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThat(faults(table(2, 2, 3), List.of(2, bad)))
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.path()).isEqualTo("$.followerActions[1]"));
        }
        assertThat(faults(table(2, 3, 2), List.of())).as("one follower, all columns").isEmpty();
        assertThat(faults(table(2, 2, 3), List.of())).isNotEmpty();
        List<Integer> huge = java.util.Collections.nCopies(8, Integer.MAX_VALUE);
        assertThat(faults(table(2, 2, 9), huge)).isNotEmpty();
    }

    private static List<Fault> faults(Table payoffs, List<Integer> actions) {
        return faults(new NormalForm(payoffs, Commitment.PURE, actions));
    }

    private static List<Fault> faults(NormalForm game) {
        Faults faults = new Faults();
        Declaration.check(game, faults);
        return faults.list();
    }

    private static Table table(int rows, int columns, int width) {
        RandomGenerator random = new SplittableRandom(111);
        double[][][] cells = new double[rows][columns][width];
        for (double[][] row : cells) {
            for (double[] cell : row) {
                Arrays.setAll(cell, k -> 10 * random.nextDouble() - 5);
            }
        }
        return Table.of(cells);
    }

    @Test
    void underAMixtureAllPayoffsAreExpectationsOverTheRows() {
        RandomGenerator random = new SplittableRandom(112);
        Table table = table(3, 6, 3);
        MatrixGame game = new NormalForm(table, Commitment.RANDOMISED, List.of(3, 2)).assemble();
        assertThat(game.leaderActions()).isEqualTo(new ActionSpace.Box(3, 0, 1));
        for (int trial = 0; trial < 50; trial++) {
            double[] weights = random.doubles(3).toArray();
            double sum = Arrays.stream(weights).sum();
            Play play = game.newPlay();
            for (int column = 0; column < 6; column++) {
                complete(play, weights, column / 2, column % 2);
                for (int player = 0; player < 3; player++) {
                    double expected = 0;
                    for (int row = 0; row < 3; row++) {
                        expected += weights[row] / sum * table.at(row, column, player);
                    }
                    expected /= table.largestMagnitude();
                    assertThat(player == 0 ? play.leaderReward() : play.payoff(player - 1))
                            .isCloseTo(expected, within(1e-12));
                }
            }
        }
    }

    @Test
    void weightsThatAreAllZeroStandForTheUniformMixture() {
        MatrixGame game =
                new NormalForm(table(4, 2, 2), Commitment.RANDOMISED, List.of(2)).assemble();
        assertThat(game.meaning(new double[4])).containsExactly(0.25, 0.25, 0.25, 0.25);
        Play play = game.newPlay();
        Play uniform = game.newPlay();
        complete(play, new double[4], 1);
        complete(uniform, new double[] {0.3, 0.3, 0.3, 0.3}, 1);
        assertThat(play.leaderReward()).isCloseTo(uniform.leaderReward(), within(1e-12));
        assertThat(play.payoff(0)).isCloseTo(uniform.payoff(0), within(1e-12));
    }

    @Test
    void aPureLeaderPlaysItsRow() {
        Table table = table(3, 2, 2);
        MatrixGame game = new NormalForm(table, Commitment.PURE, List.of(2)).assemble();
        Play play = game.newPlay();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 2; column++) {
                complete(play, new double[] {row}, column);
                double scale = table.largestMagnitude();
                assertThat(play.leaderReward()).isEqualTo(table.at(row, column, 0) / scale);
                assertThat(play.payoff(0)).isEqualTo(table.at(row, column, 1) / scale);
            }
        }
        assertThat(game.meaning(new double[] {1})).containsExactly(0, 1, 0);
    }

    @Test
    void nothingIsEarnedBeforeThePlayIsOver() {
        Play play = new NormalForm().assemble().newPlay();
        complete(play, new double[] {2}, 2);
        assertThat(play.leaderReward()).isEqualTo(1);
        play.begin(new int[1]);
        assertThat(play.leaderReward()).isZero();
        play.leaderActs(new double[] {0});
        assertThat(play.leaderReward()).isZero();
        assertThat(play.payoff(0)).isZero();
    }

    private static void complete(Play play, double[] leader, int... followers) {
        play.begin(new int[followers.length]);
        assertThat(play.turn()).isEqualTo(Play.Turn.LEADER);
        play.leaderActs(leader);
        assertThat(play.turn()).isEqualTo(Play.Turn.FOLLOWERS);
        play.followersAct(followers);
        assertThat(play.turn()).isEqualTo(Play.Turn.END);
    }
}
