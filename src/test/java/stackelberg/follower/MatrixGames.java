package stackelberg.follower;

import java.util.SplittableRandom;
import stackelberg.oracle.RandomGame;

/** Games of two followers by their payoff tables, without types, for a leader without a choice. */
final class MatrixGames {
    private MatrixGames() {}

    static RandomGame game(double[][] row, double[][] column) {
        int columns = row[0].length;
        RandomGame game =
                new RandomGame(
                        new SplittableRandom(1),
                        new int[] {1, 1},
                        new int[] {row.length, columns},
                        1,
                        1);
        for (int joint = 0; joint < row.length * columns; joint++) {
            game.payoffs[1][0][joint][0] = row[joint / columns][joint % columns];
            game.payoffs[2][0][joint][0] = column[joint / columns][joint % columns];
        }
        return game;
    }
}
