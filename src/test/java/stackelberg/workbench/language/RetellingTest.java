package stackelberg.workbench.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetellingTest {
    private static final Bundle BUNDLE =
            new Bundle(
                    Map.ofEntries(
                            Map.entry("Save", "Sichern"),
                            Map.entry("row {0}", "Zeile {0}"),
                            Map.entry("column {0}", "Spalte {0}"),
                            Map.entry("buyer {0}", "Käufer {0}"),
                            Map.entry("{0} chooses {1}.", "{0} wählt {1}."),
                            Map.entry("price of {0}", "Preis von {0}"),
                            Map.entry(
                                    "Reached the optimum: %s of %s.",
                                    "Das Optimum ist erreicht: %s von %s."),
                            Map.entry(
                                    " The followers have not settled ({0}): wait.",
                                    " Die Follower sind nicht eingependelt ({0}): warten."),
                            Map.entry("BCCE gap {0}", "BCCE-Lücke {0}"),
                            Map.entry("message", "Nachricht"),
                            Map.entry("{0}: {1}", "falsch {0} {1}"),
                            Map.entry("Seed {0}: {1}", "Startwert {0}: {1}"),
                            Map.entry("after {0} of {1}", "von {1} nach {0}")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Save | Sichern",
                "row 3 | Zeile 3",
                "row 3 → column 1 | Zeile 3 → Spalte 1",
                "Buyer 2 chooses row 3. | Käufer 2 wählt Zeile 3.",
                "Message | Nachricht",
                "save | Sichern",
                "(message) | (Nachricht)",
                "price of buyer 1, price of buyer 2 | Preis von Käufer 1, Preis von Käufer 2",
                "after 3 of 7 | von 7 nach 3",
                "something else | something else",
                "0.25 row 1, 0.75 row 2 | 0.25 row 1, 0.75 row 2"
            })
    void wordsWithNumbersAreRetold(String english, String german) {
        assertThat(BUNDLE.retold(english)).isEqualTo(german);
    }

    @Test
    void sentencesAreRetoldOneByOne() {
        assertThat(
                        BUNDLE.retold(
                                "Reached the optimum: 1 of 1. The followers have not settled"
                                        + " (BCCE gap 0.01): wait."))
                .isEqualTo(
                        "Das Optimum ist erreicht: 1 von 1. Die Follower sind nicht eingependelt"
                                + " (BCCE-Lücke 0.01): warten.");
    }

    /** What an engine says of a disk, put together from texts of several rooms. */
    @Test
    void whatStopsARunIsRetoldWithWhatToDo() {
        Bundle german = Bundle.of(Language.GERMAN);
        assertThat(
                        german.retold(
                                "cannot write /runs/a-1/checkpoint: the disk is full. Free some"
                                        + " space, then resume the run: it goes on from its last"
                                        + " checkpoint"))
                .isEqualTo(
                        "/runs/a-1/checkpoint kann nicht geschrieben werden: der Datenträger ist"
                                + " voll. Schaffen Sie Platz und setzen Sie den Lauf dann fort: Er"
                                + " geht von seinem letzten Sicherungspunkt aus weiter");
        assertThat(
                        german.retold(
                                "cannot write /runs/a-1/checkpoint: the folder was moved, removed"
                                        + " or replaced. Put it back where it was, then resume the"
                                        + " run: it goes on from its last checkpoint"))
                .contains("der Ordner wurde verschoben", "Stellen Sie ihn an seinen Platz zurück");
    }

    @Test
    void valuesAreRetoldWhereTheyGo() {
        assertThat(BUNDLE.filled("Seed {0}: {1}", 3L, "Reached the optimum: 1 of 1."))
                .isEqualTo("Startwert 3: Das Optimum ist erreicht: 1 von 1.");
        assertThat(BUNDLE.filled("after {0} of {1}", 1, 2)).isEqualTo("von 2 nach 1");
    }

    @Test
    void englishIsAsItIs() {
        Bundle english = Bundle.of(Language.ENGLISH);
        assertThat(english.filled("{0} of {1}, {0}", 3, "row 1")).isEqualTo("3 of row 1, 3");
        assertThat(english.retold("Save {0} 100 %")).isEqualTo("Save {0} 100 %");
    }

    @Test
    void aTextThatHoldsPlacesOfItsOwnIsTakenAsItIs() {
        assertThat(BUNDLE.filled("row {0}", "{1} and {0}")).isEqualTo("Zeile {1} and {0}");
    }

    @Test
    void languagesAreFoundByTagThenByLocale() {
        assertThat(Language.of("de", java.util.Locale.ENGLISH)).isEqualTo(Language.GERMAN);
        assertThat(Language.of("", java.util.Locale.GERMANY)).isEqualTo(Language.GERMAN);
        assertThat(Language.of("xx", java.util.Locale.FRANCE)).isEqualTo(Language.ENGLISH);
    }
}
