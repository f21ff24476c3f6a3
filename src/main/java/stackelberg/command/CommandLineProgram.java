package stackelberg.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import stackelberg.engine.ProgramVersion;
import stackelberg.parameter.Services;

/** The program as a command: reads the arguments and hands over to a subcommand. */
@Command(
        name = "stackelberg-workbench",
        description =
                "Trains, solves and checks Stackelberg scenarios without a window; without a"
                        + " command, opens the window.",
        synopsisSubcommandLabel = "[COMMAND]",
        mixinStandardHelpOptions = true,
        subcommands = {
            TrainCommand.class,
            SolveCommand.class,
            CheckCommand.class,
            BenchCommand.class,
            UntunedCommand.class,
            FollowersCommand.class,
            PrepareCommand.class,
            StudyCommand.class
        },
        versionProvider = CommandLineProgram.Version.class)
public final class CommandLineProgram implements Runnable {
    @Spec private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Scenario files, study files or folders of runs to open in the window.")
    private List<Path> files = List.of();

    private final Consumer<List<Path>> window;

    private CommandLineProgram(Consumer<List<Path>> window) {
        this.window = window;
    }

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            scope = CommandLine.ScopeType.INHERIT,
            description =
                    "A folder of jars with games, follower models, learners or exact methods of"
                            + " your own.")
    private void plugins(Path folder) {
        try {
            Services.addJars(folder);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "The folder of plug-ins cannot be read: " + folder + ".");
        }
    }

    /** Its commands with their options. */
    static CommandSpec specification() {
        return new CommandLine(new CommandLineProgram(files -> {})).getCommandSpec();
    }

    /**
     * Runs the command that the arguments name.
     *
     * @param window opens the window on files and returns when it was closed; called where no
     *     command is named
     * @return the exit code: 0 when all went well, 2 when the arguments or a file were at fault
     */
    public static int run(String[] arguments, Consumer<List<Path>> window) {
        return run(new CommandLine(new CommandLineProgram(window)), arguments);
    }

    /** The same with streams of its own, and a window that is never opened. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return run(files -> {}, out, err, arguments);
    }

    /** {@link #run(String[], Consumer)} with streams of its own. */
    static int run(
            Consumer<List<Path>> window, PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new CommandLineProgram(window));
        return run(commandLine.setOut(out).setErr(err), arguments);
    }

    private static int run(CommandLine commandLine, String[] arguments) {
        for (CommandLine command : commandLine.getSubcommands().values()) {
            command.getCommandSpec().versionProvider(new Version());
            command.getHelpSectionMap()
                    .put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> FieldHelp.text());
        }
        ArgumentWords.teach(commandLine);
        commandLine
                // A file may be called @x; what it holds are no arguments.
                .setExpandAtFiles(false)
                .setAllowOptionsAsOptionParameters(false)
                .setParameterExceptionHandler((wrong, given) -> ExitCode.of(wrong))
                .setExecutionExceptionHandler(
                        (trouble, command, parsed) -> ExitCode.of(trouble, command));
        try {
            return commandLine.execute(arguments);
        } catch (Error trouble) {
            return ExitCode.of(trouble, commandLine);
        }
    }

    @Override
    public void run() {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw missing(file.toString());
            }
        }
        window.accept(files);
    }

    private CommandLine.ParameterException missing(String name) {
        if (!name.matches("[\\w-]+")) {
            return new CommandLine.ParameterException(
                    spec.commandLine(), "There is no file " + name + " to open.");
        }
        List<String> near =
                new CommandLine.UnmatchedArgumentException(spec.commandLine(), List.of(name))
                        .getSuggestions();
        return new CommandLine.ParameterException(
                spec.commandLine(),
                "There is neither a command nor a file called "
                        + name
                        + "."
                        + (near.isEmpty()
                                ? ""
                                : " Did you mean " + String.join(" or ", near) + "?"));
    }

    /** The version that the build wrote. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {ProgramVersion.words()};
        }
    }
}
