package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.scenario.ScenarioFile;

/** A small fixed set of random games, each learned with nothing set. */
class UntunedCommandTest {
    private static final String FAMILIES =
            "pure,randomised,bayesian,mechanism-table,matrix-design,security,taxation,"
                    + "simple-allocation,spm";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("untuned"));
        arguments.addAll(List.of(options));
        return CommandLineProgram.run(
                new PrintWriter(out), new PrintWriter(err), arguments.toArray(new String[0]));
    }

    @Test
    void randomGamesReachTheirOptimumWithNothingSet(@TempDir Path folder) throws IOException {
        String files = folder.resolve("games").toString();
        assertThat(
                        run(
                                "--family",
                                FAMILIES,
                                "--games",
                                "1",
                                "--generator",
                                "6",
                                "--json",
                                "--out",
                                files))
                .isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(FAMILIES.split(",").length + 1);
        JsonNode total = new ObjectMapper().readTree(lines.get(lines.size() - 1));
        assertThat(total.get("family").asText()).isEqualTo("total");
        assertThat(total.get("reached").asDouble()).isEqualTo(1);
        assertThat(total.get("failed").asInt()).isZero();
        try (Stream<Path> written = Files.list(Path.of(files))) {
            assertThat(written)
                    .hasSize(FAMILIES.split(",").length)
                    .allSatisfy(
                            file -> {
                                assertThat(ScenarioFile.read(file).faults()).isEmpty();
                                assertThat(Files.readString(file))
                                        .doesNotContain("leader\"", "episode\"", "budget\"");
                            });
        }
    }

    @Test
    void whatIsNoFamilyIsRefused() {
        assertThat(run("--family", "nonsense")).isEqualTo(2);
        assertThat(err.toString()).contains("nonsense", "pure");
    }
}
