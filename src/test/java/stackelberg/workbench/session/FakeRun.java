package stackelberg.workbench.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Chart;
import stackelberg.engine.Curve;
import stackelberg.engine.RunState;
import stackelberg.engine.Snapshot;
import stackelberg.engine.Steering;
import stackelberg.scenario.Scenario;

/** A run that does nothing but note its commands. */
public final class FakeRun implements LiveRun {
    private final long seed;
    private final long budget;
    private RunState state = RunState.WAITING;
    private Map<Chart, List<Curve>> curves = Map.of();
    private @Nullable Snapshot letter;
    private double speed = Double.NaN;

    public FakeRun(Scenario scenario, long seed) {
        this.seed = seed;
        this.budget = scenario.budget();
    }

    /** Publishes a new state. */
    public void become(RunState now) {
        state = now;
        letter = latest();
    }

    /** Publishes a curve. */
    public void draw(Chart chart, Curve curve) {
        curves = Map.of(chart, List.of(curve));
        letter = latest();
    }

    RunState state() {
        return state;
    }

    double speed() {
        return speed;
    }

    @Override
    public void start() {
        become(RunState.RUNNING);
    }

    @Override
    public void pause() {
        become(RunState.PAUSED);
    }

    @Override
    public void resume() {
        become(RunState.RUNNING);
    }

    @Override
    public void stepEpisode() {
        become(RunState.PAUSED);
    }

    @Override
    public void stop() {
        become(RunState.STOPPED);
    }

    @Override
    public void stepPlay() {
        become(RunState.PAUSED);
    }

    @Override
    public void stepUpdate() {
        become(RunState.PAUSED);
    }

    @Override
    public List<Steering.Lever> levers() {
        return List.of();
    }

    @Override
    public void steer(String path, double value) {}

    @Override
    public void leave() {
        stop();
    }

    @Override
    public void speed(double playsPerSecond) {
        speed = playsPerSecond;
    }

    @Override
    public @Nullable Snapshot take() {
        Snapshot taken = letter;
        letter = null;
        return taken;
    }

    @Override
    public Snapshot latest() {
        return new Snapshot(
                state,
                "",
                seed,
                0,
                0,
                0,
                budget,
                0,
                0,
                0,
                Double.NaN,
                curves,
                null,
                new double[0][],
                new double[0][],
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }
}
