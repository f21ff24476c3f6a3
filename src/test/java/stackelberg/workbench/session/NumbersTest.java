package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @Property
    void whatAFieldShowsReadsBackAsTheSameNumber(@ForAll double value) {
        if (Double.isFinite(value)) {
            assertThat(Numbers.parse(Numbers.edited(value))).isEqualTo(value + 0.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.0003,0.0003", "1e-8,1e-8", "100000,100000", "0.95,0.95", "-0.0,0", "3,3"})
    void fieldsShowNumbersAsPeopleWriteThem(double value, String text) {
        assertThat(Numbers.edited(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.66666,0.6667", "30,30", "-0.0555555,−0.0556", "0,0", "NaN,–", "123.456,123.5"})
    void tablesShowFourDigits(double value, String text) {
        assertThat(Numbers.shown(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"950,950", "12345,12.3k", "1112345,1.11M", "4000000,4M", "2.5e9,2.5G"})
    void largeCountsAreBrief(double value, String text) {
        assertThat(Numbers.brief(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "many", "NaN", "Infinity", "1e", "0x10", "1 2,3", "--1", "1e999"})
    void whatIsNoNumberIsRefused(String text) {
        assertThatThrownBy(() -> Numbers.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDecimalCommaIsExplained() {
        assertThatThrownBy(() -> Numbers.parse("0,5")).hasMessageContaining("with a point");
    }

    @Test
    void wholeNumbersMayBeWrittenInAnyWay() {
        assertThat(Numbers.parseWhole("1e6")).isEqualTo(1_000_000);
        assertThat(Numbers.parseWhole(" 50 000 ")).isEqualTo(50_000);
        assertThatThrownBy(() -> Numbers.parseWhole("1.5")).hasMessageContaining("whole");
        assertThatThrownBy(() -> Numbers.parseWhole("1e300")).hasMessageContaining("too large");
    }

    @Test
    void durationsHaveTwoUnits() {
        assertThat(Numbers.duration(12.2)).isEqualTo("13 s");
        assertThat(Numbers.duration(125)).isEqualTo("2 min 5 s");
        assertThat(Numbers.duration(7300)).isEqualTo("2 h 1 min");
        assertThat(Numbers.duration(Double.NaN)).isEqualTo("–");
    }
}
