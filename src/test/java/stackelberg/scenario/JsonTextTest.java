package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.follower.InverseRl;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.Commitment;
import stackelberg.game.NormalForm;
import stackelberg.game.SecurityGame;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Table;

/** How values are written. */
class JsonTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "1, 1",
        "-3, -3",
        "100, 100",
        "1200000, 1200000",
        "100000000000000, 100000000000000",
        "1000000000000000, 1E+15",
        "1.5, 1.5",
        "0.1, 0.1",
        "0.0003, 0.0003",
        "4e-6, 0.000004",
        "1e-9, 1E-9",
        "1.25e30, 1.25E+30"
    })
    void aNumberIsShort(double value, String text) {
        assertThat(JsonText.number(value)).isEqualTo(text);
    }

    @Test
    void everyNumberIsReadAsItWas() {
        RandomGenerator random = new SplittableRandom(1);
        for (int k = 0; k < 20_000; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (!Double.isFinite(value)) {
                continue;
            }
            assertThat(Double.parseDouble(JsonText.number(value))).isEqualTo(value);
            double round = Math.rint(random.nextDouble(-1e6, 1e6)) * Math.pow(10, k % 20);
            assertThat(Double.parseDouble(JsonText.number(round))).isEqualTo(round);
        }
    }

    private static String written(Record record, String field) {
        Declared parameter =
                Declaration.of(record).parameters().stream()
                        .filter(p -> p.name().equals(field))
                        .findFirst()
                        .orElseThrow();
        return JsonText.value(parameter, parameter.value(record));
    }

    /** As a field of its own a value looks as it does in its file. */
    @Test
    void aValueAloneIsWrittenToo() {
        NormalForm form =
                new NormalForm(
                        Table.of(new double[][][] {{{1, 2}, {0.5, -3}}}),
                        Commitment.PURE,
                        java.util.List.of());
        assertThat(written(form, "payoffs")).isEqualTo("[\n  [[1, 2], [0.5, -3]]\n]");
        assertThat(written(new Scenario().automatic(), "seeds")).isEqualTo("\"1\"");
        assertThat(written(new Scenario().automatic().episode(), "responsePlays"))
                .isEqualTo("\"auto\"");
        assertThat(written(new Scenario(), "title")).startsWith("\"").endsWith("\"");
    }

    /** A cell of one number is that number; lines stand one below the other, or not at all. */
    @Test
    void tablesOfNumbersAndLinesAreWrittenPlainly() {
        assertThat(written(new SecurityGame(), "prior")).isEqualTo("[\n  [0.6, 0.4]\n]");
        InverseRl none = new InverseRl();
        assertThat(written(none, "demonstrations")).isEqualTo("[]");
        InverseRl some =
                new InverseRl(java.util.List.of("action", "1"), InverseRl.Likes.ACTIONS, 0);
        assertThat(written(some, "demonstrations")).isEqualTo("[\n  \"action\",\n  \"1\"\n]");
    }

    /** What is automatic is left out; what states its usual type alone is not. */
    @Test
    void onlyWhatAReaderSettlesIsLeftOut() {
        String automatic = ScenarioFile.write(new Scenario().automatic());
        assertThat(automatic)
                .doesNotContain("\"leader\"", "\"followers\"", "\"episode\"", "\"budget\"")
                .contains("\"title\"", "\"seeds\"");
        String stated = ScenarioFile.write(new Scenario());
        assertThat(stated)
                .contains("\"leader\"", "\"followers\"", "\"episode\"", "\"budget\": 100000");
        BertrandPlatform usual = new BertrandPlatform();
        Scenario scenario =
                new Scenario(
                                "Usual",
                                "",
                                usual,
                                new Scenario().followers(),
                                new Scenario().leader(),
                                new Scenario().episode(),
                                1,
                                "1")
                        .automatic();
        assertThat(ScenarioFile.write(scenario)).contains("\"type\": \"no-intervention\"");
    }
}
