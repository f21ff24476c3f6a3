package stackelberg.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyCommandTest {
    private static final String STUDY =
            """
            {"title": "Messages, \\"one\\" or more", "question": "How many?",
             "base": {"game": {"type": "simple-allocation"},
                      "leader": {"type": "policy-enumeration"}},
             "axes": [{"name": "messages", "path": "game.messages", "values": [1, 2]}],
             "seeds": "1-2",
             "references": [{"cell": {"messages": "2"}, "value": 0.6667, "source": "by hand"}]}
            """;

    @TempDir Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return CommandLineProgram.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private Path study() throws IOException {
        return Files.writeString(folder.resolve("messages.json"), STUDY);
    }

    private String to() {
        return folder.resolve("out").toString();
    }

    @Test
    void everyCellIsARowOverAllSeeds() throws IOException {
        assertThat(run("study", study().toString(), "--out", to(), "--json")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(2);
        JsonNode two = new ObjectMapper().readTree(lines.get(1));
        assertThat(two.get("levels").get("messages").asText()).isEqualTo("2");
        assertThat(two.get("n").asInt()).isEqualTo(2);
        assertThat(two.get("reached").asInt()).isEqualTo(2);
        assertThat(two.get("reference").asDouble()).isEqualTo(0.6667);
        assertThat(folder.resolve("out/table.csv"))
                .content()
                .startsWith("messages,measure,n,mean,");
        assertThat(folder.resolve("out/report.html"))
                .content()
                .contains("<h1>Messages, &quot;one&quot; or more</h1>")
                .contains("<svg")
                .doesNotContain("http-equiv")
                .doesNotContain("src=");
        assertThat(folder.resolve("out/table.md")).content().contains("| messages | seeds |");
    }

    @Test
    void whatIsOverIsNotTrainedAgainAndWhatIsAddedIs() throws IOException {
        assertThat(run("study", study().toString(), "--out", to())).isZero();
        List<Path> results = results();
        assertThat(results).hasSize(4);
        FileTime long_ago = FileTime.fromMillis(1);
        for (Path result : results) {
            Files.setLastModifiedTime(result, long_ago);
        }
        Files.delete(results.get(0));
        assertThat(run("study", "--resume", to(), "--seed", "1-3")).isZero();
        assertThat(results()).hasSize(6).containsAll(results);
        for (Path result : results.subList(1, 4)) {
            assertThat(Files.getLastModifiedTime(result)).isEqualTo(long_ago);
        }
        assertThat(out.toString()).contains("| 1 | 3 |").contains("| 2 | 3 |");
    }

    /** Each task of an array trains its part; the last command finds all of them. */
    @Test
    void partsTogetherAreTheWhole() throws IOException {
        assertThat(run("study", study().toString(), "--out", to())).isZero();
        String whole = Files.readString(folder.resolve("out/table.csv"));
        Path other = folder.resolve("parts");
        Files.createDirectories(other);
        Files.copy(folder.resolve("out/study.json"), other.resolve("study.json"));
        for (String part : List.of("0/3", "1/3", "2/3")) {
            assertThat(run("study", "--resume", other.toString(), "--part", part)).isZero();
            assertThat(out.toString()).isEmpty();
        }
        assertThat(run("study", "--resume", other.toString())).isZero();
        assertThat(other.resolve("table.csv")).content().isEqualTo(whole);
        assertThat(run("study", "--resume", other.toString(), "--part", "3/3"))
                .isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("is no part");
    }

    @Test
    void aMeasureAndAClaimAreInTheTable() throws IOException {
        String with =
                STUDY.replace(
                        "\"references\"",
                        """
                        "measures": [{"column": "greedy policy", "take": "best"},
                                     {"column": "BCCE gap"}],
                        "claims": [{"says": "Two are worth more.", "cell": {"messages": "2"},
                                    "relation": "above", "other": {"messages": "1"}}],
                        "references\"\
                        """);
        Path file = Files.writeString(folder.resolve("claims.json"), with);
        assertThat(run("study", file.toString(), "--out", to())).isZero();
        assertThat(out.toString())
                .contains("## Best greedy policy")
                .contains("## BCCE gap")
                .contains("| Two are worth more. | 2 | +0.3333 | 0.0 | agrees |");
        assertThat(folder.resolve("out/report.html")).content().contains("Two are worth more.");
        for (String[] change :
                new String[][] {
                    {"\"best\"", "\"worst\"", "$.measures[0].take: it is \"worst\""},
                    {"\"above\"", "\"over\"", "$.claims[0].relation"},
                    {"\"other\": {\"messages\": \"1\"}", "\"x\": 1", "$.claims[0].x"},
                    {"{\"messages\": \"1\"}}]", "{\"messages\": \"7\"}}]", "$.claims[0].cell"}
                }) {
            Files.writeString(file, with.replace(change[0], change[1]));
            assertThat(run("study", file.toString(), "--out", to())).isEqualTo(ExitCode.FAULT);
            assertThat(err.toString()).contains(change[2]);
        }
    }

    private List<Path> results() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            return files.filter(f -> f.endsWith("result.json")).sorted().toList();
        }
    }

    @Test
    void aDamagedResultIsSaidAndNothingElseIsLost() throws IOException {
        assertThat(run("study", study().toString(), "--out", to())).isZero();
        Files.writeString(results().get(2), "{");
        assertThat(run("study", "--resume", to())).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("is damaged. Delete it");
        Files.delete(results().get(2));
        assertThat(run("study", "--resume", to())).isZero();
        assertThat(results()).hasSize(4);
    }

    @Test
    void faultsOfFilesAndArgumentsAreSaid() throws IOException {
        assertThat(run("study")).isEqualTo(ExitCode.FAULT);
        assertThat(run("study", folder.resolve("none.json").toString())).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("there is no such file");
        assertThat(run("study", "--resume", folder.resolve("none").toString()))
                .isEqualTo(ExitCode.FAULT);
        Path bad = Files.writeString(folder.resolve("bad.json"), "{\"title\": \"x\"}");
        assertThat(run("study", bad.toString(), "--out", to())).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("$.base: it is missing");
        assertThat(run("study", study().toString(), "--seed", "x", "--out", to()))
                .isEqualTo(ExitCode.FAULT);
    }
}
