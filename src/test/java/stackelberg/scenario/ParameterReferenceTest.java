package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void everyLineOfTheTableHasItsFourCells() {
        assertThat(ParameterReference.markdown().lines())
                .hasSize(2 + ParameterReference.entries().size())
                .allMatch(line -> line.split("(?<!\\\\)\\|", -1).length == 6);
    }
}
