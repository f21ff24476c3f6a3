package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Whatever is wrong with arguments is said in the program's own words. */
class ArgumentWordsTest {
    private static final String SAMPLE = "sample-scenarios/escape.json";

    /** What no answer may hold: words of the library that reads arguments, and of Java. */
    private static final List<String> FOREIGN =
            List.of(
                    "Invalid value for",
                    "Missing required",
                    "Expected parameter",
                    "Unmatched",
                    "Unknown option",
                    "should be specified",
                    "Exception",
                    "java.",
                    "not a long",
                    "not an int",
                    "not a double",
                    "not a boolean",
                    "mistake in it");

    private static final List<String> VALUES =
            List.of("", "\u0000", "ö=,;", "1".repeat(400), "\"'\\");

    private static String answer(List<String> arguments) {
        StringWriter said = new StringWriter();
        PrintWriter both = new PrintWriter(said, true);
        int code = CommandLineProgram.run(both, both, arguments.toArray(String[]::new));
        assertThat(code).describedAs("%s: %s", arguments, said).isEqualTo(ExitCode.FAULT);
        return said.toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    train x y                      | "y" is one argument too many.
                    train --see 3                  | There is no option --see. Did you mean --seed?
                    train --steps                  | --steps needs a value: --steps N.
                    bench --only --json            | --only needs a value: --only WORDS.
                    train --jobs 1 --jobs 2 x      | --jobs is given more than once. Give it once.
                    train --json=3 x               | --json: it takes no value, but "3" is given.
                    train --steps 1e3 x            | --steps: "1e3" is no whole number.
                    train --jobs 99999999999 x     | --jobs: 99999999999 is too large; use fewer digits.
                    train --jobs 0 --resume src    | --jobs is 0. Use a whole number from 1 to 1000.
                    train --steps 2000000000000 %s | --steps is 2000000000000. Use a whole number from 1
                    train --seed 9223372036854775807 %s | the largest is 999999999999999999
                    bench --time Infinity          | --time is Infinity. Use a positive number
                    followers --seconds 0,5 x      | --seconds: "0,5" is no number.
                    followers --model , x          | There is no follower model "".
                    untuned --family ,             | --family: there is no "".
                    study --part 8/8 x             | --part: "8/8" is no part.
                    study --export pbs x           | --export: "pbs" is nothing to export for.
                    study x --resume y             | Leave out FILE.
                    solve                          | Say which FILE is meant.
                    check a\u0000b                 | "a\u0000b" cannot be a name of a file
                    solve \ufffd\u0000\ufffd       | On Linux, start it with LC_ALL=C.UTF-8.
                    train @nofile                  | cannot read @nofile
                    """)
    void isSaidWithWhatWouldBeRight(String line, String words) {
        assertThat(answer(List.of(line.formatted(SAMPLE).split("\\s+")))).contains(words);
    }

    /** Every option of every command, given things of every kind. */
    @TestFactory
    List<DynamicTest> noOptionAnswersInForeignWords() {
        return CommandLineProgram.specification().subcommands().values().stream()
                .map(command -> command.getCommandSpec())
                .map(spec -> DynamicTest.dynamicTest(spec.name(), () -> ask(spec)))
                .collect(Collectors.toList());
    }

    private static void ask(CommandSpec command) {
        command.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .forEach(option -> ask(command, option));
    }

    /** With an argument at the end that keeps the command from running, whatever it is asked. */
    private static void ask(CommandSpec command, OptionSpec option) {
        String name = option.longestName();
        for (String value : VALUES) {
            noForeignWords(command, name + "=" + value, "--no-such-option");
        }
        noForeignWords(command, name + "x", "--no-such-option");
        noForeignWords(command, name, name, "--no-such-option");
        noForeignWords(command, "--no-such-option", name);
    }

    private static void noForeignWords(CommandSpec command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command.name()));
        all.addAll(List.of(arguments));
        assertThat(answer(all)).doesNotContain(FOREIGN);
    }
}
