package stackelberg.follower;

import java.util.random.RandomGenerator;

/** The followers' response B(π): how they act once they have stopped learning. */
public interface Response {
    /**
     * The marginal strategy of a follower.
     *
     * @return one probability for each action; the caller must not change it
     */
    double[] strategy(int follower, int type);

    /** The probability of a joint action under a type profile; followers may be correlated. */
    double probability(int[] types, int[] actions);

    /** Draws a joint action under a type profile into {@code actions}. */
    void draw(int[] types, RandomGenerator random, int[] actions);
}
