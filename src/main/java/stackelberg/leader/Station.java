package stackelberg.leader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/** What one thread needs to run outer episodes, and what it has kept of them. */
final class Station {
    private static final int NONE = -1;

    private final StackelbergPomdp pomdp;
    private final Exploration exploration;
    private final Rollout rollout;
    private final List<Stretch> stretches = new ArrayList<>();

    /** {@code [decision]}: its number in the rollout that it was copied into. */
    private int[] copies = new int[0];

    /**
     * The transitions of one outer episode.
     *
     * @param at where it was run
     * @param episode its number within the collection
     * @param reward the leader's reward in it
     * @param from its first transition
     * @param to behind its last
     */
    record Stretch(Station at, int episode, double reward, int from, int to) {}

    Station(StackelbergPomdp pomdp, Exploration exploration, Rollout rollout) {
        this.pomdp = pomdp;
        this.exploration = exploration;
        this.rollout = rollout;
    }

    /** A new rollout begins: forgets the last one and counts from 0. */
    void begin() {
        exploration.beginRollout();
        stretches.clear();
        Arrays.fill(copies, NONE);
        pomdp.resumeAt(0, 0);
    }

    /** Runs an outer episode, whose number in the whole training is {@code first + episode}. */
    void run(long first, int episode, RandomStreams streams, Watch watch) {
        int from = rollout.size;
        exploration.beginEpisode(streams.at(Purpose.LEADER, first + episode));
        double reward = pomdp.run(exploration, streams, first + episode, watch);
        stretches.add(new Stretch(this, episode, reward, from, rollout.size));
    }

    /** The outer episodes since {@link #begin}. */
    List<Stretch> stretches() {
        return stretches;
    }

    /** Plays since {@link #begin}. */
    long plays() {
        return pomdp.plays();
    }

    /** Leader transitions since {@link #begin}. */
    long transitions() {
        return pomdp.transitions();
    }

    /** Adds an outer episode of this station to {@code into}. */
    void copy(Stretch stretch, Rollout into, RepeatedDecisions repeated) {
        if (copies.length < rollout.decisions) {
            int known = copies.length;
            copies = Arrays.copyOf(copies, rollout.logProbability.length);
            Arrays.fill(copies, known, copies.length, NONE);
        }
        for (int t = stretch.from(); t < stretch.to(); t++) {
            int decision = rollout.decision[t];
            if (copies[decision] == NONE) {
                int made = into.copyDecision(rollout, decision);
                copies[decision] = repeated.representative(rollout.observation[t], made);
            }
            into.copyTransition(rollout, t, copies[decision]);
        }
    }
}
