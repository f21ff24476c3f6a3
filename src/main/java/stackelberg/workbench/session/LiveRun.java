package stackelberg.workbench.session;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Run;
import stackelberg.engine.Snapshot;
import stackelberg.engine.Steering;
import stackelberg.scenario.Scenario;

/** As much of a {@link Run} as the window uses, so that a test can put a run of its own in. */
public interface LiveRun {
    /** Makes runs. */
    interface Maker {
        LiveRun make(Scenario scenario, long seed, @Nullable Path folder);
    }

    void start();

    void pause();

    void resume();

    void stepEpisode();

    void stop();

    /** Ends the run because the program ends. */
    void leave();

    /** Plays a second; infinite for full speed. */
    void speed(double playsPerSecond);

    /** The parameters that can be changed now. */
    List<Steering.Lever> levers();

    /**
     * Changes one of them.
     *
     * @throws IllegalArgumentException with a sentence for a person if the value breaks its rules
     */
    void steer(String path, double value);

    /** Goes on for one play, and pauses. */
    void stepPlay();

    /** Goes on to the end of the learner's iteration, and pauses. */
    void stepUpdate();

    /** The newest snapshot not yet taken; null if there is none. */
    @Nullable Snapshot take();

    /** The newest snapshot. */
    Snapshot latest();

    /** A run of the engine. */
    static LiveRun of(Scenario scenario, long seed, @Nullable Path folder) {
        return of(new Run(scenario, seed, folder));
    }

    /** The same of a run that is made already, such as one to look at. */
    static LiveRun of(Run run) {
        return new LiveRun() {
            @Override
            public void start() {
                run.start();
            }

            @Override
            public void pause() {
                run.pause();
            }

            @Override
            public void resume() {
                run.resume();
            }

            @Override
            public void stepEpisode() {
                run.stepEpisode();
            }

            @Override
            public void stop() {
                run.stop();
            }

            @Override
            public void leave() {
                run.leave();
            }

            @Override
            public void speed(double playsPerSecond) {
                run.speed(playsPerSecond);
            }

            @Override
            public List<Steering.Lever> levers() {
                return run.levers();
            }

            @Override
            public void steer(String path, double value) {
                run.steer(path, value);
            }

            @Override
            public void stepPlay() {
                run.stepPlay();
            }

            @Override
            public void stepUpdate() {
                run.stepUpdate();
            }

            @Override
            public @Nullable Snapshot take() {
                return run.snapshots().take();
            }

            @Override
            public Snapshot latest() {
                return run.latest();
            }
        };
    }
}
