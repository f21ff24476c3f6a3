package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import stackelberg.game.Commitment;
import stackelberg.game.NormalForm;
import stackelberg.oracle.Answer;
import stackelberg.oracle.Oracle;
import stackelberg.parameter.Table;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/** The command {@code solve} and the two ways in which it prints an answer. */
class SolveCommandTest {
    private static final Answer CONITZER =
            Oracle.solve(
                    new NormalForm(
                                    Table.of(new double[][][] {{{1, 1}, {3, 0}}, {{0, 0}, {2, 1}}}),
                                    Commitment.RANDOMISED,
                                    List.of(2))
                            .assemble());
    private static final Answer BOUNDS =
            new Answer(Double.NaN, 0.25, 0.5, "Bounds only.", "", new double[0][]);

    @TempDir private Path folder;

    @Test
    void jsonHasTheKeysInTheirOrder() throws Exception {
        JsonNode answer = new ObjectMapper().readTree(AnswerText.json(CONITZER));
        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly("optimum", "method", "commitment", "lower", "upper", "mechanism");
        assertThat(answer.get("optimum").asDouble()).isEqualTo(CONITZER.optimum());
        assertThat(answer.get("mechanism").toString()).isEqualTo("[[0.5,0.5]]");
    }

    @Test
    void jsonHasNullForWhatIsNotKnown() throws Exception {
        JsonNode answer = new ObjectMapper().readTree(AnswerText.json(BOUNDS));
        assertThat(answer.get("optimum").isNull()).isTrue();
        assertThat(answer.get("lower").asDouble()).isEqualTo(0.25);
        assertThat(answer.get("mechanism")).isEmpty();
    }

    @Test
    void wordsShowAnOptimumOrBoundsButNeverOneAsTheOther() {
        assertThat(AnswerText.words(CONITZER).lines())
                .startsWith("Optimum     0.833333", "Commitment  0.5 row 1, 0.5 row 2")
                .hasSize(3);
        assertThat(AnswerText.words(BOUNDS).lines())
                .containsExactly(
                        "Optimum     not known",
                        "At least    0.25",
                        "At most     0.5",
                        "Method      Bounds only.");
    }

    @Test
    void solvesAScenarioFile() throws Exception {
        Path file = folder.resolve("escape.json");
        ScenarioFile.save(new Scenario(), file);
        StringWriter output = new StringWriter();
        int code =
                new CommandLine(new SolveCommand())
                        .setOut(new PrintWriter(output, true))
                        .execute(file.toString(), "--json");
        assertThat(code).isZero();
        JsonNode answer = new ObjectMapper().readTree(output.toString());
        assertThat(answer.get("optimum").asDouble()).isEqualTo(1);
        assertThat(answer.get("commitment").asText()).isEqualTo("row 3");
    }

    @Test
    void eachFaultIsALineWithItsPlace() throws Exception {
        Path file = folder.resolve("faulty.json");
        Files.writeString(file, ScenarioFile.write(new Scenario()).replace("100000", "-5"));
        StringWriter errors = new StringWriter();
        int code =
                new CommandLine(new SolveCommand())
                        .setErr(new PrintWriter(errors, true))
                        .execute(file.toString());
        assertThat(code).isEqualTo(2);
        assertThat(errors.toString().lines())
                .singleElement()
                .asString()
                .matches(Pattern.quote(file.toString()) + ":\\d+:\\d+: \\$\\.budget: .*\\. .*\\.");
    }

    @Test
    void aFileThatCannotBeReadIsSaidInOneLine() {
        StringWriter errors = new StringWriter();
        int code =
                new CommandLine(new SolveCommand())
                        .setErr(new PrintWriter(errors, true))
                        .execute(folder.resolve("none.json").toString());
        assertThat(code).isEqualTo(2);
        assertThat(errors.toString().lines()).hasSize(1).first().asString().contains("none.json: ");
    }
}
