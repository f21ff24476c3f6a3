package stackelberg.leader;

import java.util.Optional;
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
    private final Optional<Crew> crew;
    private long episodes;

    /** A collector that works alone. */
    Collector(
            StackelbergPomdp pomdp,
            RandomStreams streams,
            Exploration exploration,
            Rollout rollout) {
        this(pomdp, streams, exploration, rollout, Optional.empty());
    }

    /** A collector that has the help of {@code crew} where episodes need not be seen one by one. */
    Collector(
            StackelbergPomdp pomdp,
            RandomStreams streams,
            Exploration exploration,
            Rollout rollout,
            Optional<Crew> crew) {
        this.crew = crew;
        this.pomdp = pomdp;
        this.streams = streams;
        this.exploration = exploration;
        this.rollout = rollout;
    }

    /** Runs {@code count} outer episodes and returns the leader's mean reward in them. */
    double collect(int count, Watch watch) {
        double mean =
                crew.isPresent() && !watch.oneByOne()
                        ? crew.get().collect(episodes, count, watch)
                        : collectAlone(count, watch);
        episodes += count;
        return mean;
    }

    private double collectAlone(int count, Watch watch) {
        exploration.beginRollout();
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += run(k, watch);
        }
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
