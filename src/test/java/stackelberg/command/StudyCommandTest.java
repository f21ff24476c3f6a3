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
