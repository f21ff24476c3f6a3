package stackelberg.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Command lines of words that belong together by chance; none comes to run. */
final class Arguments {
    /** What a line can begin with. */
    static final List<String> COMMANDS =
            List.of("train", "solve", "check", "bench", "untuned", "followers", "prepare", "study");

    private static final List<String> OTHERS =
            List.of(
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

    private static final List<String> WORDS =
            Stream.concat(COMMANDS.stream(), OTHERS.stream()).toList();

    void once(SplittableRandom random, Consumer<String> input) {
        List<String> line = new ArrayList<>();
        for (int k = random.nextInt(6); k >= 0; k--) {
            line.add(perhaps(WORDS.get(random.nextInt(WORDS.size())), random));
        }
        // Keeps every command from running, also where the first is another option's value.
        line.add("--no-such-option");
        line.add("--no-such-option");
        input.accept(line.toString());
        Said said = Said.to(line);
        if (said.code() == 1) {
            throw new AssertionError(said.err());
        } else if (said.code() == 2) {
            Strike.plain(said.out() + said.err());
        }
    }

    private static String perhaps(String word, SplittableRandom random) {
        return random.nextInt(8) == 0 ? Damage.text(word, random) : word;
    }
}
