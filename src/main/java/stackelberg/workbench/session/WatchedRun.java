package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import stackelberg.engine.RunState;
import stackelberg.engine.Snapshot;
import stackelberg.engine.Steering;
import stackelberg.engine.Verdict;

/** A run in the window's table: where it stands, and whether its curves are shown. */
public final class WatchedRun {
    private final Experiment experiment;
    private final long seed;
    private final LiveRun run;
    private Snapshot latest;
    private boolean started;
    private boolean withdrawn;
    private boolean paused;
    private boolean shown = true;

    WatchedRun(Experiment experiment, long seed, LiveRun run) {
        this.experiment = experiment;
        this.seed = seed;
        this.run = run;
        this.latest = run.latest();
    }

    public Experiment experiment() {
        return experiment;
    }

    public long seed() {
        return seed;
    }

    /** The newest snapshot taken so far. */
    public Snapshot latest() {
        return latest;
    }

    /** Whether its curves are on the charts. */
    public boolean shown() {
        return shown;
    }

    public void show(boolean on) {
        shown = on;
    }

    /** Where the run stands; a run stopped while it waited never starts. */
    public RunState state() {
        return withdrawn ? RunState.STOPPED : latest.state();
    }

    /** What it came to, in a sentence; before its end, what it is at. */
    public String verdict() {
        Verdict verdict = latest.verdict();
        if (verdict != null && experiment.concealed()) {
            return tr("It is over. Predict the optimum to see what it came to.");
        }
        return verdict == null
                ? latest.message()
                : verdict.sentence() + experiment.compared(this) + experiment.best(this);
    }

    /** Whether it holds a thread. */
    boolean active() {
        return started && !latest.state().over();
    }

    /** Whether it was told to stand still. */
    boolean paused() {
        return paused;
    }

    /** Whether it waits for a thread. */
    boolean waiting() {
        return !started && !withdrawn;
    }

    /** Takes the newest snapshot; false if there was none. */
    public boolean refresh() {
        Snapshot letter = run.take();
        if (letter == null) {
            return false;
        }
        latest = letter;
        return true;
    }

    void start() {
        started = true;
        run.start();
    }

    void step() {
        started = true;
        paused = true;
        run.stepEpisode();
    }

    void pause() {
        paused = true;
        run.pause();
    }

    void resume() {
        paused = false;
        run.resume();
    }

    void speed(double playsPerSecond) {
        run.speed(playsPerSecond);
    }

    /** The parameters that can be changed now; none once it is over. */
    public List<Steering.Lever> levers() {
        return latest.state().over() ? List.of() : run.levers();
    }

    /**
     * Changes one of them.
     *
     * @throws IllegalArgumentException with a sentence for a person if the value breaks its rules
     */
    public void steer(String path, double value) {
        run.steer(path, value);
    }

    void stepPlay() {
        started = true;
        paused = true;
        run.stepPlay();
    }

    void stepUpdate() {
        started = true;
        paused = true;
        run.stepUpdate();
    }

    void leave() {
        withdrawn |= !started;
        run.leave();
    }

    void stop() {
        withdrawn |= !started;
        run.stop();
    }
}
