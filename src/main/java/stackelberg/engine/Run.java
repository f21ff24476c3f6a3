package stackelberg.engine;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import stackelberg.game.BaseGame;
import stackelberg.scenario.Scenario;

/** A run: one scenario trained with one seed on a background thread of its own. */
public final class Run implements AutoCloseable {
    private final Scenario scenario;
    private final long seed;

    public Run(Scenario scenario, long seed, @Nullable Path folder) {
        this.scenario = scenario;
        this.seed = seed;
    }

    public Scenario scenario() {
        return scenario;
    }

    public long seed() {
        return seed;
    }

    public BaseGame game() {
        return scenario.game().assemble();
    }

    public void start() {}

    public void pause() {}

    public void resume() {}

    /** From a pause, or before the start: runs one outer episode, then pauses. */
    public void stepEpisode() {}

    /** Ends the run, its checkpoint kept. Returns at once. */
    public void stop() {}

    /** Plays a second; {@link Double#POSITIVE_INFINITY} for full speed. */
    public void speed(double playsPerSecond) {}

    /** The newest snapshot not yet taken; published at most 30 times a second. */
    public Mailbox<Snapshot> snapshots() {
        return new Mailbox<>();
    }

    /** The newest snapshot. */
    public Snapshot latest() {
        return new Snapshot(
                RunState.WAITING,
                "",
                seed,
                0,
                0,
                0,
                scenario.budget(),
                0,
                0,
                Double.NaN,
                Map.of(),
                null,
                new double[0][]);
    }

    /** Waits until the run is over. */
    public void await() throws InterruptedException {}

    /** Stops and waits at most a second for the thread. */
    @Override
    public void close() {}
}
