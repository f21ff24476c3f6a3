package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import stackelberg.game.LeaderPolicy;
import stackelberg.pomdp.Watch;

/** A leader's training in progress. Serves one thread. */
public interface Training {
    /** The diagnostic that every training has: mean leader reward over the iteration's episodes. */
    String REWARD = "reward";

    /**
     * One iteration: some outer episodes, then what is learned from them.
     *
     * @return diagnostics by name, the same names in the same order every time; among them nothing
     *     that depends on the clock
     */
    Map<String, Double> iterate(Watch watch);

    /** The deterministic policy that the leader would commit to now: most likely action or mean. */
    LeaderPolicy greedy();

    /**
     * How the leader mixes while it explores, in the words of {@link
     * stackelberg.game.BaseGame#meaningNames}: the probability of each discrete action, or the
     * meaning of the mean action.
     */
    double[] exploration(int observation);

    /**
     * Whether it has ended by itself: exploration has closed and what it commits to has stopped
     * improving. Never, unless a learner can tell.
     */
    default boolean closed() {
        return false;
    }

    /**
     * How far it has come on the longest way to {@link #closed}, from 0 to 1; 0 if it does not end
     * by itself.
     */
    default double share() {
        return 0;
    }

    /** What it is at, in words that can follow "running: "; empty if there is nothing to say. */
    default String stage() {
        return "";
    }

    /** Where its time goes; all zero unless it keeps account. */
    default Costs costs() {
        return new Costs();
    }

    /** Outer episodes of all completed iterations. */
    long outerEpisodes();

    /**
     * Writes all state that {@link #restore} needs to go on with the same bits: as it was before an
     * iteration that the watch cancelled.
     */
    void save(DataOutput out) throws IOException;

    /** Replaces all state by what {@link #save} wrote. */
    void restore(DataInput in) throws IOException;
}
