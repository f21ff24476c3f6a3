package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference names every field, with what it may hold and its default. */
class ParameterReferenceTest {
    @Test
    void aFieldOfAMemberHasItsRangeAndDefault() {
        assertThat(ParameterReference.entries())
                .filteredOn(entry -> entry.path().equals("leader.clip"))
                .singleElement()
                .returns("a number from 0.001 to 1, or \"auto\"", ParameterReference.Entry::values)
                .returns("\"auto\"", ParameterReference.Entry::standard);
    }

    private static ParameterReference.Entry entry(String path) {
        return ParameterReference.entries().stream()
                .filter(entry -> entry.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** Label, symbol and unit make a sentence; the help follows, and where it is from. */
    @Test
    void whatAFieldMeansIsSaid() {
        assertThat(entry("budget"))
                .returns("\"auto\"", ParameterReference.Entry::standard)
                .returns(
                        "Budget, in transitions. Leader transitions of one run; the last rollout is"
                                + " completed.",
                        ParameterReference.Entry::meaning);
        assertThat(entry("title"))
                .returns("a text in double quotes", ParameterReference.Entry::values)
                .returns("required", ParameterReference.Entry::standard)
                .returns(
                        "Title. A short name, shown in the gallery and the table of runs.",
                        ParameterReference.Entry::meaning);
        assertThat(ParameterReference.entries())
                .filteredOn(entry -> entry.path().equals("followers[].rate"))
                .extracting(ParameterReference.Entry::meaning)
                .contains(
                        "Learning rate ε. A payoff of 1 multiplies an action's weight by 1 +"
                                + " ε. Larger is quicker and less exact. (Brero et al. 2024:"
                                + " 0.1)");
        assertThat(entry("game.type"))
                .returns("required", ParameterReference.Entry::standard)
                .satisfies(type -> assertThat(type.meaning()).contains(". "));
    }

    /** Fields of parts follow the part, those of a family's members one member after the other. */
    @Test
    void partsAndMembersAreListed() {
        List<String> paths =
                ParameterReference.entries().stream().map(ParameterReference.Entry::path).toList();
        assertThat(paths)
                .contains("episode", "episode.responsePlays", "leader.clip", "game.rule.type")
                .contains("followers[].type", "followers[].memory", "seeds");
        assertThat(paths.indexOf("episode.responsePlays")).isEqualTo(paths.indexOf("episode") + 1);
        assertThat(entry("episode").standard()).isEqualTo("its fields' defaults");
        assertThat(entry("leader").standard()).isEqualTo("\"ppo\"");
        assertThat(entry("followers").standard()).isEqualTo("\"multiplicative-weights\"");
        assertThat(paths.stream().filter("leader.type"::equals)).hasSize(7);
        assertThat(ParameterReference.markdown())
                .startsWith("| field | value | default | meaning |\n|---|---|---|---|\n| `title` |")
                .contains("| `seeds` | a text in double quotes | \"1\" | Seeds. Which seeds");
    }

    @Test
    void everyLineOfTheTableHasItsFourCells() {
        assertThat(ParameterReference.markdown().lines())
                .hasSize(2 + ParameterReference.entries().size())
                .allMatch(line -> line.split("(?<!\\\\)\\|", -1).length == 6);
    }
}
