package stackelberg.workbench.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * All runs of the window, in the order of their making. At most a fixed number of them train at a
 * time; the others wait, and {@link #tend} starts them as threads become free.
 */
public final class RunQueue {
    private int threads;
    private final List<WatchedRun> runs = new ArrayList<>();
    private double speed = Double.POSITIVE_INFINITY;
    private boolean held;

    /**
     * @param threads how many runs may train at once, at least 1
     */
    public RunQueue(int threads) {
        this.threads = Math.max(1, threads);
    }

    /** As many as this machine has processors: the window needs little, and gets it. */
    public static int threadsHere() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** How many runs may train at once. */
    public int threads() {
        return threads;
    }

    /** From now on; what trains already goes on. */
    public void threads(int most) {
        threads = Math.max(1, most);
    }

    public List<WatchedRun> runs() {
        return List.copyOf(runs);
    }

    /** Lets the runs of an experiment wait for threads. */
    public void add(Experiment experiment) {
        runs.addAll(experiment.runs());
        held = false;
    }

    /** Starts waiting runs while threads are free. Call it once a pulse. */
    public void tend() {
        if (held) {
            return;
        }
        // A paused run uses no thread: what is trained next need not wait for it.
        long active = runs.stream().filter(r -> r.active() && !r.paused()).count();
        for (WatchedRun run : runs) {
            if (active >= threads) {
                return;
            }
            if (run.waiting()) {
                run.speed(speed);
                run.start();
                active++;
            }
        }
    }

    /** Whether a run trains, is paused or waits. */
    public boolean busy() {
        return runs.stream().anyMatch(r -> r.active() || r.waiting());
    }

    /** Whether everything that is not over stands still. */
    public boolean held() {
        return busy()
                && runs.stream().filter(WatchedRun::active).allMatch(WatchedRun::paused)
                && (held || runs.stream().noneMatch(WatchedRun::waiting));
    }

    /** Holds every run where it is and starts no other. */
    public void pause() {
        held = true;
        runs.stream().filter(WatchedRun::active).forEach(WatchedRun::pause);
    }

    public void resume() {
        held = false;
        runs.stream().filter(WatchedRun::active).forEach(WatchedRun::resume);
        tend();
    }

    /**
     * Every active run, or else the first waiting one, goes on for one outer episode and pauses.
     */
    public void step() {
        step(WatchedRun::step);
    }

    /** The same for one play. */
    public void stepPlay() {
        step(WatchedRun::stepPlay);
    }

    /** The same to the end of the learner's iteration. */
    public void stepUpdate() {
        step(WatchedRun::stepUpdate);
    }

    private void step(Consumer<WatchedRun> stride) {
        held = true;
        List<WatchedRun> active = runs.stream().filter(WatchedRun::active).toList();
        if (active.isEmpty()) {
            runs.stream()
                    .filter(WatchedRun::waiting)
                    .findFirst()
                    .ifPresent(
                            run -> {
                                run.speed(speed);
                                stride.accept(run);
                            });
        } else {
            active.forEach(stride);
        }
    }

    /** Ends every run that is not over. */
    public void stop() {
        held = false;
        runs.stream().filter(r -> r.active() || r.waiting()).forEach(WatchedRun::stop);
    }

    /** The same because the program ends. */
    public void leave() {
        held = false;
        runs.stream().filter(r -> r.active() || r.waiting()).forEach(WatchedRun::leave);
    }

    /**
     * After {@link #stop} or {@link #leave}: waits for runs to be over, so that their last
     * checkpoint is whole.
     *
     * @param millis the longest time to wait
     */
    public void settle(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + 1_000_000 * millis;
        while (runs.stream().anyMatch(WatchedRun::active) && System.nanoTime() < deadline) {
            Thread.sleep(5);
            runs.forEach(WatchedRun::refresh);
        }
    }

    /** Sets the speed of all runs, of those that wait as well. */
    public void speed(double playsPerSecond) {
        speed = playsPerSecond;
        runs.stream().filter(WatchedRun::active).forEach(run -> run.speed(playsPerSecond));
    }

    /** Stops a run and forgets it. */
    public void remove(WatchedRun run) {
        if (run.active() || run.waiting()) {
            run.stop();
        }
        runs.remove(run);
        run.experiment().remove(run);
    }
}
