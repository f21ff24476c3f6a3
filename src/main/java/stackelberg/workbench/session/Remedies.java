package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import java.util.function.Consumer;
import stackelberg.engine.Verdict;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.Seeds;

/** What a verdict proposes, done at once: another experiment with the scenario of a run. */
public final class Remedies {
    private static final int MORE = 5;

    private final Consumer<Scenario> train;

    /**
     * @param train puts a scenario into the form and trains it
     */
    public Remedies(Consumer<Scenario> train) {
        this.train = train;
    }

    /** What a button says that does it; empty if the run needs no help. */
    public static String words(WatchedRun run) {
        return switch (remedy(run)) {
            case NONE -> "";
            case AUTOMATIC -> tr("Train with automatic settings");
            case MORE_SEEDS -> tr("Train five more seeds");
        };
    }

    private static Verdict.Remedy remedy(WatchedRun run) {
        Verdict verdict = run.latest().verdict();
        return verdict == null || run.experiment().concealed()
                ? Verdict.Remedy.NONE
                : verdict.remedy();
    }

    /** Does what the verdict on a run proposes; nothing if there is nothing. */
    public void apply(WatchedRun run) {
        Scenario scenario = run.experiment().scenario();
        switch (remedy(run)) {
            case NONE -> {}
            case AUTOMATIC -> train.accept(scenario.automatic());
            case MORE_SEEDS -> train.accept(scenario.withSeeds(others(scenario)));
        }
    }

    private static String others(Scenario scenario) {
        List<Long> used = Seeds.parse(scenario.seeds());
        long first = used.stream().mapToLong(seed -> seed).max().orElse(0) + 1;
        return first + "-" + (first + MORE - 1);
    }
}
