package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.leader.Learner;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Family;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/** What {@code check} prints and the exit codes it ends with. */
class CheckCommandTest {
    private static final String SAMPLE = "sample-scenarios/escape.json";

    @TempDir private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aValidFile() {
        assertThat(run("check", SAMPLE)).isZero();
        assertThat(out.toString().lines()).containsExactly(SAMPLE + ": valid");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aFileWithAnyRegisteredLearner() throws IOException {
        for (Object learner : Family.of(Learner.class).members()) {
            Scenario scenario = new Scenario();
            Record with = Declaration.of(scenario).with(scenario, "leader", learner);
            Path file = folder.resolve(Family.about(learner).type() + ".json");
            Files.writeString(file, ScenarioFile.write((Scenario) with));
            assertThat(run("check", file.toString())).as(file.toString()).isZero();
        }
        assertThat(out.toString().lines()).allMatch(line -> line.endsWith(": valid"));
    }

    @Test
    void everyFaultOfEveryFileIsALine() throws IOException {
        Path bad = folder.resolve("bad.json");
        Files.writeString(
                bad, Files.readString(Path.of(SAMPLE)).replace("\"1-5\"", "15, \"speed\": 1"));
        // The seeds are the last field, one line above the closing brace.
        int last = Files.readAllLines(bad).size() - 1;
        Path none = folder.resolve("none.json");
        assertThat(run("check", bad.toString(), none.toString(), SAMPLE)).isEqualTo(2);
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                bad
                                                        + ":"
                                                        + last
                                                        + ":12: $.seeds: it is 15. Enter a text"
                                                        + " in double quotes."),
                        line ->
                                assertThat(line)
                                        .startsWith(
                                                bad
                                                        + ":"
                                                        + last
                                                        + ":16: $.speed: the field \"speed\" is"
                                                        + " unknown. "),
                        line ->
                                assertThat(line)
                                        .isEqualTo(
                                                "cannot read "
                                                        + none
                                                        + ": there is no such file or folder"),
                        line -> assertThat(line).isEqualTo(SAMPLE + ": valid"));
    }

    /** The paper's studies, each with all of its cells. */
    @Test
    void studiesAreCheckedToo() throws IOException {
        List<String> studies;
        try (Stream<Path> files = Files.list(Path.of("sample-scenarios"))) {
            studies = files.map(Path::toString).filter(f -> f.contains("study-")).sorted().toList();
        }
        assertThat(studies).hasSize(11);
        for (String study : studies) {
            assertThat(run("check", study)).as(study).isZero();
        }
        Path bad =
                Files.writeString(
                        folder.resolve("study.json"),
                        "{\"title\": \"x\", \"base\": {\"game\": {\"type\": \"chess\"}}}");
        assertThat(run("check", bad.toString())).isEqualTo(ExitCode.FAULT);
        assertThat(out.toString()).contains("$.game.type");
    }

    @Test
    void theSchemaAndTheFields() {
        assertThat(run("check", "--schema")).isZero();
        assertThat(out.toString()).contains("json-schema.org/draft/2020-12");
        assertThat(run("check", "--fields")).isZero();
        assertThat(out.toString()).contains("| `leader.clip` |");
    }

    @Test
    void theHelpNamesEveryField() {
        assertThat(run("check", "--help")).isZero();
        assertThat(out.toString().lines())
                .anyMatch(
                        line ->
                                line.matches(
                                        " +leader.clip +a number from 0.001 to 1, or .auto."
                                                + " ..auto.."));
    }

    @Test
    void wrongArgumentsAreToldInTwoLines() {
        assertThat(run("check")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Say which FILE to check.", "Help: stackelberg-workbench check --help");
        assertThat(run("chek")).isEqualTo(2);
    }

    private int run(String... arguments) {
        return CommandLineProgram.run(
                new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
