package stackelberg.follower;

/**
 * The learning state of one follower that hears, after each update, how each of its actions would
 * have fared at its type.
 */
public interface FollowerLearner {
    /** Forgets everything. */
    void reset();

    /**
     * The current mixed strategy at a type.
     *
     * @return one probability for each action, the same array until {@link #reset}; not to be
     *     changed by the caller
     */
    double[] strategy(int type);

    /**
     * Takes in the payoff of each action at {@code type} against the others' current strategies.
     *
     * @param utilities ū_i(a), one for each action; not kept
     */
    void learn(int type, double[] utilities);

    /** How many numbers {@link #describe} writes. */
    int stateSize();

    /** Writes what a critic may know of this learner, scaled to about [−1, 1]. */
    void describe(float[] into, int at);
}
