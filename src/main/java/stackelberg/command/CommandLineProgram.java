package stackelberg.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import stackelberg.engine.ProgramVersion;
import stackelberg.parameter.Services;

/** The program as a command: reads the arguments and hands over to a subcommand. */
@Command(
        name = "stackelberg-workbench",
        description = "Trains, solves and checks Stackelberg scenarios without a window.",
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

    private CommandLineProgram() {}

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

    /**
     * Runs the command that the arguments name.
     *
     * @return the exit code: 0 when all went well, 2 when the arguments or a file were at fault
     */
    public static int run(String[] arguments) {
        return run(new CommandLine(new CommandLineProgram()), arguments);
    }

    /** {@link #run(String[])} with streams of its own. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine commandLine = new CommandLine(new CommandLineProgram());
        return run(commandLine.setOut(out).setErr(err), arguments);
    }

    private static int run(CommandLine commandLine, String[] arguments) {
        for (CommandLine command : commandLine.getSubcommands().values()) {
            command.getCommandSpec().versionProvider(new Version());
            command.getHelpSectionMap()
                    .put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> FieldHelp.text());
        }
        commandLine
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
        throw new CommandLine.ParameterException(spec.commandLine(), "Say which command to run.");
    }

    /** The version that the build wrote. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {ProgramVersion.words()};
        }
    }
}
