package stackelberg.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.ResponseAlgorithm;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.leader.Training;
import stackelberg.pomdp.Convergence;
import stackelberg.pomdp.Evaluation;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.scenario.Scenario;

/**
 * The work of a run, one iteration after the other, and its state to and from a checkpoint. Knows
 * nothing of threads, clocks or files.
 */
final class TrainingLoop {
    /** Followers that have settled after fewer have not been on the way. */
    private static final int FEWEST_POINTS = 5;

    /** Beyond so many observations nobody looks at what the leader does at each. */
    private static final int MOST_GREEDY = 1000;

    private final Scenario scenario;
    private final BaseGame game;
    private final RandomStreams streams;
    private final StackelbergPomdp pomdp;
    private final Evaluator evaluator;
    private final Training training;
    private final RunControl control;
    private final History history = new History();
    private MechanismHistory mechanisms = new MechanismHistory();

    private long iterations;
    private long transitions;
    private long plays;

    /** What followers that are carried over knew after the last completed iteration. */
    private byte[] followers = new byte[0];

    private @Nullable Evaluation evaluation;
    private Punishment punishment = Punishment.NONE;
    private List<Curve> convergence = List.of();
    private boolean settled = true;

    /**
     * @param models the scenario's, with whatever was trained for them
     */
    TrainingLoop(
            Scenario scenario,
            List<FollowerModel> models,
            BaseGame game,
            long seed,
            RunControl control) {
        this.scenario = scenario;
        this.game = game;
        this.control = control;
        this.streams = new RandomStreams(seed);
        this.pomdp = StackelbergPomdp.of(game, models, scenario.episode());
        this.evaluator = new Evaluator(game, models, scenario.episode());
        this.training = scenario.leader().begin(pomdp, streams, scenario.budget());
    }

    /**
     * The same training at the same point with some of its parameters changed.
     *
     * @param changed differs in {@link stackelberg.parameter.Parameter#live} parameters only
     * @param models its followers, with whatever was trained for them
     */
    TrainingLoop steered(Scenario changed, List<FollowerModel> models, long seed) {
        TrainingLoop fresh = new TrainingLoop(changed, models, game, seed, control);
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        try {
            save(new DataOutputStream(state));
            fresh.restore(new DataInputStream(new ByteArrayInputStream(state.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
        fresh.mechanisms = mechanisms;
        fresh.evaluation = evaluation;
        fresh.punishment = punishment;
        fresh.convergence = convergence;
        return fresh;
    }

    /** Whether the budget is used up, or the learner has ended by itself. */
    boolean done() {
        return transitions >= scenario.budget() || training.closed();
    }

    /** How far the run has come, from 0 to 1, if it takes as long as it may. */
    double share() {
        double spent = (double) pomdp.transitions() / scenario.budget();
        return Math.min(1, Math.max(spent, training.share()));
    }

    /** What the learner is at, in words. */
    String stage() {
        return training.stage();
    }

    /** Values the policy as it is now. */
    Evaluation evaluate() {
        LeaderPolicy greedy = training.greedy();
        Evaluation fresh =
                evaluator.evaluate(greedy, streams, iterations, control.withoutEpisodes());
        evaluation = fresh;
        punishment = Punishment.of(game, evaluator, greedy);
        return fresh;
    }

    /** Sees how the followers come to an equilibrium under the policy as it is now. */
    void converge() {
        convergence =
                evaluator
                        .convergence(training.greedy(), streams, control.withoutEpisodes())
                        .filter(course -> course.plays().length >= FEWEST_POINTS)
                        .map(TrainingLoop::curves)
                        .orElse(List.of());
    }

    private static List<Curve> curves(Convergence course) {
        double[] plays = course.plays();
        double[] root = new double[plays.length];
        for (int k = 0; k < root.length; k++) {
            root[k] = course.average()[0] * Math.sqrt(plays[0] / plays[k]);
        }
        return List.of(
                new Curve("BCCE gap of the average", plays, course.average()),
                new Curve("BCCE gap of the last strategies", plays, course.last()),
                new Curve("1/√plays", plays, root));
    }

    /** Values the policy before the first iteration: where the curves begin. */
    Evaluation begin() {
        Evaluation first = evaluate();
        history.add(0, Measurement.all(game, Map.of(), first));
        mechanisms.add(0, first.mechanism());
        return first;
    }

    /** One iteration of training and an evaluation of what came of it. */
    List<Measurement> iterate() {
        Map<String, Double> diagnostics = training.iterate(control);
        settled = false;
        iterations++;
        transitions = pomdp.transitions();
        plays = pomdp.plays();
        if (scenario.episode().followersCarriedOver()) {
            followers = bytes(pomdp.followers());
        }
        List<Measurement> measurements = Measurement.all(game, diagnostics, evaluate());
        history.add(transitions, measurements);
        mechanisms.add(transitions, Objects.requireNonNull(evaluation).mechanism());
        settled = true;
        return measurements;
    }

    private static byte[] bytes(ResponseAlgorithm followers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            followers.save(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Whether {@link #save} can be called: not if an evaluation was cancelled whose training had
     * been completed.
     */
    boolean settled() {
        return settled;
    }

    /** Completed iterations. */
    long iterations() {
        return iterations;
    }

    /** The leader's transitions in completed iterations. */
    long transitions() {
        return transitions;
    }

    /** Plays in completed iterations. */
    long plays() {
        return plays;
    }

    /** The leader's transitions, those of the iteration under way included. */
    long transitionsUnderWay() {
        return pomdp.transitions();
    }

    /** Plays, those of the iteration under way included. */
    long playsUnderWay() {
        return pomdp.plays();
    }

    /** Outer episodes in completed iterations. */
    long outerEpisodes() {
        return training.outerEpisodes();
    }

    /** The newest evaluation; null before the first. */
    @Nullable Evaluation evaluation() {
        return evaluation;
    }

    /** What follows a forced price cut under the policy as it is, in numbers; see there. */
    Map<String, Double> punishmentMeasured() {
        return punishment.measured();
    }

    /** What there is to chart: the history of the run, and a forced price cut as things are. */
    Map<Chart, List<Curve>> curves() {
        Map<Chart, List<Curve>> curves = history.curves();
        if (!punishment.curves().isEmpty()) {
            curves.put(Chart.PUNISHMENT, punishment.curves());
        }
        if (!convergence.isEmpty()) {
            curves.put(Chart.CONVERGENCE, convergence);
        }
        return curves;
    }

    /**
     * How the leader explores, {@code [leader observation][meaning]}, by what it sees: more than
     * the game's own observations if it sees the time.
     */
    double[][] exploration() {
        double[][] exploration = new double[pomdp.game().leaderObservations()][];
        for (int observation = 0; observation < exploration.length; observation++) {
            exploration[observation] = training.exploration(observation);
        }
        return exploration;
    }

    /** What the leader would do now, {@code [leader observation]}; empty if they are too many. */
    double[][] greedy() {
        int observations = game.leaderObservations();
        if (observations > MOST_GREEDY) {
            return new double[0][];
        }
        LeaderPolicy policy = training.greedy();
        // Of a leader that sees the time it is what it does at the last.
        int last = pomdp.game().leaderObservations() - observations;
        double[][] actions = new double[observations][];
        for (int observation = 0; observation < observations; observation++) {
            actions[observation] = policy.act(last + observation).clone();
        }
        return actions;
    }

    /** How the learned mechanism came about. */
    MechanismHistory mechanisms() {
        return mechanisms;
    }

    /** Writes the state at the end of the last completed iteration, but for the mechanisms. */
    void save(DataOutput out) throws IOException {
        out.writeLong(iterations);
        out.writeLong(transitions);
        out.writeLong(plays);
        training.save(out);
        history.save(out);
        out.writeInt(followers.length);
        out.write(followers);
    }

    /** Replaces all state by what {@link #save} wrote. */
    void restore(DataInput in) throws IOException {
        iterations = in.readLong();
        transitions = in.readLong();
        plays = in.readLong();
        pomdp.resumeAt(plays, transitions);
        training.restore(in);
        history.restore(in);
        followers = new byte[in.readInt()];
        in.readFully(followers);
        if (followers.length > 0) {
            pomdp.followers().restore(new DataInputStream(new ByteArrayInputStream(followers)));
            pomdp.acquaint();
        }
    }
}
