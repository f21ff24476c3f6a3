package stackelberg.leader;

import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/**
 * Fills a rollout with whole outer episodes of an exploration. What a cancelled collection did is
 * undone by the next: episodes count only when a collection is complete.
 */
final class Collector {
    private final StackelbergPomdp pomdp;
    private final RandomStreams streams;
    private final Exploration exploration;
    private final Rollout rollout;
    private long episodes;

    Collector(
            StackelbergPomdp pomdp,
            RandomStreams streams,
            Exploration exploration,
            Rollout rollout) {
        this.pomdp = pomdp;
        this.streams = streams;
        this.exploration = exploration;
        this.rollout = rollout;
    }

    /** Runs {@code count} outer episodes and returns the leader's mean reward in them. */
    double collect(long count, Watch watch) {
        exploration.beginRollout();
        double sum = 0;
        for (long k = 0; k < count; k++) {
            sum += run(k, watch);
        }
        episodes += count;
        return sum / count;
    }

    /**
     * Runs outer episodes until {@code transitions} are kept, and returns the leader's mean reward
     * in them. An episode in which the leader was never asked counts as one transition.
     */
    double collectUntil(int transitions, Watch watch) {
        exploration.beginRollout();
        double sum = 0;
        long count = 0;
        while (Math.max(count, rollout.size) < transitions) {
            sum += run(count++, watch);
        }
        episodes += count;
        return sum / count;
    }

    private double run(long index, Watch watch) {
        exploration.beginEpisode(streams.at(Purpose.LEADER, episodes + index));
        return pomdp.run(exploration, streams, episodes + index, watch);
    }

    /** Outer episodes of all completed collections. */
    long episodes() {
        return episodes;
    }

    /** Goes on as after {@code count} episodes. */
    void resumeAt(long count) {
        episodes = count;
    }
}
