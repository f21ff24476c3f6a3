package stackelberg.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stackelberg.engine.Run;
import stackelberg.engine.RunResult;
import stackelberg.engine.RunState;
import stackelberg.engine.SavedRun;
import stackelberg.scenario.Scenario;

/** {@code train FILE}: trains the leader of a scenario, one run a seed. */
@Command(
        name = "train",
        description = "Trains the leader of a scenario, one run for each seed.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The scenario file (JSON); not with --resume.")
    private @Nullable Path file;

    @Option(
            names = "--seed",
            paramLabel = "SEEDS",
            description = "A seed, a range 1-10 or a list 1-3,7; the scenario's own if not given.")
    private @Nullable String seeds;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Leader transitions of each run; the scenario's budget if not given.")
    private @Nullable Long steps;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Record each run in a folder DIR/seed-N.")
    private @Nullable Path out;

    @Option(
            names = "--resume",
            paramLabel = "DIR",
            description = "Go on with the run in DIR, or with every run in a folder of runs.")
    private @Nullable Path resume;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Runs side by side, ${DEFAULT-VALUE} by default. Processor times then count the"
                            + " work of all.")
    private int jobs = 1;

    @Option(
            names = "--automatic",
            description =
                    "Leave every setting of followers' learning, episode, leader and budget to the"
                            + " program, whatever the file states.")
    private boolean automatic;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object a seed: scenario, seed, steps, plays, leaderReward,"
                        + " optimum, gap, bcceGap, wallSeconds, cpuSeconds, stepsToOptimum,"
                        + " secondsToOptimum (processor time), verdict, remedy. Unknown values are"
                        + " null.")
    private boolean json;

    /** 0 if all runs finished, 2 if one failed or a file or an argument is at fault. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        NumberArgument.checkJobs(jobs, spec);
        Optional<List<Run>> runs = resume == null ? newRuns() : Optional.of(savedRuns(resume));
        if (runs.isEmpty()) {
            return ExitCode.FAULT;
        }
        PrintWriter lines = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        List<RunResult> results = new ArrayList<>();
        boolean failed = false;
        try (RunQueue queue = new RunQueue(runs.get(), jobs, !json && System.console() != null)) {
            for (Run run = queue.next(); run != null; run = queue.next()) {
                Optional<RunResult> result = run.result();
                if (result.isPresent()) {
                    results.add(result.get());
                    lines.println(json ? result.get().json() : words(result.get()));
                    lines.flush();
                } else {
                    failed |= run.latest().state() == RunState.FAILED;
                    errors.println(
                            "seed "
                                    + run.seed()
                                    + " "
                                    + run.latest().state().word()
                                    + ": "
                                    + run.latest().message()
                                    + ".");
                }
            }
        }
        if (!json && results.size() > 1) {
            best(results).ifPresent(lines::println);
            lines.flush();
        }
        return failed ? ExitCode.FAULT : ExitCode.WELL;
    }

    /** Which seed came to most, where there is nothing exact to compare with. */
    private static Optional<String> best(List<RunResult> results) {
        return results.stream()
                .filter(result -> result.optimum() == null && result.leaderReward() != null)
                .max(Comparator.comparing(RunResult::leaderReward))
                .map(
                        result ->
                                String.format(
                                        Locale.ROOT,
                                        "Best of %d seeds: %.4g (seed %d).",
                                        results.size(),
                                        result.leaderReward(),
                                        result.seed()));
    }

    private Optional<List<Run>> newRuns() {
        if (file == null) {
            throw new ParameterException(
                    spec.commandLine(), "Say which scenario file to train, or use --resume DIR.");
        }
        Optional<Scenario> read = ScenarioReader.read(file, spec.commandLine().getErr());
        if (read.isEmpty()) {
            return Optional.empty();
        }
        Scenario stated = automatic ? read.get().automatic() : read.get();
        Scenario scenario = steps == null ? stated : withBudget(stated, steps);
        List<Run> runs = new ArrayList<>();
        for (long seed : chosenSeeds(scenario)) {
            runs.add(
                    new Run(scenario, seed, out == null ? null : out.resolve("seed-" + seed))
                            .beside(file));
        }
        return Optional.of(runs);
    }

    private Scenario withBudget(Scenario stated, long given) {
        NumberArgument.check("--steps", given, 1, Scenario.MOST_BUDGET, spec);
        return stated.withBudget(given);
    }

    private List<Long> chosenSeeds(Scenario scenario) {
        return SeedsArgument.parse(seeds == null ? scenario.seeds() : seeds, spec);
    }

    private List<Run> savedRuns(Path folder) throws IOException {
        if (file != null || seeds != null || steps != null || out != null || automatic) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--resume goes on with what its folder states. Leave out FILE, --seed, --steps,"
                            + " --automatic and --out.");
        }
        List<Run> runs = new ArrayList<>();
        for (Path one : SavedRun.folders(folder)) {
            runs.add(SavedRun.resume(one));
        }
        return runs;
    }

    private static String words(RunResult result) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "seed %d: leader reward %.4f",
                        result.seed(),
                        result.leaderReward()));
        if (result.optimum() != null) {
            text.append(
                    String.format(
                            Locale.ROOT, " of %.4f (gap %.4f)", result.optimum(), result.gap()));
        }
        if (result.bcceGap() != null) {
            text.append(String.format(Locale.ROOT, ", BCCE gap %.4f", result.bcceGap()));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        ", %,d transitions in %.1f s",
                        result.steps(),
                        result.wallSeconds()));
        if (result.stepsToOptimum() != null) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "; within 1 %% of the optimum after %,d, %.2f s of processor time",
                            result.stepsToOptimum(),
                            result.secondsToOptimum()));
        }
        if (result.verdict() != null) {
            text.append(System.lineSeparator()).append("  ").append(result.verdict());
            if (result.remedy() != null) {
                text.append(" Try ").append(result.remedy()).append('.');
            }
        }
        return text.toString();
    }
}
