package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CollusionCommandTest {
    private static final Path SAMPLES = Path.of("sample-scenarios");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String sample, String... options) {
        List<String> arguments = new ArrayList<>(List.of("collusion"));
        arguments.add(SAMPLES.resolve(sample).toString());
        arguments.addAll(List.of(options));
        return CommandLineProgram.run(
                new PrintWriter(out), new PrintWriter(err), arguments.toArray(new String[0]));
    }

    private List<JsonNode> lines() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : out.toString().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    /** The published finding on five seeds: well above competition, kept up by punishment. */
    @Test
    void sellersColludeAndPunishACutThenForgive() throws IOException {
        assertThat(run("bertrand-collusion.json", "--seed", "1-5", "--punishment", "--json"))
                .isZero();
        JsonNode line = lines().get(0);
        assertThat(line.get("collusionIndex").asDouble()).isBetween(0.6, 1.0);
        assertThat(line.get("collusionIndices")).hasSize(5);
        assertThat(line.get("punished").asInt()).isGreaterThan(line.get("cuts").asInt() / 2);
        assertThat(line.get("forgiven").asInt()).isGreaterThan(line.get("cuts").asInt() / 2);
        assertThat(line.get("rivalsChange").get(0).asDouble()).isZero();
        assertThat(line.get("rivalsChange").get(1).asDouble()).isNegative();
    }

    @Test
    void theSameSeedsGiveTheSameWords() {
        run("bertrand-platform.json", "--seed", "1-3", "--rules");
        String once = out.toString();
        out.getBuffer().setLength(0);
        run("bertrand-platform.json", "--seed", "1-3", "--rules");
        assertThat(out.toString()).isEqualTo(once);
        assertThat(once.lines()).hasSize(9);
    }

    @Test
    void aGridHasALineForEachPairOfRates() throws IOException {
        run(
                "bertrand-platform.json",
                "--seed",
                "1",
                "--alpha",
                "0.1,0.2",
                "--beta",
                "1e-3,1e-2",
                "--json");
        assertThat(lines()).hasSize(4 * 4);
        assertThat(lines().get(4).get("alpha").asDouble()).isEqualTo(0.1);
        assertThat(lines().get(4).get("beta").asDouble()).isEqualTo(1e-2);
    }

    @Test
    void badArgumentsAreToldInOneLine() {
        assertThat(run("escape.json")).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("its game is not a Bertrand platform");
        assertThat(run("bertrand-platform.json", "--alpha", "2")).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("--alpha or --beta: it is 2");
        assertThat(run("bertrand-platform.json", "--seed", "x")).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("--seed: ");
    }
}
