package stackelberg.follower;

import java.util.random.RandomGenerator;
import stackelberg.game.Play;

/** The followers' response B(π): how they act once they have stopped learning. */
public interface Response {
    /**
     * The marginal strategy of a follower.
     *
     * @return one probability for each action; the caller must not change it
     */
    double[] strategy(int follower, int type);

    /**
     * The marginal strategy of a follower at an observation within a play; see {@link
     * stackelberg.game.Play#followerObservation}.
     */
    default double[] strategy(int follower, int type, int observation) {
        return strategy(follower, type);
    }

    /** The probability of a joint action under a type profile; followers may be correlated. */
    double probability(int[] types, int[] actions);

    /** Draws a joint action under a type profile into {@code actions}. */
    void draw(int[] types, RandomGenerator random, int[] actions);

    /** Chooses the followers' actions on their turn in {@code play}. */
    default void act(Play play, int[] types, RandomGenerator random, int[] actions) {
        draw(types, random, actions);
    }

    /** Tells followers that remember which joint action was taken. */
    default void remember(int[] actions) {}

    /** The number of what the followers remember of the plays so far; 0 if nothing. */
    default long memory() {
        return 0;
    }

    /** Makes the followers remember what {@link #memory} was the number of. */
    default void recall(long memory) {}
}
