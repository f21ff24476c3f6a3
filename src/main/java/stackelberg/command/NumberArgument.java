package stackelberg.command;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The ranges of numbers that options take. */
final class NumberArgument {
    /** The most runs side by side; each has threads of its own. */
    private static final int MOST_JOBS = 1000;

    private NumberArgument() {}

    /**
     * Demands that {@code least ≤ value ≤ most}.
     *
     * @throws ParameterException if it is not so, with words on what to write
     */
    static void check(String option, long value, long least, long most, CommandSpec spec) {
        if (value < least || value > most) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.format(
                            Locale.ROOT,
                            "%s is %d. Use a whole number from %d to %d.",
                            option,
                            value,
                            least,
                            most));
        }
    }

    /** The same of {@code --jobs}. */
    static void checkJobs(int jobs, CommandSpec spec) {
        check("--jobs", jobs, 1, MOST_JOBS, spec);
    }

    /** Demands that {@code 0 < value ≤ most}. */
    static void checkPositive(String option, double value, double most, CommandSpec spec) {
        if (!(value > 0 && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(),
                    String.format(
                            Locale.ROOT,
                            "%s is %s. Use a positive number, at most %.0f.",
                            option,
                            value,
                            most));
        }
    }
}
