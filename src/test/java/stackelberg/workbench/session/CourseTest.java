package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stackelberg.workbench.session.SampleScenarios.Sample;

class CourseTest {
    private static final List<Sample> SAMPLES = SampleScenarios.read(Path.of("sample-scenarios"));
    private static final Course COURSE = Course.read();

    @Test
    void everySampleHasItsPlaceInTheCourseAndTheCourseNamesNoOther() {
        Set<String> files =
                SAMPLES.stream()
                        .map(s -> s.file().getFileName().toString().replace(".json", ""))
                        .collect(Collectors.toSet());
        assertThat(COURSE.lessons().keySet()).isEqualTo(files);
        assertThat(COURSE.sections(SAMPLES)).hasSameSizeAs(COURSE.chapters());
        assertThat(COURSE.lessons().values()).allMatch(seconds -> seconds > 0);
    }

    @Test
    void whatTheCourseDoesNotKnowComesAfterIt() {
        Sample known = SAMPLES.get(0);
        Sample own = new Sample(Path.of("mine.json"), known.scenario(), "");
        Sample broken = new Sample(Path.of("broken.json"), null, "it is no scenario");
        List<Course.Section> sections = COURSE.sections(List.of(broken, own, known));
        assertThat(sections).hasSize(3);
        assertThat(sections.get(0).samples()).containsExactly(known);
        assertThat(sections.get(1).title()).isEqualTo("More");
        assertThat(sections.get(1).samples()).containsExactly(own);
        assertThat(sections.get(2).samples()).containsExactly(broken);
        assertThat(COURSE.seconds(own, 1)).isNaN();
        assertThat(COURSE.seconds(known, 2)).isEqualTo(2 * COURSE.seconds(known, 1));
    }

    @Test
    void aSearchFindsWhatHasAllItsWords() {
        assertThat(found("prices MESSAGES")).isNotEmpty().doesNotContain("Escape");
        assertThat(found("escape")).contains("Escape", "Escape, randomised");
        assertThat(found("bertrand")).isNotEmpty();
        assertThat(found("")).hasSameSizeAs(SAMPLES);
        assertThat(found("nothing has this word")).isEmpty();
    }

    private static Set<String> found(String search) {
        Set<String> titles = new HashSet<>();
        SAMPLES.stream().filter(s -> Course.matches(s, search)).forEach(s -> titles.add(s.title()));
        return titles;
    }
}
