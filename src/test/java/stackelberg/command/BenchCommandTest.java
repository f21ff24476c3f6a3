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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    private static final Path ESCAPE = Path.of("sample-scenarios", "escape.json");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("bench"));
        arguments.addAll(List.of(options));
        return CommandLineProgram.run(
                new PrintWriter(out), new PrintWriter(err), arguments.toArray(new String[0]));
    }

    @Test
    void aFigureIsToldInItsUnitAndInStepsOfTheCalibrationLoop() {
        assertThat(run("--only", "minibatch step, 1 rows, PLAIN", "--time", "0.05")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.startsWith("One step of the calibration loop takes"))
                .anyMatch(line -> line.startsWith("minibatch step, 1 rows, PLAIN"))
                .anyMatch(line -> line.startsWith("Networks run on the Vector API"))
                .hasSize(4);
    }

    @Test
    void aTrainingIsAlsoToldByItsParts() {
        assertThat(run(ESCAPE.toString(), "--only", "transition", "--time", "0.05")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.strip().startsWith("plays and followers' updates"))
                .anyMatch(line -> line.strip().startsWith("critic's gradients"))
                .anyMatch(line -> line.strip().startsWith("evaluation"));
    }

    @Test
    void aFigureAsJson() throws IOException {
        assertThat(run("--only", "play, escape", "--time", "0.05", "--json")).isZero();
        JsonNode row = new ObjectMapper().readTree(out.toString());
        assertThat(row.get("figure").asText()).isEqualTo("play, escape");
        assertThat(row.get("unit").asText()).isEqualTo("a second");
        assertThat(row.get("value").asDouble()).isGreaterThan(1000);
        assertThat(row.get("calibrationSteps").asDouble()).isPositive();
        assertThat(row.get("bytes").asDouble()).isNotNegative();
    }

    @Test
    void scenarioFilesAreTrainedToTheirOptimum(@TempDir Path folder) throws IOException {
        Path hopeless = folder.resolve("hopeless.json");
        Files.writeString(
                hopeless,
                Files.readString(ESCAPE).replaceFirst("\"budget\": \\d+", "\"budget\": 1"));
        String[] options = {
            ESCAPE.toString(),
            hopeless.toString(),
            "--only",
            "no such figure",
            "--to-optimum",
            "--seed",
            "1-3",
            "--time",
            "0.05",
            "--json"
        };
        assertThat(run(options)).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode well = new ObjectMapper().readTree(lines.get(0));
        assertThat(well.get("reached").asInt()).isEqualTo(3);
        assertThat(well.get("worstSeconds").asDouble())
                .isGreaterThanOrEqualTo(well.get("medianSeconds").asDouble());
        JsonNode badly = new ObjectMapper().readTree(lines.get(1));
        assertThat(badly.get("seeds").asInt()).isEqualTo(3);
        assertThat(badly.get("worstSeconds").isNull()).isEqualTo(badly.get("reached").asInt() < 3);
    }

    @Test
    void whatCannotBeMeasuredIsSaid() {
        assertThat(run("--time", "0")).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("--time is 0").contains("Use a positive number");
        assertThat(run("--seed", "ten")).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("--seed: ");
        assertThat(run("no-such-file.json")).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("no-such-file.json");
    }
}
