package stackelberg.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stackelberg.engine.Preparations;
import stackelberg.follower.Artefact;
import stackelberg.game.BaseGame;
import stackelberg.scenario.Scenario;

/** {@code prepare FILE}: trains what the followers need before a run. */
@Command(
        name = "prepare",
        description = {
            "Trains what followers need before a run, such as a meta-learned response or a fit to",
            "demonstrations, keeps it beside the scenario and prints what came of it. A run does",
            "the same by itself."
        },
        mixinStandardHelpOptions = true,
        versionProvider = CommandLineProgram.Version.class)
final class PrepareCommand implements Callable<Integer> {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "The scenario file (JSON).")
    private Path file = Path.of("");

    @Option(
            names = "--json",
            description =
                    "Print one JSON object a follower: follower, sentences, columns, rows (name,"
                            + " numbers).")
    private boolean json;

    /** 0 if all was trained, 2 if the file is at fault or nothing can be kept. */
    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        Optional<Scenario> scenario = ScenarioReader.read(file, errors);
        if (scenario.isEmpty()) {
            return ExitCode.FAULT;
        }
        try {
            List<Artefact.Findings> findings =
                    Preparations.beside(file, scenario.get(), share -> {}, errors::println);
            if (findings.isEmpty() && !json) {
                out.println("Nothing is to be trained for these followers before a run.");
            }
            BaseGame game = scenario.get().game().assemble();
            for (int i = 0; i < findings.size(); i++) {
                String name = game.followerName(i);
                out.print(json ? json(name, findings.get(i)) : words(name, findings.get(i)));
            }
            out.flush();
            return ExitCode.WELL;
        } catch (IOException e) {
            errors.println(e.getMessage() + ".");
            return ExitCode.FAULT;
        }
    }

    private static String words(String name, Artefact.Findings findings) {
        StringBuilder text = new StringBuilder(name).append(System.lineSeparator());
        for (String sentence : findings.sentences()) {
            text.append("  ").append(sentence).append(System.lineSeparator());
        }
        if (!findings.rows().isEmpty()) {
            text.append(String.format(Locale.ROOT, "  %-40s", ""));
            for (String column : findings.columns()) {
                text.append(String.format(Locale.ROOT, " %16s", column));
            }
            text.append(System.lineSeparator());
        }
        for (Artefact.Row row : findings.rows()) {
            text.append(String.format(Locale.ROOT, "  %-40s", row.name()));
            for (double number : row.numbers()) {
                text.append(String.format(Locale.ROOT, " %16.8f", number));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }

    private static String json(String name, Artefact.Findings findings) {
        ObjectNode follower = JsonNodeFactory.instance.objectNode().put("follower", name);
        findings.sentences().forEach(follower.putArray("sentences")::add);
        findings.columns().forEach(follower.putArray("columns")::add);
        ArrayNode rows = follower.putArray("rows");
        for (Artefact.Row row : findings.rows()) {
            ArrayNode numbers = rows.addObject().put("name", row.name()).putArray("numbers");
            for (double number : row.numbers()) {
                numbers.add(number);
            }
        }
        return follower + System.lineSeparator();
    }
}
