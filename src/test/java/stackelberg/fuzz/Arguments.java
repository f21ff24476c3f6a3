package stackelberg.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import stackelberg.command.CommandLineProgram;

/** Command lines of words that belong together by chance. */
final class Arguments {
    private static final List<String> WORDS =
            List.of(
                    "train",
                    "solve",
                    "check",
                    "bench",
                    "untuned",
                    "followers",
                    "prepare",
                    "study",
                    "--seed",
                    "--steps",
                    "--out",
                    "--resume",
                    "--jobs",
                    "--automatic",
                    "--json",
                    "--only",
                    "--time",
                    "--games",
                    "--part",
                    "--export",
                    "--tasks",
                    "--model",
                    "--plugins",
                    "--until-band",
                    "1",
                    "0",
                    "-1",
                    "x",
                    "",
                    "1-3",
                    "NaN",
                    "1e9",
                    "9223372036854775808",
                    "/nowhere",
                    "sample-scenarios",
                    "--",
                    "-",
                    "@x",
                    "ö",
                    "\u0000",
                    "slurm",
                    "0/8",
                    "--=",
                    "=",
                    "--seed=",
                    "--help",
                    "--version");

    void once(SplittableRandom random, StringBuilder input) {
        List<String> line = new ArrayList<>();
        for (int k = random.nextInt(6); k >= 0; k--) {
            line.add(Damaged.perhaps(WORDS.get(random.nextInt(WORDS.size())), random));
        }
        // Keeps every command from running, also where the first is another option's value.
        line.add("--no-such-option");
        line.add("--no-such-option");
        input.append(line);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            int code = CommandLineProgram.run(line.toArray(String[]::new), files -> {});
            if (code == 1) {
                throw new AssertionError(said.toString(StandardCharsets.UTF_8));
            } else if (code == 2) {
                Strike.plain(said.toString(StandardCharsets.UTF_8));
            }
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static final class Damaged {
        static String perhaps(String word, SplittableRandom random) {
            return random.nextInt(8) == 0 ? Damage.text(word, random) : word;
        }
    }
}
