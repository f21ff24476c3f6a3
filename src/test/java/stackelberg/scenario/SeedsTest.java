package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.parameter.Faults;

class SeedsTest {
    @Test
    void numbersRangesAndListsAreSeedsInOrderEachOnce() {
        assertThat(Seeds.parse("1")).containsExactly(1L);
        assertThat(Seeds.parse("4-4")).containsExactly(4L);
        assertThat(Seeds.parse(" 7, 1 - 3 ,2")).containsExactly(1L, 2L, 3L, 7L);
        assertThat(Seeds.parse("999999999999999999")).containsExactly(999_999_999_999_999_999L);
    }

    @Test
    void aThousandAreAllowedAndNoMore() {
        assertThat(Seeds.parse("1-1000"))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 1000).boxed().toList());
        assertThat(Seeds.parse("1-500,501-1000")).hasSize(1000);
        assertThat(Seeds.parse("1-999,1000")).hasSize(1000);
        for (String many : new String[] {"1-1001", "1-500,600-1100", "1-1000,2000"}) {
            assertThatThrownBy(() -> Seeds.parse(many))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("it names more than 1000 seeds");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "x; neither a seed nor a range",
                "1,; neither a seed nor a range",
                "-1; neither a seed nor a range",
                "1-2-3; neither a seed nor a range",
                "1234567890123456789; is too large: the largest is 999999999999999999",
                "3-2; the range \"3-2\" is empty"
            })
    void whatNamesNoSeedsIsAFault(String text, String problem) {
        Faults faults = new Faults();
        Seeds.check(text, faults);
        assertThat(faults.list())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains(problem));
        Faults none = new Faults();
        Seeds.check("1-3,7", none);
        assertThat(none.none()).isTrue();
    }
}
