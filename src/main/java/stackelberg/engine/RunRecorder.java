package stackelberg.engine;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.scenario.Scenario;

/**
 * What a run keeps in its folder, and finds there when it is resumed: its events, its measurements,
 * its checkpoint and its result. A run that has no folder, or is only looked at, writes nothing.
 */
final class RunRecorder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

    /** Between two checkpoints; it does not change what is computed. */
    private static final long CHECKPOINT_NANOS = 1_000_000_000L;

    /** What a run begins with, and whether it is recorded. */
    enum Beginning {
        AFRESH,
        RESUMED,
        LOOKED_AT
    }

    /**
     * What changes of parameters a folder tells of.
     *
     * @param held those that held at the checkpoint, in order
     * @param recorded all, in order
     */
    record Changes(List<Steering> held, List<Steering> recorded) {
        private static final Changes NONE = new Changes(List.of(), List.of());
    }

    private final @Nullable Path folder;
    private final Beginning beginning;
    private final RunClock clock;
    private final Milestones milestones;
    private @Nullable RunFolder files;
    private long lastCheckpoint = System.nanoTime();

    /**
     * Nothing is read or written yet.
     *
     * @param folder where the run is recorded; null to record nothing
     * @param clock kept with every checkpoint, as the next
     */
    RunRecorder(@Nullable Path folder, Beginning beginning, RunClock clock, Milestones milestones) {
        this.folder = folder;
        this.beginning = beginning;
        this.clock = clock;
        this.milestones = milestones;
    }

    /**
     * Begins the folder, or opens it again.
     *
     * @param scenario with its one seed
     * @throws IOException with a message for a person if it cannot be written
     */
    void open(Scenario scenario) throws IOException {
        lastCheckpoint = System.nanoTime();
        if (folder != null && beginning != Beginning.LOOKED_AT) {
            files =
                    beginning == Beginning.RESUMED
                            ? RunFolder.reopen(folder)
                            : RunFolder.create(folder, scenario);
        }
    }

    /**
     * Brings everything to where the checkpoint left it, if there is one.
     *
     * @param training which has just begun
     * @return the changes of parameters, which are not made yet
     * @throws IOException with a message for a person if the folder is damaged
     */
    Changes restore(TrainingLoop training) throws IOException {
        if (folder == null) {
            return Changes.NONE;
        }
        long metricsLength = 0;
        List<Steering> held = List.of();
        Optional<DataInputStream> checkpoint = RunFolder.readCheckpoint(folder);
        if (checkpoint.isPresent()) {
            DataInputStream in = checkpoint.get();
            metricsLength = in.readLong();
            clock.goOn(in.readDouble(), in.readDouble());
            milestones.restore(in);
            training.restore(in);
            // Earlier versions wrote nothing of what follows, or not all of it.
            if (in.available() > 0) {
                held = Steering.restore(in);
            }
            if (in.available() > 0) {
                training.mechanisms().restore(in);
            }
            if (in.available() > 0) {
                RunFolder.verify(folder, metricsLength, in);
            }
        }
        if (files != null) {
            files.goOn(metricsLength);
        }
        return new Changes(held, RunFolder.steerings(folder));
    }

    /** Whether it is time for another checkpoint. */
    boolean checkpointDue() {
        return System.nanoTime() - lastCheckpoint > CHECKPOINT_NANOS;
    }

    /**
     * Writes a checkpoint.
     *
     * @param held the changes of parameters that hold
     * @param pausedNanos for how long the run was paused
     */
    void checkpoint(TrainingLoop training, List<Steering> held, long pausedNanos)
            throws IOException {
        RunFolder writing = files;
        if (writing != null) {
            writing.writeCheckpoint(
                    out -> {
                        out.writeLong(writing.metricsLength());
                        out.writeDouble(clock.wallSeconds(pausedNanos));
                        out.writeDouble(clock.cpuSeconds());
                        milestones.save(out);
                        training.save(out);
                        Steering.save(held, out);
                        training.mechanisms().save(out);
                        writing.writeSums(out);
                    });
        }
        lastCheckpoint = System.nanoTime();
    }

    /** Keeps what an iteration measured. */
    void measured(TrainingLoop training, List<Measurement> measurements) throws IOException {
        if (files != null) {
            files.appendMetrics(
                    training.iterations(), training.transitions(), training.plays(), measurements);
        }
    }

    /** Keeps what happened and at which transition. */
    void event(long transitions, String event, String detail) throws IOException {
        if (files != null) {
            files.appendEvent(transitions, event, detail);
        }
    }

    /** Keeps what the run came to. */
    void result(RunResult result) throws IOException {
        if (files != null) {
            files.writeResult(result.json() + "\n");
        }
    }

    /** Lets the folder go; what is in it is there already. */
    @Override
    public void close() {
        try {
            if (files != null) {
                files.close();
            }
        } catch (IOException e) {
            LOG.warn("the run folder {} could not be closed: {}", folder, e.getMessage());
        }
    }
}
