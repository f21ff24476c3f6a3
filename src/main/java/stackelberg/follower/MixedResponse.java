package stackelberg.follower;

import java.util.random.RandomGenerator;

/** Followers that mix independently of one another, each by its learner's current strategy. */
final class MixedResponse implements Response {
    private final FollowerLearner[] learners;

    MixedResponse(FollowerLearner[] learners) {
        this.learners = learners;
    }

    @Override
    public double[] strategy(int follower, int type) {
        return learners[follower].strategy(type);
    }

    @Override
    public double probability(int[] types, int[] actions) {
        double product = 1;
        for (int i = 0; i < learners.length; i++) {
            product *= learners[i].strategy(types[i])[actions[i]];
        }
        return product;
    }

    @Override
    public void draw(int[] types, RandomGenerator random, int[] actions) {
        for (int i = 0; i < learners.length; i++) {
            actions[i] = draw(learners[i].strategy(types[i]), random);
        }
    }

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
