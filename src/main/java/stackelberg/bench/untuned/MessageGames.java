package stackelberg.bench.untuned;

import java.util.Arrays;
import java.util.List;
import stackelberg.game.GameFamily;
import stackelberg.game.PostedPrices;
import stackelberg.game.PurchaseRule;
import stackelberg.game.SequentialPricing;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Table;

/** Random allocation problems: sequential prices with and without messages, and plain messages. */
final class MessageGames {
    private MessageGames() {}

    /** Two to four types and up to four messages. */
    static GameFamily allocation(Draw draw) {
        return new SimpleAllocation(draw.between(2, 4), draw.between(1, 4));
    }

    /** Prices without messages for two or three buyers of two to four values. */
    static GameFamily plainPrices(Draw draw) {
        return prices(draw, draw.between(2, 3), draw.between(2, 4), 1);
    }

    /** Prices after two or three messages for two buyers of two to four values. */
    static GameFamily prices(Draw draw) {
        return prices(draw, 2, draw.between(2, 4), draw.between(2, 3));
    }

    /** Prices after two messages for three buyers of two or three values. */
    static GameFamily threeBuyers(Draw draw) {
        return prices(draw, 3, draw.between(2, 3), 2);
    }

    private static GameFamily prices(Draw draw, int buyers, int types, int messages) {
        int steps = draw.coin() ? 20 : 1000;
        double[][][] values = new double[buyers][types][1];
        for (double[][] ofBuyer : values) {
            int[] drawn = draw.distinct(types, 0, steps);
            Arrays.sort(drawn);
            for (int type = 0; type < types; type++) {
                ofBuyer[type][0] = (double) drawn[type] / steps;
            }
        }
        int others = (int) Math.round(Math.pow(types, buyers - 1));
        return prices(values, draw.prior(types, others), messages);
    }

    /** Two buyers with values 0, 1 / (n − 1), …, 1, uniform and independent, and two messages. */
    static GameFamily uniformPrices(int count) {
        double[][][] values = new double[2][count][1];
        double[][][] prior = new double[count][count][1];
        for (int type = 0; type < count; type++) {
            values[0][type][0] = (double) type / (count - 1);
            values[1][type][0] = values[0][type][0];
            for (double[] cell : prior[type]) {
                cell[0] = 1.0 / (count * count);
            }
        }
        return prices(values, prior, 2);
    }

    private static GameFamily prices(double[][][] values, double[][][] prior, int messages) {
        return new SequentialPricing(
                Table.of(values),
                Table.of(prior),
                messages,
                List.of(1),
                PostedPrices.MIDPOINTS,
                PurchaseRule.STRICT);
    }
}
