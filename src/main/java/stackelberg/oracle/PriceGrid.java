package stackelberg.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stackelberg.game.SequentialPriceGame;

/** The prices that exact methods try. */
final class PriceGrid {
    private PriceGrid() {}

    /**
     * Every vector of midpoint prices, one price an item; where prices are continuous also the
     * price 1, which keeps an item back.
     */
    static List<double[]> vectors(SequentialPriceGame game) {
        double[][] grid = game.midpoints();
        if (game.continuousPrices()) {
            for (int item = 0; item < grid.length; item++) {
                grid[item] = Arrays.copyOf(grid[item], grid[item].length + 1);
                grid[item][grid[item].length - 1] = 1;
            }
        }
        List<double[]> vectors = new ArrayList<>();
        vectors.add(new double[grid.length]);
        for (int item = 0; item < grid.length; item++) {
            List<double[]> longer = new ArrayList<>();
            for (double[] vector : vectors) {
                for (double price : grid[item]) {
                    double[] one = vector.clone();
                    one[item] = price;
                    longer.add(one);
                }
            }
            vectors = longer;
        }
        return vectors;
    }

    /** How many vectors there are; infinity if beyond a {@code double}. */
    static double count(SequentialPriceGame game) {
        double count = 1;
        for (double[] prices : game.midpoints()) {
            count *= prices.length + (game.continuousPrices() ? 1 : 0);
        }
        return count;
    }

    /** The leader action that visits a buyer at these prices. */
    static double[] action(SequentialPriceGame game, int buyer, double[] prices) {
        double[] action = new double[game.leaderActions().length()];
        action[buyer] = 1;
        System.arraycopy(prices, 0, action, game.followers(), prices.length);
        return action;
    }
}
