package stackelberg.game;

/**
 * A base game whose payoffs are linear in what the leader commits to: a vector x ≥ 0 with Σ_k x_k =
 * 1 and, perhaps, further linear limits. A mixture over the rows of a payoff table is one, x_k
 * being the probability of row k; so are coverage probabilities and tax rates, with a component for
 * what is left over. The leader acts once, before the followers, and observes nothing.
 */
public interface LinearGame extends BaseGame {
    /** The length of x. */
    int components();

    /**
     * The payoff of the leader (player 0) or follower i (player i + 1) where all of x is on one
     * component; at any x it is the mean of these weighted by x.
     *
     * @param profile a type profile's number in {@link #prior}
     * @param joint a joint action's number
     */
    double payoff(int player, int profile, int component, int joint);

    /** Rows a that x must satisfy as a·x ≤ 0 besides being a distribution. */
    default double[][] limits() {
        return new double[0][];
    }

    /** The leader's action that commits to x. */
    double[] commit(double[] x);

    @Override
    default int leaderObservations() {
        return 1;
    }

    @Override
    default int leaderObservationSize() {
        return 1;
    }

    @Override
    default void describe(int observation, float[] into, int at) {
        into[at] = 1;
    }

    @Override
    default int leaderTurns() {
        return 1;
    }

    @Override
    default String leaderObservationName(int observation) {
        return "always";
    }
}
