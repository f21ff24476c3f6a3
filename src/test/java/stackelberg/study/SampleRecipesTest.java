package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

class SampleRecipesTest {
    static Stream<Scenario> scenarios() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("sample-scenarios"))) {
            List<Path> samples =
                    files.filter(f -> f.toString().endsWith(".json"))
                            .filter(f -> !f.getFileName().toString().startsWith("study-"))
                            .sorted()
                            .toList();
            Stream.Builder<Scenario> all = Stream.builder();
            all.add(new Scenario());
            all.add(new Scenario().automatic());
            for (Path sample : samples) {
                all.add(ScenarioFile.read(sample).scenario());
            }
            return all.build();
        }
    }

    /** What a click begins must begin, whatever is open. */
    @ParameterizedTest
    @MethodSource("scenarios")
    void everyRecipeMakesAStudyOfEveryScenario(Scenario scenario) {
        for (Function<Scenario, Study> recipe :
                List.<Function<Scenario, Study>>of(
                        StudyRecipes::repeat,
                        StudyRecipes::ablation,
                        StudyRecipes::followers,
                        StudyRecipes::learners)) {
            Study study = recipe.apply(scenario);
            assertThat(StudyFile.expand(study).faults()).as(study.title()).isEmpty();
            StudyFile.Reading again = StudyFile.read(StudyFile.write(study), null);
            assertThat(again.study()).isEqualTo(study);
        }
        assertThat(StudyRecipes.learners(scenario).axes().get(0).levels()).hasSizeGreaterThan(3);
    }
}
