package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stackelberg.follower.InverseRl;

/** Lines of text stand in a scenario, or are taken over from a file that it names. */
class LinesTest {
    @TempDir Path folder;

    private static String json(String demonstrations) {
        return """
        {"title": "People", "game": {"type": "normal-form",
         "payoffs": [[[2, 1], [4, 0]], [[1, 0], [3, 1]]]},
         "followers": [{"type": "inverse-rl", "demonstrations": %s}]}
        """
                .formatted(demonstrations);
    }

    private ScenarioFile.Reading read(String demonstrations) throws IOException {
        Path file = folder.resolve("people.json");
        Files.writeString(file, json(demonstrations));
        return ScenarioFile.read(file);
    }

    private static List<String> lines(ScenarioFile.Reading reading) {
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.scenario()).isNotNull();
        return ((InverseRl) reading.scenario().followers().get(0)).demonstrations();
    }

    @Test
    void aFileIsTakenOverSoThatTheScenarioIsComplete() throws IOException {
        Files.writeString(folder.resolve("choices.csv"), "\ufeffaction,count\r\n1,20\r\n2,10\r\n");
        ScenarioFile.Reading reading = read("{\"file\": \"choices.csv\"}");
        assertThat(lines(reading)).containsExactly("action,count", "1,20", "2,10");
        String written = ScenarioFile.write(reading.scenario());
        assertThat(written).contains("\"1,20\",").doesNotContain("choices.csv");
        assertThat(ScenarioFile.read(written).scenario()).isEqualTo(reading.scenario());
    }

    @Test
    void whatCannotBeTakenOverIsSaid() throws IOException {
        Files.write(folder.resolve("latin.csv"), "\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Files.createDirectory(folder.resolve("inner"));
        Files.write(folder.resolve("large.csv"), new byte[ScenarioFile.LARGEST]);
        refused(read("{\"file\": \"none.csv\"}"), "that file cannot be read");
        refused(read("{\"file\": \"latin.csv\"}"), "not text in the encoding UTF-8");
        refused(read("{\"file\": \"inner\"}"), "it names a folder");
        refused(read("{\"file\": \"../x.csv\"}"), "outside the scenario's folder");
        refused(read("{\"file\": \"/etc/hosts\"}"), "outside the scenario's folder");
        refused(read("{\"file\": \"large.csv\"}"), "that file has 1,048,576 bytes");
        refused(read("{\"file\": \"a\\u0000b\"}"), "it is not the name of a file");
        refused(ScenarioFile.read(json("{\"file\": \"x.csv\"}")), "this text is in no folder");
        refused(read("{\"file\": 3}"), "it is an object");
        refused(read("[\"action\", 3]"), "it is 3");
        refused(read("\"action\""), "it is the text");
    }

    private static void refused(ScenarioFile.Reading reading, String problem) {
        assertThat(reading.scenario()).isNull();
        assertThat(reading.faults().get(0).problem()).contains(problem);
        assertThat(reading.faults().get(0).path()).contains("demonstrations");
        assertThat(reading.faults().get(0).remedy()).isNotBlank();
    }
}
