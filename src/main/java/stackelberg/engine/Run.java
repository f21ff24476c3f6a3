package stackelberg.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.follower.Artefact;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Preparation;
import stackelberg.game.BaseGame;
import stackelberg.oracle.Answer;
import stackelberg.parameter.Fault;
import stackelberg.pomdp.Evaluation;
import stackelberg.pomdp.NotCertifiedException;
import stackelberg.scenario.Scenario;

/**
 * A run: one scenario trained with one seed on a background thread of its own. All methods may be
 * called from any thread and return at once, {@link #await} and {@link #close} excepted.
 */
public final class Run implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    /** Between two snapshots; it does not change what is computed. */
    private static final long SNAPSHOT_NANOS = 33_000_000L;

    private static final String SEEKING = "the exact answer is being sought";

    private static final String PREPARING = "training what the followers need";

    /** How often it is asked for while the exact answer is sought, to stop. */
    private static final long PATIENCE_MILLIS = 20;

    private volatile Scenario scenario;
    private final Steerings steerings = new Steerings();
    private final long seed;
    private final @Nullable Path folder;
    private final BaseGame game;
    private final RunControl control;
    private final Mailbox<Snapshot> mailbox = new Mailbox<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Milestones milestones = new Milestones();
    private final RunClock clock = new RunClock();
    private final RunRecorder recorder;
    private final Thread thread;

    private volatile Snapshot latest;
    private volatile @Nullable RunResult result;
    private volatile boolean left;
    private boolean started;

    /** Made on the run's own thread, once what its followers need was trained. */
    private @Nullable TrainingLoop loop;

    private @Nullable Path scenarioFile;
    private List<Artefact.Findings> findings = List.of();
    private double prepared;
    private @Nullable Verdict verdict;
    private Map<Chart, List<Curve>> curves = Map.of();
    private double[][] exploration = new double[0][];
    private double[][] greedy = new double[0][];
    private long lastSnapshot;

    /**
     * A new run; nothing starts yet.
     *
     * @param folder where the run is recorded; null to record nothing
     * @throws IllegalArgumentException if the scenario has faults
     */
    public Run(Scenario scenario, long seed, @Nullable Path folder) {
        this(scenario, seed, folder, RunRecorder.Beginning.AFRESH);
    }

    private Run(
            Scenario scenario, long seed, @Nullable Path folder, RunRecorder.Beginning beginning) {
        List<Fault> faults = scenario.faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(faults.get(0).toString());
        }
        this.scenario = scenario.settled();
        this.seed = seed;
        this.folder = folder;
        this.recorder = new RunRecorder(folder, beginning, clock, milestones);
        this.game = scenario.game().assemble();
        this.control = new RunControl(this::pauseChanged, this::tellOften, this::tellOften);
        this.latest = snapshot(RunState.WAITING, "");
        this.thread = new Thread(this::train, "run of " + scenario.title() + ", seed " + seed);
        thread.setDaemon(true);
    }

    /**
     * The run that a folder holds, to go on from its checkpoint.
     *
     * @param scenario as {@code scenario.json} in the folder states it
     */
    public static Run resume(Path folder, Scenario scenario, long seed) {
        return new Run(scenario, seed, folder, RunRecorder.Beginning.RESUMED);
    }

    /**
     * The run that a folder holds, to look at: it goes on from its checkpoint to its end, which for
     * a run that is over is at once, and writes nothing.
     *
     * @param scenario as {@code scenario.json} in the folder states it
     */
    public static Run look(Path folder, Scenario scenario, long seed) {
        return new Run(scenario, seed, folder, RunRecorder.Beginning.LOOKED_AT);
    }

    /**
     * What is trained for the followers beforehand is looked for, and kept, beside this file; told
     * before the start.
     */
    public Run beside(Path file) {
        scenarioFile = file;
        return this;
    }

    /** As it is now: settled, and with what was changed since. */
    public Scenario scenario() {
        return scenario;
    }

    public long seed() {
        return seed;
    }

    /** The game that is played, for the names of what it is made of. */
    public BaseGame game() {
        return game;
    }

    /** Begins on a background thread, unless it has begun already. */
    public synchronized void start() {
        if (!started) {
            started = true;
            thread.start();
        }
    }

    public void pause() {
        control.pause();
    }

    public void resume() {
        control.resume();
    }

    /** From a pause, or before the start: runs one outer episode, then pauses. */
    public void stepEpisode() {
        control.stepEpisode();
        start();
    }

    /** From a pause, or before the start: runs one play, then pauses. */
    public void stepPlay() {
        control.stepPlay();
        start();
    }

    /**
     * From a pause, or before the start: runs to the end of the learner's iteration, then pauses.
     */
    public void stepUpdate() {
        control.stepUpdate();
        start();
    }

    /** Ends the run; what its checkpoint holds can be resumed. */
    public synchronized void stop() {
        control.stop();
        if (!started) {
            started = true;
            publish(RunState.STOPPED, "");
            over.countDown();
        }
    }

    /** The same because the program ends: the run's library offers to go on with it. */
    public void leave() {
        left = true;
        stop();
    }

    /** Plays a second; {@link Double#POSITIVE_INFINITY} for full speed. */
    public void speed(double playsPerSecond) {
        control.speed(playsPerSecond);
    }

    /** The parameters that can be changed now. */
    public List<Steering.Lever> levers() {
        return Steering.levers(scenario);
    }

    /**
     * Changes a parameter from the end of the iteration under way on; the change is recorded, and
     * made again when the run is resumed.
     *
     * @param path as {@link #levers} names it
     * @throws IllegalArgumentException with a sentence for a person if the value breaks its rules
     */
    public void steer(String path, double value) {
        new Steering(0, 0, path, value).applied(scenario);
        steerings.wish(path, value);
    }

    /** The newest snapshot not yet taken; published at most 30 times a second. */
    public Mailbox<Snapshot> snapshots() {
        return mailbox;
    }

    /** The newest snapshot. */
    public Snapshot latest() {
        return latest;
    }

    /** What the run came to; empty until it has finished. */
    public Optional<RunResult> result() {
        return Optional.ofNullable(result);
    }

    /** Waits until the run is over. */
    public void await() throws InterruptedException {
        over.await();
    }

    /**
     * Waits until the run is over, but no longer than this.
     *
     * @return whether it is over
     */
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return over.await(time, unit);
    }

    /** Stops and waits at most a second for the thread. */
    @Override
    public void close() {
        stop();
        try {
            thread.join(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void train() {
        clock.start();
        try {
            recorder.open(scenario.withSeeds(Long.toString(seed)));
            TrainingLoop training = prepared();
            loop = training;
            restore(training);
            record("started", "seed " + seed + ", " + ProgramVersion.withJava());
            publish(RunState.RUNNING, training.stage());
            trainToTheEnd(loop());
            finish(loop());
        } catch (CancellationException e) {
            end(RunState.STOPPED, "");
        } catch (IOException e) {
            LOG.debug("run failed", e);
            end(RunState.FAILED, sentence(e));
        } catch (NotCertifiedException e) {
            end(RunState.FAILED, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            end(RunState.FAILED, "There is not enough memory for this scenario");
        } catch (RuntimeException | Error e) {
            LOG.error("a run failed unexpectedly", e);
            end(RunState.FAILED, "The run met an unexpected fault: " + e);
        } finally {
            recorder.close();
            // Its networks and plays: what is over stays in tables for long, and is only looked at.
            loop = null;
            over.countDown();
        }
    }

    private static String sentence(IOException e) {
        String message = e.getMessage();
        return message == null || message.isEmpty() ? e.toString() : message;
    }

    /** Trains to the end; parameters may be changed on the way, which makes another loop. */
    private void trainToTheEnd(TrainingLoop restored) throws IOException {
        TrainingLoop training = restored;
        if (training.iterations() == 0) {
            milestone(training.begin());
        }
        while (!training.done()) {
            training = steer(training);
            List<Measurement> measurements = training.iterate();
            milestone(Objects.requireNonNull(training.evaluation()));
            recorder.measured(training, measurements);
            if (recorder.checkpointDue()) {
                checkpoint();
            }
            if (System.nanoTime() - lastSnapshot > SNAPSHOT_NANOS) {
                gather();
                publish(RunState.RUNNING, training.stage());
            }
            control.update();
        }
    }

    /** Changes what is due to be changed. */
    private TrainingLoop steer(TrainingLoop training) throws IOException {
        if (!steerings.pending()) {
            return training;
        }
        TrainingLoop steered = training;
        Steering next = steerings.nextAgain(training.iterations());
        while (next != null) {
            steered = hold(next, steered);
            next = steerings.nextAgain(training.iterations());
        }
        next = steerings.nextWish(training.iterations(), training.transitions());
        while (next != null) {
            try {
                next.applied(scenario);
                record("steered", next.detail());
                steered = hold(next, steered);
            } catch (IllegalArgumentException e) {
                tell(String.valueOf(e.getMessage()));
            }
            next = steerings.nextWish(training.iterations(), training.transitions());
        }
        return steered;
    }

    private TrainingLoop hold(Steering steering, TrainingLoop training) throws IOException {
        scenario = steering.applied(scenario);
        TrainingLoop steered = training.steered(scenario, followers(), seed);
        loop = steered;
        steerings.hold(steering);
        return steered;
    }

    private void milestone(Evaluation evaluation) {
        milestones.add(evaluation.leaderReward(), loop().transitions(), clock.cpuSeconds());
    }

    private void finish(TrainingLoop training) throws IOException {
        if (training.evaluation() == null) {
            training.evaluate();
        }
        checkpoint();
        training.converge();
        gather();
        record("finished", "");
        clock.end();
        // What was learned is written before the exact answer is sought, which may take long.
        conclude(training, null);
        Optional<Answer> answer = soughtAnswer();
        if (answer.isPresent()) {
            conclude(training, answer.get());
        } else {
            publish(RunState.FINISHED, "");
        }
    }

    /**
     * Writes and publishes what the run came to.
     *
     * @param answer the exact answer; null while it is being sought
     */
    private void conclude(TrainingLoop training, @Nullable Answer answer) throws IOException {
        Evaluation evaluation = training.evaluation();
        verdict =
                evaluation == null || answer == null
                        ? null
                        : Verdict.of(scenario, game, evaluation, lastTraining(), answer);
        RunResult came =
                RunResult.of(
                        scenario,
                        snapshot(RunState.FINISHED, ""),
                        milestones,
                        training.punishmentMeasured(),
                        answer);
        result = came;
        recorder.result(came);
        publish(RunState.FINISHED, answer == null ? SEEKING : "");
    }

    /** The exact answer; empty if the run was stopped before it was found. */
    private Optional<Answer> soughtAnswer() {
        try (ExactAnswers.Wish wish = ExactAnswers.wish(scenario.game())) {
            CompletableFuture<Answer> coming = wish.comingOrNone();
            while (!control.stopped()) {
                try {
                    return Optional.of(coming.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
                } catch (TimeoutException e) {
                    continue;
                } catch (InterruptedException | ExecutionException e) {
                    break;
                }
            }
            return Optional.empty();
        }
    }

    private double lastTraining() {
        List<Curve> rewards = curves.getOrDefault(Chart.LEADER_REWARD, List.of());
        double[] values = rewards.isEmpty() ? new double[0] : rewards.get(0).values();
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    private void end(RunState state, String message) {
        String said = message;
        try {
            if (state == RunState.STOPPED) {
                if (loop != null && loop.settled()) {
                    checkpoint();
                }
                record("stopped", left ? RunRecord.LEFT : "");
            }
        } catch (IOException e) {
            said = sentence(e);
        }
        if (state == RunState.FAILED) {
            recordFailure(message);
        }
        gather();
        publish(state, said);
    }

    /** As far as that is possible: the disk may be what failed. */
    private void recordFailure(String message) {
        try {
            record("failed", message);
        } catch (IOException e) {
            LOG.debug("a failure could not be recorded", e);
        }
    }

    /** The training with followers that have whatever they need, as it begins. */
    private TrainingLoop prepared() throws IOException {
        return new TrainingLoop(scenario, followers(), game, seed, control);
    }

    /** The scenario's followers with whatever they need, trained if it is not there yet. */
    private List<FollowerModel> followers() throws IOException {
        List<FollowerModel> followers = scenario.followers();
        if (Preparation.needed(followers)) {
            publish(RunState.PREPARING, PREPARING);
            ArtefactShelf shelf =
                    new ArtefactShelf(folder, scenarioFile, this::tell, () -> preparing(prepared));
            followers = Preparation.ready(followers, game, shelf, this::preparing);
            findings = new ArrayList<>();
            for (int i = 0; i < game.followers(); i++) {
                findings.add(Preparation.findings(followers, i));
            }
        }
        return followers;
    }

    private void preparing(double share) {
        control.play();
        prepared = share;
        if (System.nanoTime() - lastSnapshot > SNAPSHOT_NANOS) {
            publish(RunState.PREPARING, PREPARING);
        }
    }

    private void tell(String what) {
        LOG.warn(what);
        try {
            record("refused", what);
        } catch (IOException e) {
            LOG.warn("that could not be recorded: {}", e.getMessage());
        }
    }

    private void restore(TrainingLoop training) throws IOException {
        RunRecorder.Changes changes = recorder.restore(training);
        for (Steering steering : changes.held()) {
            scenario = steering.applied(scenario);
        }
        if (!changes.held().isEmpty()) {
            loop = training.steered(scenario, followers(), seed);
        }
        steerings.restore(changes.held(), changes.recorded());
    }

    private void checkpoint() throws IOException {
        recorder.checkpoint(loop(), steerings.held(), control.pausedNanos());
    }

    private void record(String event, String detail) throws IOException {
        recorder.event(loop == null ? 0 : loop.transitionsUnderWay(), event, detail);
    }

    private void pauseChanged() {
        try {
            record(control.waiting() ? "paused" : "resumed", "");
        } catch (IOException e) {
            LOG.warn("a pause could not be recorded: {}", e.getMessage());
        }
        gather();
        RunState going = loop == null ? RunState.PREPARING : RunState.RUNNING;
        publish(
                control.waiting() ? RunState.PAUSED : going,
                loop == null ? PREPARING : loop.stage());
    }

    private void tellOften() {
        if (System.nanoTime() - lastSnapshot > SNAPSHOT_NANOS) {
            publish(RunState.RUNNING, loop().stage());
        }
    }

    /** Refreshes what snapshots show of completed iterations. */
    private void gather() {
        if (loop != null) {
            curves = loop.curves();
            exploration = loop.exploration();
            greedy = loop.greedy();
        }
    }

    private void publish(RunState state, String message) {
        lastSnapshot = System.nanoTime();
        Snapshot fresh = snapshot(state, message);
        latest = fresh;
        mailbox.put(fresh);
    }

    private TrainingLoop loop() {
        return Objects.requireNonNull(loop);
    }

    private Snapshot snapshot(RunState state, String message) {
        TrainingLoop training = loop;
        double share = training == null ? prepared : training.share();
        return new Snapshot(
                state,
                message,
                seed,
                training == null ? 0 : training.transitionsUnderWay(),
                training == null ? 0 : training.playsUnderWay(),
                training == null ? 0 : training.outerEpisodes(),
                scenario.budget(),
                state.over() ? 1 : share,
                clock.wallSeconds(control.pausedNanos()),
                clock.cpuSeconds(),
                control.episodeReward(),
                curves,
                training == null ? null : training.evaluation(),
                exploration,
                greedy,
                training == null ? List.of() : training.mechanisms().frames(),
                findings,
                steerings.held(),
                control.made(),
                verdict);
    }
}
