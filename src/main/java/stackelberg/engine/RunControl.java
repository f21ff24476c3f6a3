package stackelberg.engine;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import stackelberg.pomdp.PlayMade;
import stackelberg.pomdp.Watch;

/**
 * Commands to a run, obeyed before every play and between pieces of other work: pause, go on, step
 * one outer episode, slow down, stop. While there are none, a play costs one volatile read.
 */
final class RunControl implements Watch {
    /** What ends a step. */
    private enum Stride {
        NONE,
        PLAY,
        EPISODE,
        UPDATE
    }

    /** Plays that follow one another faster nobody can look at: a thousand a second. */
    private static final long LEAST_TO_SEE = 1_000_000;

    private final Runnable onChange;
    private final Runnable onEpisode;
    private final Runnable onPlay;

    private volatile boolean attention;

    /** Whether plays are made slowly enough to be looked at one by one. */
    private volatile boolean lookedAt;

    private boolean paused;
    private Stride stride = Stride.NONE;

    /** Whether the next play is let through by a step of one play. */
    private boolean let;

    /** Whether the run waits before a play, and not between other work. */
    private boolean beforePlay;

    private boolean stopped;
    private long nanosPerPlay;
    private long nextPlay;
    private volatile double episodeReward = Double.NaN;
    private volatile @Nullable PlayMade made;
    private volatile boolean waiting;
    private long pausedNanos;

    /**
     * @param onChange called on the run's thread when it begins or ends a pause
     * @param onEpisode called on the run's thread after every outer episode
     * @param onPlay called on the run's thread after every play that someone looks at
     */
    RunControl(Runnable onChange, Runnable onEpisode, Runnable onPlay) {
        this.onChange = onChange;
        this.onEpisode = onEpisode;
        this.onPlay = onPlay;
    }

    synchronized void pause() {
        paused = true;
        wake();
    }

    synchronized void resume() {
        paused = false;
        stride = Stride.NONE;
        wake();
    }

    /** Runs to the end of the current outer episode, or of the next if none is under way. */
    synchronized void stepEpisode() {
        step(Stride.EPISODE);
    }

    /** Runs one play of the training, not counting those of an evaluation. */
    synchronized void stepPlay() {
        step(Stride.PLAY);
        // A run that waits before a play has asked for it already.
        let = !beforePlay;
    }

    /** Runs to the end of the learner's iteration, its evaluation included. */
    synchronized void stepUpdate() {
        step(Stride.UPDATE);
    }

    private void step(Stride until) {
        paused = false;
        stride = until;
        wake();
    }

    synchronized void stop() {
        stopped = true;
        wake();
    }

    synchronized void speed(double playsPerSecond) {
        nanosPerPlay = playsPerSecond >= 1e8 ? 0 : (long) (1e9 / playsPerSecond);
        nextPlay = System.nanoTime();
        wake();
    }

    private void wake() {
        attention = paused || stopped || stride != Stride.NONE || nanosPerPlay > 0;
        lookedAt = attention && (nanosPerPlay == 0 || nanosPerPlay >= LEAST_TO_SEE);
        if (!lookedAt) {
            made = null;
        }
        notifyAll();
    }

    /** Whether the run's thread is waiting in a pause. */
    boolean waiting() {
        return waiting;
    }

    synchronized boolean stopped() {
        return stopped;
    }

    /** Nanoseconds spent in pauses so far, completed ones. */
    synchronized long pausedNanos() {
        return pausedNanos;
    }

    /** The leader's reward in the last outer episode; NaN before the first. */
    double episodeReward() {
        return episodeReward;
    }

    /** The last play of the training, while it goes slowly enough to be looked at; else null. */
    @Nullable PlayMade made() {
        return made;
    }

    @Override
    public boolean looksOn() {
        return lookedAt;
    }

    @Override
    public void made(PlayMade play) {
        made = play;
        onPlay.run();
    }

    @Override
    public void play() {
        if (attention) {
            countPlay();
            attend();
        }
    }

    /** One play is let through, and the next waits. */
    private synchronized void countPlay() {
        if (stride == Stride.PLAY) {
            if (let) {
                let = false;
            } else {
                arrive();
            }
        }
    }

    /** The step has been made. */
    private void arrive() {
        stride = Stride.NONE;
        paused = true;
        wake();
    }

    /** After an iteration of the learner. */
    void update() {
        synchronized (this) {
            if (stride == Stride.UPDATE) {
                arrive();
            }
        }
        work();
    }

    @Override
    public void work() {
        if (attention) {
            obey();
        }
    }

    @Override
    public int stride() {
        return attention ? 1 : Watch.super.stride();
    }

    @Override
    public boolean oneByOne() {
        return attention;
    }

    private synchronized void attend() {
        beforePlay = true;
        try {
            obey();
        } finally {
            beforePlay = false;
        }
        try {
            holdBack();
        } catch (InterruptedException e) {
            stopped = true;
        }
        requireGoing();
    }

    /** Waits while paused. */
    private synchronized void obey() {
        try {
            if (paused && !stopped) {
                long since = System.nanoTime();
                waiting = true;
                onChange.run();
                while (paused && !stopped) {
                    wait();
                }
                waiting = false;
                pausedNanos += System.nanoTime() - since;
                onChange.run();
            }
        } catch (InterruptedException e) {
            stopped = true;
        } finally {
            waiting = false;
        }
        requireGoing();
    }

    private void requireGoing() {
        if (stopped) {
            throw new CancellationException("stopped");
        }
    }

    private void holdBack() throws InterruptedException {
        long now = System.nanoTime();
        while (nanosPerPlay > 0 && !stopped && !paused && now < nextPlay) {
            TimeUnit.NANOSECONDS.timedWait(this, nextPlay - now);
            now = System.nanoTime();
        }
        nextPlay = Math.max(nextPlay + nanosPerPlay, now - 100_000_000L);
    }

    @Override
    public void outerEpisode(double reward) {
        episodeReward = reward;
        synchronized (this) {
            if (stride == Stride.EPISODE) {
                arrive();
            }
        }
        onEpisode.run();
    }

    /** This control for plays that are not part of an outer episode of the training. */
    Watch withoutEpisodes() {
        return new Watch() {
            @Override
            public void play() {
                if (attention) {
                    attend();
                }
            }

            @Override
            public void work() {
                RunControl.this.work();
            }

            @Override
            public int stride() {
                return RunControl.this.stride();
            }

            @Override
            public void outerEpisode(double reward) {
                // An evaluation is not an episode of the training.
            }
        };
    }
}
