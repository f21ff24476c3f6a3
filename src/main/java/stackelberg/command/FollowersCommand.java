package stackelberg.command;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stackelberg.engine.Run;
import stackelberg.engine.RunState;
import stackelberg.engine.Snapshot;
import stackelberg.follower.FollowerModel;
import stackelberg.parameter.Family;
import stackelberg.parameter.Fault;
import stackelberg.pomdp.Evaluation;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.Seeds;

/** {@code followers FILE...}: every follower model in every game. */
@Command(
        name = "followers",
        description = {
            "Trains every scenario with every follower model, all settings automatic, and prints",
            "what the leader earns from each; or, in one line, why a model cannot play a game."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Version.class)
final class FollowersCommand implements Callable<Integer> {
    private static final double MOST_SECONDS = 1_000_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Scenario files.")
    private List<Path> files = List.of();

    @Option(
            names = "--model",
            paramLabel = "TYPE",
            description = "Only these models, with commas; all if not given.")
    private List<String> named = List.of();

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "The seed of every run, ${DEFAULT-VALUE} by default.")
    private long seed = 1;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description =
                    "The longest that a run may take, ${DEFAULT-VALUE} by default; it is then"
                            + " stopped and what it has learned is printed, marked with an"
                            + " asterisk.")
    private double seconds = 60;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object a line: scenario, followers, leaderReward, bcceGap,"
                            + " plays, seconds, stopped; or scenario, followers, obstacle.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        NumberArgument.check("--seed", seed, 0, Seeds.LARGEST, spec);
        NumberArgument.checkPositive("--seconds", seconds, MOST_SECONDS, spec);
        PrintWriter out = spec.commandLine().getOut();
        List<String> types =
                named.stream().flatMap(list -> Stream.of(list.split(",", -1))).toList();
        List<FollowerModel> models =
                Family.of(FollowerModel.class).registered().stream()
                        .map(FollowerModel.class::cast)
                        .filter(m -> types.isEmpty() || types.contains(type(m)))
                        .toList();
        for (String type : types) {
            if (Family.of(FollowerModel.class).member(type).isEmpty()) {
                throw unknown(type);
            }
        }
        boolean well = true;
        for (Path file : files) {
            Optional<Scenario> read = ScenarioReader.read(file, spec.commandLine().getErr());
            if (read.isEmpty()) {
                well = false;
                continue;
            }
            if (!json) {
                out.printf("%n%s%n%s%n", read.get().title(), HEADING);
            }
            for (FollowerModel model : models) {
                out.println(cell(read.get().withFollowers(List.of(model)), type(model)));
                out.flush();
            }
        }
        return well ? ExitCode.WELL : ExitCode.FAULT;
    }

    private static final String HEADING =
            String.format(
                    Locale.ROOT,
                    "  %-32s %12s %12s %14s %9s",
                    "followers",
                    "reward",
                    "BCCE gap",
                    "plays",
                    "seconds");

    private ParameterException unknown(String named) {
        return new ParameterException(
                spec.commandLine(),
                "There is no follower model \""
                        + named
                        + "\". Choose among "
                        + String.join(", ", known())
                        + ".");
    }

    private static List<String> known() {
        return Family.of(FollowerModel.class).registered().stream()
                .map(m -> Family.about(m).type())
                .toList();
    }

    private static String type(FollowerModel model) {
        return Family.about(model).type();
    }

    private String cell(Scenario scenario, String type) throws InterruptedException {
        List<Fault> faults = scenario.faults();
        if (!faults.isEmpty()) {
            return obstacle(scenario, type, faults.get(0).problem());
        }
        try (Run run = new Run(scenario, seed, null)) {
            run.start();
            boolean over = run.await((long) (1000 * seconds), TimeUnit.MILLISECONDS);
            if (!over) {
                run.stop();
                run.await();
            }
            Snapshot last = run.latest();
            Evaluation evaluation = last.evaluation();
            return evaluation == null || last.state() == RunState.FAILED
                    ? obstacle(scenario, type, last.message())
                    : result(scenario, type, last, evaluation, !over);
        }
    }

    private String obstacle(Scenario scenario, String type, String why) {
        if (!json) {
            return String.format(Locale.ROOT, "  %-32s %s", type, why);
        }
        ObjectNode cell = JsonNodeFactory.instance.objectNode();
        return cell.put("scenario", scenario.title())
                .put("followers", type)
                .put("obstacle", why)
                .toString();
    }

    private String result(
            Scenario scenario, String type, Snapshot last, Evaluation evaluation, boolean stopped) {
        double gap = evaluation.bcceGap();
        if (!json) {
            return String.format(
                    Locale.ROOT,
                    "  %-32s %12.5g %12s %,14d %9.2f%s",
                    type,
                    evaluation.leaderReward(),
                    Double.isNaN(gap) ? "–" : String.format(Locale.ROOT, "%.5g", gap),
                    last.plays(),
                    last.wallSeconds(),
                    stopped ? " *" : "");
        }
        ObjectNode cell = JsonNodeFactory.instance.objectNode();
        cell.put("scenario", scenario.title())
                .put("followers", type)
                .put("leaderReward", evaluation.leaderReward());
        cell.put("bcceGap", Double.isNaN(gap) ? null : Double.valueOf(gap));
        return cell.put("plays", last.plays())
                .put("seconds", last.wallSeconds())
                .put("stopped", stopped)
                .toString();
    }
}
