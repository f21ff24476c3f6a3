package stackelberg.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stackelberg.engine.CollusionStudy;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.QLearning;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.PlatformGame;
import stackelberg.game.PlatformRule;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Family;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Faults;
import stackelberg.scenario.Scenario;

/** {@code collusion FILE}: what the sellers of a platform learn, without training a leader. */
@Command(
        name = "collusion",
        description =
                "Lets the sellers of a Bertrand platform learn under each unchanging action of the"
                        + " platform and prints prices, collusion index and consumer surplus.",
        mixinStandardHelpOptions = true)
final class CollusionCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The scenario file (JSON).")
    private Path file = Path.of("");

    @Option(
            names = "--seed",
            paramLabel = "SEEDS",
            description = "A seed, a range 1-25 or a list 1-3,7; the scenario's own if not given.")
    private @Nullable String seeds;

    @Option(
            names = "--punishment",
            description =
                    "Also force each seller to cut its price once and follow the prices after it.")
    private boolean punishment;

    @Option(
            names = "--rules",
            description = "Compare all rules of the platform, each with its unchanging actions.")
    private boolean rules;

    @Option(
            names = "--alpha",
            split = ",",
            paramLabel = "A",
            description = "Learning rates to try instead of the scenario's, for a grid.")
    private List<Double> alphas = List.of();

    @Option(
            names = "--beta",
            split = ",",
            paramLabel = "B",
            description = "Exploration decays to try instead of the scenario's, for a grid.")
    private List<Double> betas = List.of();

    @Option(
            names = "--json",
            description =
                    "Print one JSON object for each case: rule, action, alpha, beta, seeds, means"
                            + " and standard errors, and the seeds one by one.")
    private boolean json;

    /** 0 with a line for each case, or 2 if the file or an argument is at fault. */
    @Override
    public Integer call() {
        Optional<Scenario> read = ScenarioReader.read(file, spec.commandLine().getErr());
        if (read.isEmpty()) {
            return ExitCode.FAULT;
        }
        Scenario scenario = read.get().settled();
        if (!(scenario.game() instanceof BertrandPlatform platform)) {
            throw new ParameterException(
                    spec.commandLine(),
                    file + ": its game is not a Bertrand platform. Choose a scenario with one.");
        }
        List<Long> chosen = chosenSeeds(scenario);
        for (PlatformRule rule : rules(platform)) {
            BertrandPlatform variant =
                    (BertrandPlatform) Declaration.of(platform).with(platform, "rule", rule);
            for (QLearning seller : sellers(scenario)) {
                study(scenario, variant, seller, chosen);
            }
        }
        return ExitCode.WELL;
    }

    private void study(
            Scenario scenario, BertrandPlatform platform, QLearning seller, List<Long> chosen) {
        PlatformGame game = platform.assemble();
        String[] actions = game.meaningNames();
        for (int action = 0; action < actions.length; action++) {
            CollusionStudy study =
                    CollusionStudy.of(
                            game,
                            List.<FollowerModel>of(seller),
                            scenario.episode(),
                            action,
                            chosen,
                            punishment);
            String rule = Family.about(platform.rule()).type();
            CollusionText text = new CollusionText(rule, actions[action], seller, study);
            PrintWriter out = spec.commandLine().getOut();
            out.print(json ? text.json() + System.lineSeparator() : text.words());
            out.flush();
        }
    }

    private List<PlatformRule> rules(BertrandPlatform platform) {
        return rules
                ? Family.of(PlatformRule.class).members().stream()
                        .map(PlatformRule.class::cast)
                        .toList()
                : List.of(platform.rule());
    }

    /** The scenario's sellers, or one kind for each pair of rates of the grid. */
    private List<QLearning> sellers(Scenario scenario) {
        if (scenario.followers().size() > 1
                || !(scenario.followers().get(0) instanceof QLearning own)) {
            throw new ParameterException(
                    spec.commandLine(),
                    file + ": its sellers are not all of one Q-learning model. Give one.");
        }
        return or(alphas, own.rate()).stream()
                .flatMap(
                        alpha ->
                                or(betas, own.decay()).stream()
                                        .map(
                                                beta ->
                                                        new QLearning(
                                                                alpha,
                                                                own.discount(),
                                                                beta,
                                                                own.memory(),
                                                                own.window())))
                .map(this::checked)
                .toList();
    }

    private static List<Double> or(List<Double> given, double own) {
        return given.isEmpty() ? List.of(own) : given;
    }

    private QLearning checked(QLearning seller) {
        Faults faults = new Faults();
        Declaration.check(seller, faults);
        for (Fault fault : faults.list()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--alpha or --beta: " + fault.problem() + ". " + fault.remedy() + ".");
        }
        return seller;
    }

    private List<Long> chosenSeeds(Scenario scenario) {
        return SeedsArgument.parse(seeds == null ? scenario.seeds() : seeds, spec);
    }
}
