package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.scenario.Scenario;

/** A study is read, refused with reasons, expanded to cells and written again. */
class StudyFileTest {
    @TempDir Path folder;

    private static final String BASE =
            """
            {"game": {"type": "simple-allocation"},
             "followers": [{"type": "multiplicative-weights"}]}
            """;

    private static StudyFile.Reading read(String axes) {
        return StudyFile.read(
                """
                {"title": "Study", "base": %s, "axes": %s, "seeds": "1-3"}
                """
                        .formatted(BASE, axes),
                null);
    }

    @Test
    void theCellsAreAllCombinationsTheLastAxisChangingFastest() {
        StudyFile.Reading reading =
                read(
                        """
                        [{"name": "messages", "path": "game.messages", "values": [1, 2]},
                         {"path": "followers[0].rate", "values": [0.1, 0.2, 0.3]}]
                        """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.cells()).hasSize(6);
        assertThat(reading.cells().get(1).levels())
                .containsExactly(
                        java.util.Map.entry("messages", "1"),
                        java.util.Map.entry("followers[0].rate", "0.2"));
        Scenario last = reading.cells().get(5).scenario();
        assertThat(((MultiplicativeWeights) last.followers().get(0)).rate()).isEqualTo(0.3);
        assertThat(last.title()).isEqualTo("Study");
        assertThat(reading.cells().stream().map(Cell::folder).distinct()).hasSize(6);
    }

    @Test
    void wholePartsOfAScenarioCanVary() {
        StudyFile.Reading reading =
                read(
                        """
                        [{"name": "followers", "path": "followers", "values": [
                           [{"type": "regret-matching"}], [{"type": "logit"}]]},
                         {"name": "leader", "variants": [
                           {"name": "wide", "set": {"leader.type": "ppo", "leader.critic": "full"}},
                           {"name": "other", "set": {"leader": {"type": "reinforce"}}}]}]
                        """);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.cells().stream().map(c -> c.levels().get("followers")).distinct())
                .containsExactly("regret-matching", "logit");
    }

    @Test
    void anotherLevelOrSeedLeavesTheOtherCellsAsTheyAre() {
        List<Cell> few = read("[{\"path\": \"game.messages\", \"values\": [1, 2]}]").cells();
        List<Cell> more = read("[{\"path\": \"game.messages\", \"values\": [3, 1, 2]}]").cells();
        assertThat(more.stream().map(Cell::folder).toList())
                .containsAll(few.stream().map(Cell::folder).toList());
        Study study = read("[]").study();
        assertThat(study).isNotNull();
        Cell own = StudyFile.expand(study).cells().get(0);
        assertThat(StudyFile.expand(study.withSeeds("7-9")).cells().get(0).folder())
                .isEqualTo(own.folder());
        assertThat(StudyFile.expand(study.withBudget(77)).cells().get(0).folder())
                .isNotEqualTo(own.folder());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'path':'game.mesages','values':[1]}] | the field \"mesages\" is unknown",
                "[{'path':'game.messages','values':[-1]}] | it is -1",
                "[{'path':'followers[3].rate','values':[1]}] | nothing at the path",
                "[{'path':'a b','values':[1]}] | is no path into a scenario",
                "[{'path':'game.messages','values':[]}] | it has no levels",
                "[{'path':'game.messages','values':[1,1]}] | two of its levels",
                "[{'path':'budget','values':[9]},{'name':'x','path':'budget','values':[8]}] | sets"
                        + " too",
                "[{'name':'x','path':'budget','values':[9]},{'name':'x','path':'seeds','values':['8']}]"
                    + " | is called",
                "[{'name':'x','variants':[{'name':'y'}]}] | it sets nothing",
                "[{'name':'x','colour':1,'path':'budget','values':[9]}] | \"colour\" is unknown",
                "3 | it is 3"
            })
    void badAxesAreRefusedWithAReason(String axes, String problem) {
        StudyFile.Reading reading = read(axes.replace('\'', '"'));
        assertThat(reading.study()).isNull();
        assertThat(reading.faults().get(0).problem()).contains(problem);
        assertThat(reading.faults().get(0).remedy()).isNotBlank();
    }

    @Test
    void millionsOfJobsAreRefused() {
        StringBuilder values = new StringBuilder("1");
        for (int k = 2; k <= 400; k++) {
            values.append(',').append(k);
        }
        StudyFile.Reading reading =
                read(
                        "[{\"path\": \"budget\", \"values\": [%s]},".formatted(values)
                                + "{\"path\": \"episode.responsePlays\", \"values\": [%s]}]"
                                        .formatted(values));
        assertThat(reading.faults().get(0).problem()).contains("more than 10000 combinations");
    }

    @Test
    void aBaseMayStandInAFileBesideItAndIsThenKept() throws IOException {
        Files.writeString(folder.resolve("base.json"), BASE);
        Path file = folder.resolve("study.json");
        Files.writeString(file, "{\"title\": \"S\", \"base\": {\"file\": \"base.json\"}}");
        StudyFile.Reading reading = StudyFile.read(file);
        assertThat(reading.faults()).isEmpty();
        String written = StudyFile.write(reading.study());
        StudyFile.Reading again = StudyFile.read(written, null);
        assertThat(again.study()).isEqualTo(reading.study());
        for (String name : List.of("none.json", "../base.json", "\\u0000")) {
            Files.writeString(file, "{\"title\": \"S\", \"base\": {\"file\": \"" + name + "\"}}");
            assertThat(StudyFile.read(file).faults().get(0).path()).isEqualTo("$.base.file");
        }
    }

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-scenarios"))) {
            return files
                    .filter(f -> f.getFileName().toString().matches("study-.*\\.json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleStudyCanBeTrained(Path file) throws IOException {
        StudyFile.Reading reading = StudyFile.read(file);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.cells()).isNotEmpty();
    }
}
