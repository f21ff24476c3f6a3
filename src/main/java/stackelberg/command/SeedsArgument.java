package stackelberg.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import stackelberg.scenario.Seeds;

/** The argument of {@code --seed}. */
final class SeedsArgument {
    private SeedsArgument() {}

    /**
     * The seeds that a text names.
     *
     * @throws ParameterException if it names none, with words on what to write
     */
    static List<Long> parse(String text, CommandSpec spec) {
        try {
            return Seeds.parse(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--seed: " + e.getMessage() + ". Use a number, a range 1-10 or a list 1-3,7.");
        }
    }
}
