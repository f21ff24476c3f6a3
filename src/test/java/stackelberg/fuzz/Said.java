package stackelberg.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import stackelberg.command.CommandLineProgram;

/**
 * What the program says to a command line.
 *
 * @param code its exit code
 * @param out what it prints
 * @param err what it says beside that
 */
record Said(int code, String out, String err) {
    static Said to(List<String> line) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream beside = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(beside, true, StandardCharsets.UTF_8));
        try {
            int code = CommandLineProgram.run(line.toArray(String[]::new), files -> {});
            return new Said(
                    code,
                    printed.toString(StandardCharsets.UTF_8),
                    beside.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
