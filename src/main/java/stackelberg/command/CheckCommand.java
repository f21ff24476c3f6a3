package stackelberg.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stackelberg.scenario.ParameterReference;
import stackelberg.scenario.ScenarioSchema;
import stackelberg.study.StudyFile;

/**
 * {@code check}: says of each scenario or study file that it is valid, or what is wrong with it and
 * where.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks scenario and study files. For each it prints that it is valid, or for every"
                    + " fault",
            "FILE:LINE:COLUMN: PATH: what is wrong. What would be right."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every file is valid", "2:some file is at fault or cannot be read"})
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "0..*", description = "Scenario or study files.")
    private List<Path> files = List.of();

    @Option(
            names = "--schema",
            description = "Print the JSON Schema of scenario files, for editors.")
    private boolean schema;

    @Option(
            names = "--fields",
            description = "Print every field of scenario files as a table in Markdown.")
    private boolean fields;

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (files.isEmpty() && !schema && !fields) {
            throw new ParameterException(spec.commandLine(), "Say which FILE to check.");
        }
        PrintWriter out = spec.commandLine().getOut();
        if (schema) {
            out.print(ScenarioSchema.write());
        }
        if (fields) {
            out.print(ParameterReference.markdown());
        }
        boolean valid = true;
        for (Path file : files) {
            if (StudyFile.looksLikeOne(file) ? study(file, out) : scenario(file, out)) {
                out.println(file + ": valid");
            } else {
                valid = false;
            }
        }
        out.flush();
        return valid ? ExitCode.WELL : ExitCode.FAULT;
    }

    private static boolean scenario(Path file, PrintWriter out) {
        return ScenarioReader.read(file, out).isPresent();
    }

    private static boolean study(Path file, PrintWriter out) {
        try {
            StudyFile.Reading reading = StudyFile.read(file);
            reading.faults().forEach(fault -> out.println(file + ": " + fault));
            return reading.study() != null;
        } catch (IOException e) {
            out.println(e.getMessage() + ".");
            return false;
        }
    }
}
