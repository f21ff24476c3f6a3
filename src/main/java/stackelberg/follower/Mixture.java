package stackelberg.follower;

import java.util.random.RandomGenerator;

/** A distribution over actions, one probability for each. */
final class Mixture {
    private Mixture() {}

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
