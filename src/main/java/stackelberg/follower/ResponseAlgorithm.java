package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import stackelberg.game.Play;

/**
 * A policy-interactive response algorithm (Brero et al. 2024, Def. 3.1): a state s_b, a transition
 * Tr_b that uses only the outcome of one play against the leader's policy, and a horizon of E
 * plays. One object serves one thread and is reset for every outer episode.
 */
public interface ResponseAlgorithm {
    /** E: the most plays of one response phase, a whole number of updates. */
    int plays();

    /** How many plays lie between two changes of the followers' strategies. */
    default int playsPerUpdate() {
        return 1;
    }

    /** Whether the response is settled before all plays are made. */
    default boolean settled() {
        return false;
    }

    /**
     * Whether the leader is asked, before the first play of a response phase, what it would do at
     * each of its observations.
     */
    default boolean queries() {
        return false;
    }

    /**
     * The leader's answers.
     *
     * @param answers {@code [leader observation]}: its action
     */
    default void hear(double[][] answers) {}

    /** Returns to the initial state s_{b,0}. */
    void reset();

    /** The response phase begins with what was learned before: only its plays start anew. */
    void carryOn();

    /** Writes all that was learned. */
    void save(DataOutput out) throws IOException;

    /** Replaces all that was learned by what {@link #save} wrote. */
    void restore(DataInput in) throws IOException;

    /**
     * Chooses the type profile and the followers' strategies for the next play.
     *
     * @param types filled with the type profile of the next play
     */
    void beginPlay(RandomGenerator random, int[] types);

    /** The followers' turn has come in the play under way: what it has brought them so far. */
    default void beginTurn(Play play) {}

    /** The action of follower {@code follower} on the followers' turn that has begun. */
    int action(int follower, int observation);

    /**
     * How many plays of the followers' own the play under way stands for, 1 on average: it may be
     * made to learn from, and then counts as often as their strategies would make it.
     */
    default double weight() {
        return 1;
    }

    /** Tr_b: takes in the outcome of the play that {@link #beginPlay} began. */
    void endPlay(Play outcome);

    /** The followers' response as it stands; a view that changes with this algorithm's state. */
    Response response();

    /**
     * Average external regret of follower {@code follower} at type {@code type} over the updates of
     * this response phase: max_a Σ_t [u_i(a, σ_−i,t; θ) − u_i(σ_t; θ)] / T, in units of payoff; 0
     * while the type has not occurred; NaN if the followers do not learn what else they might have
     * earned.
     */
    double regret(int follower, int type);

    /** The length of the description of s_b for a critic. */
    int stateSize();

    /** Writes the description of s_b from {@code at} on. */
    void describe(float[] into, int at);
}
