package stackelberg.command;

import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The exit codes of the program, and the one place that turns exceptions into them. */
final class ExitCode {
    /** All went well. */
    static final int WELL = 0;

    /** The program itself is at fault. */
    static final int PROGRAM = 1;

    /** The arguments or a file are at fault. */
    static final int FAULT = 2;

    private ExitCode() {}

    /** Says in one line what ended the command. */
    static int of(Throwable trouble, CommandLine commandLine) {
        PrintWriter err = commandLine.getErr();
        String message = String.valueOf(trouble.getMessage()).lines().findFirst().orElse("");
        if (trouble instanceof IOException) {
            err.println(commandLine.getCommandName() + ": " + message);
            return FAULT;
        } else if (trouble instanceof OutOfMemoryError) {
            err.println(
                    "There is not enough memory; give Java more with -Xmx, for instance -Xmx4g.");
            return PROGRAM;
        }
        err.println(
                "The program failed, which is a mistake in it: "
                        + trouble.getClass().getSimpleName()
                        + ": "
                        + message);
        return PROGRAM;
    }

    /** Says in one line what is wrong with the arguments, and how to ask for help. */
    static int of(CommandLine.ParameterException wrong) {
        CommandLine commandLine = wrong.getCommandLine();
        commandLine.getErr().println(ArgumentWords.of(wrong));
        commandLine
                .getErr()
                .println("Help: " + commandLine.getCommandSpec().qualifiedName() + " --help");
        return FAULT;
    }
}
