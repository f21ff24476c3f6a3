package stackelberg.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import stackelberg.bench.untuned.UntunedFamily;
import stackelberg.bench.untuned.UntunedGame;
import stackelberg.bench.untuned.UntunedOutcome;
import stackelberg.bench.untuned.UntunedRow;
import stackelberg.bench.untuned.UntunedTraining;
import stackelberg.follower.FollowerModel;
import stackelberg.leader.Learner;
import stackelberg.parameter.Family;

/** {@code untuned}: what training comes to when nothing is set but the game. */
@Command(
        name = "untuned",
        description = {
            "Draws random games of several families and trains each as a scenario file that states"
                    + " nothing but the game; prints a row a family. Also a test of a learner of"
                    + " your own: name it with --leader.",
            "",
            "Scales and offsets of payoffs are drawn too. No two payoffs of a player in a table are"
                    + " the same, so that followers have no ties in it. A game whose optimum no"
                    + " exact method tells is drawn again, unless the family is large.",
            "",
            "Reached: the reward misses the optimum by at most 1 %% of it (2 %% where the leader"
                    + " mixes, pays or sets numbers, 0.01 for prices after messages or an optimum"
                    + " of 0). Above: it is larger than that, so that the followers have not"
                    + " settled. Gaps are optimum less reward. A run that fails counts as not"
                    + " reached, and has no gap. With several followers the optimum takes for"
                    + " granted that they choose the equilibrium that is best for the leader;"
                    + " learners choose for themselves, so that such runs can settle below it."
        },
        mixinStandardHelpOptions = true)
final class UntunedCommand implements Callable<Integer> {
    private static final int MOST_GAMES = 100_000;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--family",
            paramLabel = "NAMES",
            description = "Only these families, with commas; all that are not large if not given.")
    private List<String> names = List.of();

    @Option(names = "--large", description = "The large families instead.")
    private boolean large;

    @Option(names = "--list", description = "Print the families' names, and train nothing.")
    private boolean list;

    @Option(
            names = "--games",
            paramLabel = "N",
            defaultValue = "20",
            description = "Games of each family, ${DEFAULT-VALUE} by default.")
    private int count = 20;

    @Option(
            names = "--generator",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "The seed that games are drawn with, ${DEFAULT-VALUE} by default.")
    private long generator = 1;

    @Option(
            names = "--seed",
            paramLabel = "SEEDS",
            defaultValue = "1",
            description =
                    "The seeds that each game is trained with: a seed, a range 1-10 or a list"
                            + " 1-3,7; ${DEFAULT-VALUE} by default.")
    private String seeds = "1";

    @Option(
            names = "--jobs",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Runs side by side, ${DEFAULT-VALUE} by default. Processor times then count the"
                            + " work of all.")
    private int jobs = 1;

    @Option(
            names = "--leader",
            paramLabel = "TYPE",
            description = "Also state the leader's type, with nothing else of it.")
    private @Nullable String leader;

    @Option(
            names = "--followers",
            paramLabel = "TYPE",
            description = "Also state the followers' type, with nothing else of it.")
    private @Nullable String followers;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the scenario files that were trained to this folder.")
    private @Nullable Path out;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object a family, and one for all: family, runs, failed,"
                            + " reached, above, meanGap, worstGap, meanReward, medianSeconds,"
                            + " worstSeconds (processor time). Unknown values are null.")
    private boolean json;

    @Option(
            names = "--runs",
            description =
                    "With --json also one object a run as it ends: family, game, seed,"
                            + " leaderReward, optimum, gap, bcceGap, reached, above, cpuSeconds,"
                            + " steps.")
    private boolean each;

    private final Map<UntunedFamily, List<UntunedOutcome>> outcomes =
            new EnumMap<>(UntunedFamily.class);

    /** 0 with a row for each family, whether runs fail or not; 2 if an argument is at fault. */
    @Override
    public Integer call() throws IOException, InterruptedException {
        if (list) {
            for (UntunedFamily family : UntunedFamily.values()) {
                say(UntunedText.listed(family));
            }
            return ExitCode.WELL;
        }
        List<UntunedFamily> families = families();
        check();
        List<Long> chosen = SeedsArgument.parse(seeds, spec);
        if (out != null) {
            Files.createDirectories(out);
        }
        UntunedGame.Models models = new UntunedGame.Models(leader, followers);
        try (UntunedTraining training = new UntunedTraining(models, generator, jobs)) {
            for (UntunedFamily family : families) {
                outcomes.put(family, new ArrayList<>());
                training.add(family, family.games(count), chosen);
            }
            if (!json) {
                say(UntunedText.heading());
            }
            follow(training, models, families, chosen.size());
        }
        row("total", outcomes.values().stream().flatMap(List::stream).toList());
        return ExitCode.WELL;
    }

    private List<UntunedFamily> families() {
        if (names.isEmpty()) {
            return UntunedFamily.all(large);
        }
        if (large) {
            throw fault("--family names the families, large or not. Leave out --large.");
        }
        return names.stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(
                        name ->
                                UntunedFamily.of(name.strip())
                                        .orElseThrow(() -> unknown("--family", name, words())))
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> words() {
        return Stream.of(UntunedFamily.values()).map(UntunedFamily::word);
    }

    private void check() {
        NumberArgument.check("--games", count, 1, MOST_GAMES, spec);
        NumberArgument.checkJobs(jobs, spec);
        if (each && !json) {
            throw fault("--runs prints JSON. Add --json.");
        }
        checkType("--leader", leader, Family.of(Learner.class));
        checkType("--followers", followers, Family.of(FollowerModel.class));
    }

    private void checkType(String option, @Nullable String type, Family<?> family) {
        if (type != null && family.member(type).isEmpty()) {
            Stream<String> types =
                    family.registered().stream().map(member -> Family.about(member).type());
            throw unknown(option, type, types);
        }
    }

    private ParameterException unknown(String option, String given, Stream<String> known) {
        return fault(
                option
                        + ": there is no \""
                        + given
                        + "\". Use "
                        + known.collect(Collectors.joining(", "))
                        + ".");
    }

    private ParameterException fault(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** Prints what runs come to, and each family's row once it and those before it are complete. */
    private void follow(
            UntunedTraining training,
            UntunedGame.Models models,
            List<UntunedFamily> families,
            int seedCount)
            throws IOException, InterruptedException {
        int printed = 0;
        try (ProgressBar bar = System.console() == null ? null : bar(training.left())) {
            for (UntunedOutcome one = training.next(); one != null; one = training.next()) {
                UntunedFamily family = one.game().family();
                List<UntunedOutcome> ofFamily = outcomes.getOrDefault(family, List.of());
                ofFamily.add(one);
                report(one, models);
                while (printed < families.size()) {
                    UntunedFamily next = families.get(printed);
                    List<UntunedOutcome> all = outcomes.getOrDefault(next, List.of());
                    if (all.size() < next.games(count) * seedCount) {
                        break;
                    }
                    row(next.word(), all);
                    printed++;
                }
                if (bar != null) {
                    bar.step();
                }
            }
        }
    }

    private static ProgressBar bar(int runs) {
        return new ProgressBarBuilder()
                .setTaskName("training")
                .setInitialMax(runs)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    private void report(UntunedOutcome one, UntunedGame.Models models) throws IOException {
        UntunedGame game = one.game();
        if (out != null) {
            String name = game.family().word() + "-" + game.number() + ".json";
            Files.writeString(out.resolve(name), game.json(models));
        }
        if (one.failure() != null) {
            PrintWriter errors = spec.commandLine().getErr();
            errors.println(
                    game.family().word()
                            + " "
                            + game.number()
                            + ", seed "
                            + one.seed()
                            + " failed: "
                            + one.failure());
            errors.flush();
        }
        if (each) {
            say(UntunedText.json(one));
        }
    }

    private void row(String name, List<UntunedOutcome> all) {
        UntunedRow row = UntunedRow.of(all);
        say(json ? UntunedText.json(name, row) : UntunedText.words(name, row));
    }

    private void say(String line) {
        PrintWriter lines = spec.commandLine().getOut();
        lines.println(line);
        lines.flush();
    }
}
