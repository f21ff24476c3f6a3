package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Whatever ends a command is said in one line and never as a trace. */
class ExitCodeTest {
    @Command(name = "some")
    private static final class Some {}

    private static Arguments[] troubles() {
        return new Arguments[] {
            Arguments.of(
                    new IOException("cannot read a.json: it is a folder"),
                    2,
                    "some: cannot read a.json: it is a folder"),
            Arguments.of(
                    new IllegalStateException("two\nlines"),
                    1,
                    "The program failed, which is a mistake in it: IllegalStateException: two"),
            Arguments.of(
                    new OutOfMemoryError("Java heap space"),
                    1,
                    "There is not enough memory; give Java more with -Xmx, for instance -Xmx4g."),
        };
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void isSaidInOneLine(Throwable trouble, int code, String line) {
        StringWriter err = new StringWriter();
        CommandLine commandLine = new CommandLine(new Some()).setErr(new PrintWriter(err, true));
        assertThat(ExitCode.of(trouble, commandLine)).isEqualTo(code);
        assertThat(err.toString().lines()).containsExactly(line);
    }
}
