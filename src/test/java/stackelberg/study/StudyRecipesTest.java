package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

class StudyRecipesTest {
    /** Also where the scenario leaves the part that it is in to the program. */
    @Test
    void whatIsAutomaticIsVariedToo() {
        for (String path : List.of("followers[0].rate", "leader.learningRate", "budget")) {
            Study study =
                    StudyRecipes.vary(
                            new Scenario().automatic(), path, path, List.of("0.01", "1e-3"));
            if (path.equals("budget")) {
                study =
                        StudyRecipes.vary(
                                new Scenario().automatic(), path, path, List.of("1000", "2000"));
            }
            assertThat(StudyFile.expand(study).faults()).as(path).isEmpty();
        }
    }

    @Test
    void oneParameterIsVaried() {
        Study study =
                StudyRecipes.vary(
                        new Scenario(), "episode.responsePlays", "plays", List.of("50", "200"));
        StudyFile.Reading reading = StudyFile.expand(study);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.cells())
                .extracting(cell -> cell.scenario().episode().responsePlays())
                .containsExactly(50, 200);
        assertThat(StudyRecipes.valueAt(new Scenario(), "episode.responsePlays")).isNotEmpty();
        assertThat(StudyRecipes.valueAt(new Scenario(), "followers[0].rate")).isNotEmpty();
        assertThat(StudyRecipes.valueAt(new Scenario(), "game")).isEmpty();
    }

    @Test
    void seedsOfTheScenarioAreKeptWhereTheyAreManyEnough() {
        Scenario scenario = new Scenario();
        assertThat(StudyRecipes.repeat(scenario.withSeeds("1-10")).seeds()).isEqualTo("1-20");
        assertThat(StudyRecipes.repeat(scenario.withSeeds("1-11")).seeds()).isEqualTo("1-11");
        assertThat(StudyRecipes.ablation(scenario.withSeeds("3")).seeds()).isEqualTo("1-10");
        assertThat(StudyRecipes.ablation(scenario.withSeeds("3-4")).seeds()).isEqualTo("3-4");
    }

    /** Brero et al. 2024: {Stackelberg, Basic} × {MAPPO, PPO}; other settings of PPO are kept. */
    @Test
    void theAblationCrossesPhasesAndCritics() {
        Scenario own =
                ScenarioFile.read(
                                "{\"title\": \"T\", \"game\": {\"type\": \"simple-allocation\"},"
                                        + " \"leader\": {\"type\": \"ppo\", \"hiddenUnits\": 7}}")
                        .scenario();
        Scenario other =
                ScenarioFile.read(
                                "{\"title\": \"T\", \"game\": {\"type\": \"simple-allocation\"},"
                                        + " \"leader\": {\"type\": \"policy-enumeration\"}}")
                        .scenario();
        for (Scenario scenario : new Scenario[] {own, other}) {
            Study study = StudyRecipes.ablation(scenario);
            List<Level> levels = study.axes().get(0).levels();
            assertThat(levels)
                    .extracting(Level::label)
                    .containsExactly(
                            "Stackelberg MAPPO", "Stackelberg PPO", "Basic MAPPO", "Basic PPO");
            assertThat(levels)
                    .extracting(level -> level.settings().get("leader").get("critic").asText())
                    .containsExactly("full", "none", "full", "none");
            assertThat(levels)
                    .extracting(
                            level -> level.settings().get("episode.responseTransitions").asDouble())
                    .containsExactly(1.0, 1.0, 0.0, 0.0);
            assertThat(levels.get(0).settings().get("leader").has("hiddenUnits"))
                    .isEqualTo(scenario == own);
        }
    }

    @Test
    void valuesAreWrittenAsAPersonMeansThem() {
        Study study =
                StudyRecipes.vary(
                        new Scenario(), "a", "A", List.of("2", "1e3", "0.5", "1e15", "true", "no"));
        assertThat(study.axes().get(0).levels())
                .extracting(level -> level.settings().get("a").toString())
                .containsExactly("2", "1000", "0.5", "1.0E15", "true", "\"no\"");
        assertThat(study.title()).endsWith(": a");
    }
}
