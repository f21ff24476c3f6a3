package stackelberg.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Command lines that are right, run for real on small budgets. Each must end well; what is asked
 * for as JSON must be JSON; and a training made again with other threads must come to the same
 * bytes.
 */
final class Commands {
    /** Those that are solved at once. */
    private static final List<String> SAMPLES =
            List.of(
                    "conitzer-randomised",
                    "escape",
                    "escape-randomised",
                    "followers-bandits",
                    "followers-quantal-attackers",
                    "maintain",
                    "maintain-randomised",
                    "ordinal-game",
                    "own-bayesian-game",
                    "own-mechanism",
                    "security-game",
                    "simple-allocation-1",
                    "spm-uniform-3",
                    "steering-payments",
                    "taxation");

    private static final List<String> MODELS =
            List.of(
                    "best-response",
                    "exp3",
                    "fictitious-play",
                    "logit",
                    "multiplicative-weights",
                    "q-learning");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    /**
     * @param scratch a folder that runs may be left in
     */
    Commands(Path samples, Path scratch) throws IOException {
        folder = scratch.resolve("commands");
        Files.createDirectories(folder);
        for (String sample : SAMPLES) {
            String text = Files.readString(samples.resolve(sample + ".json"));
            Files.writeString(folder.resolve(sample + ".json"), text);
            Files.writeString(folder.resolve("study-" + sample + ".json"), study(text));
        }
    }

    private static String study(String base) {
        return "{\"title\": \"Budgets\", \"base\": "
                + base
                + ", \"axes\": [{\"name\": \"budget\", \"path\": \"budget\", \"values\": [300,"
                + " 600]}], \"seeds\": \"1-2\"}";
    }

    void once(SplittableRandom random, Consumer<String> input) throws IOException {
        RunFolders.delete(out());
        RunFolders.delete(again());
        switch (random.nextInt(8)) {
            case 0 -> train(random, input);
            case 1 -> study(random, input);
            case 2 -> well(line(random, "solve", sample(random)), input);
            case 3 -> well(line(random, "prepare", sample(random)), input);
            case 4 -> well(checked(random), input);
            case 5 -> well(asked(random), input);
            case 6 -> {
                List<String> line = line(random, "followers", sample(random), sample(random));
                add(line, "--model", one(MODELS, random) + "," + one(MODELS, random));
                add(line, "--seconds", "0.05", "--seed", seed(random));
                well(line, input);
            }
            default -> {
                List<String> line = line(random, "bench", sample(random));
                well(add(line, "--only", "play", "--time", "0.01"), input);
            }
        }
    }

    /** Trains, goes on with what is over, and trains the same again with other threads. */
    private void train(SplittableRandom random, Consumer<String> input) throws IOException {
        String sample = sample(random);
        String seeds = seed(random);
        seeds = random.nextBoolean() ? seeds : seeds + "," + (Long.parseLong(seeds) + 1);
        String[] options = {
            "--seed", seeds, "--steps", String.valueOf(random.nextInt(1, 1500)),
        };
        List<String> automatic = random.nextInt(4) == 0 ? List.of("--automatic") : List.of();
        List<String> first = add(line(random, "train", sample), options);
        first.addAll(automatic);
        well(add(first, "--out", out().toString()), input);
        well(line(random, "train", "--resume", out().toString()), input);
        List<String> second = add(line(random, "train", sample), options);
        second.addAll(automatic);
        well(add(second, "--jobs", "2", "--out", again().toString()), input);
        for (String seed : seeds.split(",")) {
            Path metrics = Path.of("seed-" + seed, "metrics.csv");
            if (Files.mismatch(out().resolve(metrics), again().resolve(metrics)) >= 0) {
                throw new AssertionError("silently different: seed " + seed);
            }
        }
    }

    /** Trains a part or all of a study, and what is left of it. */
    private void study(SplittableRandom random, Consumer<String> input) throws IOException {
        List<String> first = line(random, "study", studyFile(random));
        add(first, "--jobs", String.valueOf(random.nextInt(1, 3)), "--out", out().toString());
        switch (random.nextInt(3)) {
            case 0 -> add(first, "--seed", "1", "--steps", String.valueOf(random.nextInt(1, 600)));
            case 1 -> add(first, "--seed", "3-4");
            default -> add(first, "--tasks", "2");
        }
        well(first, input);
        List<String> rest = line(random, "study", "--resume", out().toString());
        well(random.nextBoolean() ? add(rest, "--part", "1/2") : rest, input);
    }

    private List<String> checked(SplittableRandom random) {
        List<String> line = new ArrayList<>(List.of("check"));
        for (int k = random.nextInt(3); k >= 0; k--) {
            add(line, random.nextBoolean() ? sample(random) : studyFile(random));
        }
        return random.nextInt(4) == 0
                ? add(line, random.nextBoolean() ? "--schema" : "--fields")
                : line;
    }

    private static List<String> asked(SplittableRandom random) {
        String command = one(Arguments.COMMANDS, random);
        return switch (random.nextInt(3)) {
            case 0 -> List.of(command, "--help");
            case 1 -> List.of(command, "--version");
            default -> List.of("untuned", "--list");
        };
    }

    /** A line that may ask for JSON. */
    private static List<String> line(SplittableRandom random, String... words) {
        List<String> line = new ArrayList<>(Arrays.asList(words));
        return random.nextBoolean() ? add(line, "--json") : line;
    }

    private static List<String> add(List<String> line, String... words) {
        line.addAll(Arrays.asList(words));
        return line;
    }

    private static void well(List<String> line, Consumer<String> input) throws IOException {
        input.accept(String.join(" ", line));
        Said said = Said.to(line);
        if (said.code() != 0) {
            throw new AssertionError("exit code " + said.code() + ": " + said.err());
        }
        Strike.plain(said.err());
        if (line.contains("--json")) {
            for (String row : said.out().lines().toList()) {
                if (!MAPPER.readTree(row).isObject()) {
                    throw new AssertionError("no JSON object: " + row);
                }
            }
        }
    }

    private String sample(SplittableRandom random) {
        return folder.resolve(one(SAMPLES, random) + ".json").toString();
    }

    private String studyFile(SplittableRandom random) {
        return folder.resolve("study-" + one(SAMPLES, random) + ".json").toString();
    }

    private static String seed(SplittableRandom random) {
        return String.valueOf(random.nextLong(1_000_000));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private Path again() {
        return folder.resolve("again");
    }

    private static String one(List<String> all, SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }
}
