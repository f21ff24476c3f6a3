package stackelberg.leader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import stackelberg.leader.Station.Stretch;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

/**
 * Several threads that run the outer episodes of a rollout, each at a {@link Station} of its own
 * and always the next episode that no one has taken. An episode's random streams depend on its
 * number only, and what was kept is put together in the order of the episodes, so that a rollout
 * has the same bits on any number of threads.
 */
final class Crew {
    /** Plays below which it does not pay to call others in. */
    private static final double LEAST_PLAYS = 10_000;

    private static final int MOST_HELPERS = 15;

    private final StackelbergPomdp pomdp;
    private final RandomStreams streams;
    private final Rollout rollout;
    private final RepeatedDecisions repeated;
    private final Station own;
    private final List<Station> helpers;

    private Crew(
            StackelbergPomdp pomdp,
            RandomStreams streams,
            Rollout rollout,
            Station own,
            List<Station> helpers) {
        this.pomdp = pomdp;
        this.streams = streams;
        this.rollout = rollout;
        this.repeated = new RepeatedDecisions(pomdp.game(), rollout);
        this.own = own;
        this.helpers = helpers;
    }

    /**
     * A crew for collections of {@code episodes} outer episodes.
     *
     * @param threads how many threads there are, the caller's included
     * @param exploration an exploration of a POMDP into a rollout, as the caller's own
     * @return empty where one thread does as well
     */
    static Optional<Crew> of(
            StackelbergPomdp pomdp,
            RandomStreams streams,
            int episodes,
            int threads,
            Rollout rollout,
            BiFunction<StackelbergPomdp, Rollout, Exploration> exploration) {
        double plays = episodes * (double) pomdp.longestEpisode();
        int wanted = Math.min(Math.min(threads, episodes) - 1, MOST_HELPERS);
        if (wanted < 1 || plays < LEAST_PLAYS || pomdp.twin().isEmpty()) {
            return Optional.empty();
        }
        List<Station> stations = new ArrayList<>();
        for (int k = 0; k <= wanted; k++) {
            StackelbergPomdp twin = pomdp.twin().orElseThrow();
            Rollout kept = rollout.another();
            stations.add(new Station(twin, exploration.apply(twin, kept), kept));
        }
        return Optional.of(
                new Crew(
                        pomdp,
                        streams,
                        rollout,
                        stations.get(0),
                        stations.subList(1, stations.size())));
    }

    /**
     * Replaces the rollout by one of {@code count} outer episodes, of which {@code first} is the
     * number of the first, and returns the leader's mean reward in them.
     */
    double collect(long first, int count, Watch watch) {
        own.begin();
        helpers.forEach(Station::begin);
        Collection collection = new Collection(first, count, watch);
        for (Station helper : helpers) {
            ForkJoinPool.commonPool().execute(() -> collection.help(helper));
        }
        Cores.enter();
        try {
            collection.takePart(own);
        } finally {
            Cores.leave();
            collection.end();
        }
        return putTogether(count);
    }

    private double putTogether(int count) {
        List<Stretch> stretches = new ArrayList<>(own.stretches());
        for (Station helper : helpers) {
            stretches.addAll(helper.stretches());
            count(helper.plays(), helper.transitions());
        }
        stretches.sort(Comparator.comparingInt(Stretch::episode));
        rollout.clear();
        repeated.forget();
        double sum = 0;
        for (Stretch stretch : stretches) {
            sum += stretch.reward();
            stretch.at().copy(stretch, rollout, repeated);
        }
        return sum / count;
    }

    private void count(long plays, long transitions) {
        pomdp.resumeAt(pomdp.plays() + plays, pomdp.transitions() + transitions);
    }

    /** One collection under way. */
    private final class Collection {
        private final AtomicInteger next = new AtomicInteger();
        private final long first;
        private final int count;
        private final Watch watch;
        private volatile boolean over;
        private @Nullable RuntimeException failure;
        private @Nullable Error error;
        private int helping;

        Collection(long first, int count, Watch watch) {
            this.first = first;
            this.count = count;
            this.watch = watch;
        }

        /** Runs episodes on the caller's thread until none is left, and counts them at once. */
        void takePart(Station station) {
            for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
                long plays = station.plays();
                long transitions = station.transitions();
                station.run(first, k, streams, watch);
                count(station.plays() - plays, station.transitions() - transitions);
            }
            waitForHelpers();
        }

        /** The same on another thread, unless episodes are to be seen one by one. */
        void help(Station station) {
            if (!enter()) {
                return;
            }
            try {
                int k = claim();
                while (k < count) {
                    station.run(first, k, streams, untilOver());
                    k = claim();
                }
            } catch (CancellationException e) {
                // The collection was ended, and what it kept so far will not be used.
                return;
            } catch (RuntimeException e) {
                failure = e;
                next.set(count);
            } catch (Error e) {
                error = e;
                next.set(count);
            } finally {
                leave();
            }
        }

        private int claim() {
            return watch.oneByOne() || Cores.crowded() ? count : next.getAndIncrement();
        }

        /** Ends the collection, complete or not; passes on what went wrong on another thread. */
        void end() {
            over = true;
            waitForHelpers();
            if (error != null) {
                throw error;
            }
            if (failure != null) {
                throw failure;
            }
        }

        private synchronized boolean enter() {
            if (over) {
                return false;
            }
            helping++;
            Cores.enter();
            return true;
        }

        private synchronized void leave() {
            helping--;
            Cores.leave();
            notifyAll();
        }

        private synchronized void waitForHelpers() {
            boolean interrupted = false;
            while (helping > 0) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }

        private Watch untilOver() {
            return new Watch() {
                @Override
                public void play() {
                    if (over) {
                        throw new CancellationException("the collection has ended");
                    }
                }

                @Override
                public void outerEpisode(double reward) {
                    // The watch accompanies the caller's own episodes.
                }
            };
        }
    }
}
