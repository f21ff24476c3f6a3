package stackelberg.follower;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A distribution over actions, one probability for each. */
final class Mixture {
    private Mixture() {}

    /** Makes a distribution take one action; returns by how much that changes it. */
    static double settle(double[] strategy, int action) {
        double change = 1 - strategy[action];
        Arrays.fill(strategy, 0);
        strategy[action] = 1;
        return change;
    }

    /**
     * Weights exp(scale · (sum − largest sum)), the largest being 1, free of overflow.
     *
     * @return their total
     */
    static double exponential(double[] sums, double scale, double[] weights) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double sum : sums) {
            largest = Math.max(largest, sum);
        }
        double total = 0;
        for (int action = 0; action < sums.length; action++) {
            double excess = sums[action] - largest;
            weights[action] = excess == 0 ? 1 : Math.exp(excess * scale);
            total += weights[action];
        }
        return total;
    }

    /** One of the actions, each with its probability. */
    static int draw(double[] strategy, RandomGenerator random) {
        double left = random.nextDouble();
        for (int action = 0; action < strategy.length - 1; action++) {
            left -= strategy[action];
            if (left < 0) {
                return action;
            }
        }
        return strategy.length - 1;
    }
}
