package stackelberg.command;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with arguments, in this program's words and never in those of its libraries or of
 * Java: which argument, what it is, what would be right.
 */
final class ArgumentWords {
    private ArgumentWords() {}

    /** Lets a command line say of a value what it should have been. */
    static void teach(CommandLine commandLine) {
        commandLine
                .registerConverter(Path.class, ArgumentWords::path)
                .registerConverter(Long.class, ArgumentWords::whole)
                .registerConverter(long.class, ArgumentWords::whole)
                .registerConverter(int.class, ArgumentWords::small)
                .registerConverter(Double.class, ArgumentWords::number)
                .registerConverter(double.class, ArgumentWords::number)
                .registerConverter(boolean.class, ArgumentWords::flag);
    }

    /** One sentence or two. */
    static String of(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return of(unmatched);
        } else if (wrong instanceof MissingParameterException missing) {
            ArgSpec first = missing.getMissing().get(0);
            return first.isOption()
                    ? name(first)
                            + " needs a value: "
                            + name(first)
                            + " "
                            + first.paramLabel()
                            + "."
                    : "Say which " + first.paramLabel() + " is meant.";
        } else if (wrong instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " is given more than once. Give it once.";
        }
        ArgSpec argument = wrong.getArgSpec();
        return argument != null && wrong.getCause() instanceof TypeConversionException cause
                ? name(argument) + ": " + cause.getMessage() + "."
                : String.valueOf(wrong.getMessage());
    }

    private static String of(UnmatchedArgumentException unmatched) {
        String first = unmatched.getUnmatched().get(0);
        if (!unmatched.isUnknownOption()) {
            try {
                // A list of files ends where a name cannot be one.
                path(first);
            } catch (TypeConversionException e) {
                return e.getMessage() + ".";
            }
            return "\"" + first + "\" is one argument too many.";
        }
        List<String> near = unmatched.getSuggestions();
        return "There is no option "
                + first
                + "."
                + (near.isEmpty() ? "" : " Did you mean " + String.join(" or ", near) + "?");
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("the name is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(
                    text.chars().allMatch(letter -> letter < 128)
                            ? "\"" + text + "\" cannot be a name of a file or folder here"
                            : "\""
                                    + text
                                    + "\" has letters that cannot be in a name under the language"
                                    + " settings that this program was started with. On Linux,"
                                    + " start it with LC_ALL=C.UTF-8");
        }
    }

    private static long whole(String text) {
        return whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
    }

    private static int small(String text) {
        return (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    private static long whole(String text, long least, long most) {
        if (!text.matches("[-+]?[0-9]+")) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no whole number. Write one in digits, such as 100000");
        }
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // It has more digits than a long holds, which is said below.
        }
        throw new TypeConversionException(
                text
                        + " is too "
                        + (text.startsWith("-") ? "small" : "large")
                        + "; use fewer digits");
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "\"" + text + "\" is no number. Write one such as 0.5, with a point");
        }
    }

    private static boolean flag(String text) {
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw new TypeConversionException("it takes no value, but \"" + text + "\" is given");
    }
}
