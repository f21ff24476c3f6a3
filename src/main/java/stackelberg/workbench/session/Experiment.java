package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Landmark;
import stackelberg.engine.Verdict;
import stackelberg.game.BaseGame;
import stackelberg.oracle.Answer;
import stackelberg.pomdp.Evaluation;
import stackelberg.scenario.Scenario;

/** One scenario as it stood when its training began, a run for each of its seeds. */
public final class Experiment {
    private final int number;
    private final Scenario scenario;
    private final BaseGame game;
    private final CompletableFuture<Answer> solution;
    private final CompletableFuture<List<Landmark>> landmarks;
    private final List<WatchedRun> runs = new ArrayList<>();
    private boolean concealed;

    /** What the person predicted; NaN for nothing. */
    private double prediction = Double.NaN;

    /**
     * @param number counts the experiments of this window from 1
     * @param solution the exact answer, perhaps still being computed
     * @param landmarks what its mechanism is compared with, perhaps still being computed
     */
    public Experiment(
            int number,
            Scenario scenario,
            CompletableFuture<Answer> solution,
            CompletableFuture<List<Landmark>> landmarks) {
        this.number = number;
        this.scenario = scenario;
        this.game = scenario.game().assemble();
        this.solution = solution;
        this.landmarks = landmarks;
    }

    /** Keeps optimum, comparisons and verdicts to itself until the optimum was predicted. */
    void conceal() {
        concealed = true;
    }

    /** Whether optimum, comparisons and verdicts are still to be predicted. */
    public boolean concealed() {
        return concealed;
    }

    /** Takes a prediction of the optimum, and shows everything. */
    public void predict(double optimum) {
        prediction = optimum;
        concealed = false;
    }

    /** What the person predicted; NaN for nothing. */
    public double prediction() {
        return prediction;
    }

    WatchedRun add(long seed, LiveRun run) {
        WatchedRun watched = new WatchedRun(this, seed, run);
        runs.add(watched);
        return watched;
    }

    void remove(WatchedRun run) {
        runs.remove(run);
    }

    /** What tables and legends call it. */
    public String name() {
        return "#" + number + " " + tr(scenario.title());
    }

    public int number() {
        return number;
    }

    public Scenario scenario() {
        return scenario;
    }

    public BaseGame game() {
        return game;
    }

    public List<WatchedRun> runs() {
        return List.copyOf(runs);
    }

    /**
     * Which run came to most, where there is nothing exact to compare with; empty if there is, or
     * while others are still under way.
     */
    String best(WatchedRun run) {
        Verdict verdict = run.latest().verdict();
        if (verdict == null
                || verdict.kind() != Verdict.Kind.UNKNOWN
                || runs.size() < 2
                || runs.stream().anyMatch(r -> r.latest().verdict() == null)) {
            return "";
        }
        WatchedRun best =
                runs.stream().max(Comparator.comparingDouble(Experiment::reward)).orElseThrow();
        return String.format(
                Locale.ROOT,
                tr(" Best of %d seeds: %s (seed %d)."),
                runs.size(),
                Numbers.shown(reward(best)),
                best.seed());
    }

    /** How what a run came to compares; empty before its end, or as long as nothing is known. */
    String compared(WatchedRun run) {
        Evaluation evaluation = run.latest().evaluation();
        return run.latest().verdict() == null || evaluation == null
                ? ""
                : Landmark.compared(
                        evaluation.leaderReward(),
                        landmarks(),
                        scenario.game().tolerance(evaluation.leaderReward()));
    }

    /** What its mechanism is compared with, as far as that is known. */
    public List<Landmark> landmarks() {
        return !concealed && landmarks.isDone() && !landmarks.isCompletedExceptionally()
                ? landmarks.getNow(List.of())
                : List.of();
    }

    private static double reward(WatchedRun run) {
        Evaluation evaluation = run.latest().evaluation();
        return evaluation == null ? Double.NEGATIVE_INFINITY : evaluation.leaderReward();
    }

    /** The exact answer; null while it is being computed or if that failed. */
    public @Nullable Answer answer() {
        return !concealed && solution.isDone() && !solution.isCompletedExceptionally()
                ? solution.getNow(null)
                : null;
    }

    /** The exact optimum; NaN as long as or as far as it is not known. */
    public double optimum() {
        Answer answer = answer();
        return answer == null ? Double.NaN : answer.optimum();
    }

    /** Whether the exact answer is still being computed. */
    public boolean solving() {
        return !solution.isDone();
    }

    /** Why there is no exact answer; empty if there is one or it is still being computed. */
    public String solutionFailure() {
        if (!solution.isCompletedExceptionally()) {
            return "";
        }
        try {
            solution.join();
            return "";
        } catch (RuntimeException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return cause.getMessage() == null ? cause.toString() : cause.getMessage();
        }
    }
}
