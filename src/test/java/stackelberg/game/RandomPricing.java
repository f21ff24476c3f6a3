package stackelberg.game;

import java.util.List;
import java.util.random.RandomGenerator;
import stackelberg.parameter.Table;

/** Random price mechanisms for tests: up to three buyers, types, items and units, correlated. */
public final class RandomPricing {
    private RandomPricing() {}

    /** Any mechanism, with one or two messages. */
    public static SequentialPricing any(RandomGenerator random) {
        return of(
                random,
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                1 + random.nextInt(3),
                1 + random.nextInt(2));
    }

    /** One of these sizes. */
    public static SequentialPricing of(
            RandomGenerator random, int buyers, int types, int items, int messages) {
        double[][][] values = new double[buyers][types][items];
        for (double[][] ofBuyer : values) {
            for (double[] ofType : ofBuyer) {
                java.util.Arrays.setAll(ofType, item -> random.nextInt(11) / 10.0);
            }
        }
        double[][][] prior = new double[types][(int) Math.pow(types, buyers - 1)][1];
        double sum = 0;
        for (double[][] row : prior) {
            for (double[] cell : row) {
                cell[0] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
                sum += cell[0];
            }
        }
        if (sum == 0) {
            prior[0][0][0] = 1;
            sum = 1;
        }
        for (double[][] row : prior) {
            for (double[] cell : row) {
                cell[0] /= sum;
            }
        }
        List<Integer> units = random.ints(items, 1, 3).boxed().toList();
        PostedPrices prices = PostedPrices.values()[random.nextInt(2)];
        PurchaseRule rule = PurchaseRule.values()[random.nextInt(2)];
        return new SequentialPricing(
                Table.of(values), Table.of(prior), messages, units, prices, rule);
    }
}
