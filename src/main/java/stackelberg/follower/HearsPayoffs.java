package stackelberg.follower;

/**
 * A seat that hears, update by update, how each of its actions would have fared against the others'
 * current strategies.
 */
public interface HearsPayoffs extends Seat {
    /**
     * Takes in the payoff of each action at {@code type}.
     *
     * @param utilities ū_i(a), one for each action; not kept
     */
    void learn(int type, double[] utilities);
}
