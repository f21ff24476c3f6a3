package stackelberg.pomdp;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import stackelberg.follower.Response;
import stackelberg.game.BaseGame;

/** Fixed strategies, {@code [follower][type][action]}, by which the followers mix independently. */
@SuppressWarnings("ArrayRecordComponent")
record Snapshot(double[][][] strategies) implements Response {

    /** Some probabilities are zero. */
    static Snapshot random(BaseGame game, RandomGenerator random) {
        double[][][] strategies = new double[game.followers()][][];
        for (int i = 0; i < strategies.length; i++) {
            strategies[i] = new double[game.prior().types(i)][game.actions(i)];
            for (double[] row : strategies[i]) {
                Arrays.setAll(row, a -> random.nextInt(4) == 0 ? 0 : random.nextDouble());
                row[random.nextInt(row.length)] += 0.1;
                double sum = Arrays.stream(row).sum();
                Arrays.setAll(row, a -> row[a] / sum);
            }
        }
        return new Snapshot(strategies);
    }

    @Override
    public double[] strategy(int follower, int type) {
        return strategies[follower][type];
    }

    @Override
    public double probability(int[] types, int[] actions) {
        double product = 1;
        for (int i = 0; i < actions.length; i++) {
            product *= strategies[i][types[i]][actions[i]];
        }
        return product;
    }

    @Override
    public void draw(int[] types, RandomGenerator random, int[] actions) {
        for (int i = 0; i < actions.length; i++) {
            double left = random.nextDouble();
            int action = 0;
            while (left >= strategies[i][types[i]][action]) {
                left -= strategies[i][types[i]][action++];
            }
            actions[i] = action;
        }
    }
}
