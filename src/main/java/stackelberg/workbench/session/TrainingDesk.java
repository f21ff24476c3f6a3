package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Run;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.Seeds;

/** Where experiments are begun: every seed of a scenario becomes a run with a folder of its own. */
public final class TrainingDesk {
    private final RunQueue queue;
    private final PendingAnswers answers;
    private final UserFolders folders;
    private final LiveRun.Maker maker;
    private final Supplier<LocalDateTime> clock;
    private @Nullable Experiment newest;
    private String trouble = "";
    private boolean worksheet;

    public TrainingDesk(
            RunQueue queue,
            PendingAnswers answers,
            UserFolders folders,
            LiveRun.Maker maker,
            Supplier<LocalDateTime> clock) {
        this.queue = queue;
        this.answers = answers;
        this.folders = folders;
        this.maker = maker;
        this.clock = clock;
    }

    public RunQueue queue() {
        return queue;
    }

    /** All runs, oldest first. */
    public List<WatchedRun> runs() {
        return queue.runs();
    }

    /** The newest experiment; null before the first. */
    public @Nullable Experiment newest() {
        return newest;
    }

    private Experiment next(Scenario scenario) {
        Experiment experiment =
                new Experiment(
                        newest == null ? 1 : newest.number() + 1,
                        scenario,
                        answers.solve(scenario.game()),
                        answers.compare(scenario));
        if (worksheet) {
            experiment.conceal();
        }
        return experiment;
    }

    /** Why the runs of the newest experiment are not recorded on disk; empty if they are. */
    public String trouble() {
        return trouble;
    }

    /**
     * Makes an experiment whose runs wait for threads, and takes the earlier ones off the charts.
     *
     * @param scenario without faults
     */
    public Experiment begin(Scenario scenario) {
        Experiment experiment = next(scenario);
        clear();
        trouble = "";
        for (long seed : Seeds.parse(scenario.seeds())) {
            experiment.add(seed, maker.make(scenario, seed, folder(scenario, seed)));
        }
        newest = experiment;
        queue.add(experiment);
        return experiment;
    }

    /** Whether what is begun or reopened from now on asks for a prediction of its optimum. */
    public void worksheet(boolean on) {
        worksheet = on;
    }

    public boolean worksheet() {
        return worksheet;
    }

    /** Takes all runs off the charts. */
    public void clear() {
        queue.runs().forEach(run -> run.show(false));
    }

    /**
     * Brings runs back that are on disk, to be looked at or to go on, and shows them beside what is
     * on the charts.
     *
     * @param scenario theirs, without faults
     * @param saved of a seed each
     */
    public Experiment bring(Scenario scenario, List<Run> saved) {
        Experiment experiment = next(scenario);
        saved.forEach(run -> experiment.add(run.seed(), LiveRun.of(run)));
        newest = experiment;
        queue.add(experiment);
        return experiment;
    }

    private @Nullable Path folder(Scenario scenario, long seed) {
        if (!trouble.isEmpty()) {
            return null;
        }
        try {
            return folders.newRunFolder(scenario.title(), seed, clock.get());
        } catch (IOException | RuntimeException e) {
            trouble = tr("not recorded on disk: {0} cannot be written", folders.data());
            return null;
        }
    }
}
