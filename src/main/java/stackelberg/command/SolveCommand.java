package stackelberg.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stackelberg.game.BaseGame;
import stackelberg.oracle.Answer;
import stackelberg.oracle.Oracle;
import stackelberg.oracle.Progress;
import stackelberg.pomdp.ResponseSearch;
import stackelberg.scenario.Scenario;

/** {@code solve FILE [--json]}: the exact answer to a scenario's leader problem. */
@Command(
        name = "solve",
        description = "Prints the exact optimum of a scenario, or bounds on it, and its method.",
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Version.class)
final class SolveCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The scenario file (JSON).")
    private Path file = Path.of("");

    @Option(
            names = "--json",
            description =
                    "Print one JSON object: optimum, method, commitment, lower, upper, mechanism;"
                            + " for price mechanisms with messages also ownResponse, the same"
                            + " under the scenario's own response algorithm. Numbers that are not"
                            + " known are null.")
    private boolean json;

    /** 0 with the answer on the output stream, or 2 with the file's faults on the error stream. */
    @Override
    public Integer call() {
        Optional<Scenario> scenario = ScenarioReader.read(file, spec.commandLine().getErr());
        if (scenario.isEmpty()) {
            return ExitCode.FAULT;
        }
        Scenario solved = scenario.get().settled();
        BaseGame game = solved.game().assemble();
        Progress progress = new SpokenProgress(spec.commandLine().getErr());
        Answer answer = Oracle.solve(game, progress);
        Optional<Answer> own =
                ResponseSearch.solve(game, solved.followers(), solved.episode(), progress);
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                json
                        ? AnswerText.json(answer, own) + System.lineSeparator()
                        : AnswerText.words(answer, own));
        out.flush();
        return ExitCode.WELL;
    }
}
