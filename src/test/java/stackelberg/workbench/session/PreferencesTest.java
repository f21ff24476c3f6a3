package stackelberg.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.workbench.session.Preferences.Place;

class PreferencesTest {
    @TempDir private Path folder;

    @Test
    void whatWasPreferredIsSoTheNextTime() {
        Path file = folder.resolve("new").resolve("preferences.json");
        KeptPreferences kept = new KeptPreferences(file);
        assertThat(kept.get()).isEqualTo(new Preferences());
        kept.change(now -> now.withTheme("dark").withTypeSize(19).withCores(3));
        kept.change(now -> now.withFolder(folder));
        kept.change(now -> now.withPlace(new Place(10, 20, 900, 700, true)));
        kept.change(now -> now.withDividers(List.of(0.2, 0.8, 0.7)));
        kept.close();

        Preferences next = new KeptPreferences(file).get();
        assertThat(next).isEqualTo(kept.get());
        assertThat(next.theme()).isEqualTo("dark");
        assertThat(next.existingFolder()).isEqualTo(folder);
        assertThat(next.place()).isEqualTo(new Place(10, 20, 900, 700, true));
        assertThat(next.dividers()).containsExactly(0.2, 0.8, 0.7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"theme\": 7, \"cores\": \"many\"}",
                "{\"theme\": \"pink\", \"typeSize\": -3, \"cores\": -2, \"dividers\": [0.1, null,"
                        + " 2]}",
                "{\"place\": {\"x\": \"NaN\", \"width\": 1e999}, \"folder\": \"\\u0000\"}"
            })
    void aDamagedFileIsAsGoodAsNone(String content) throws Exception {
        Path file = Files.writeString(folder.resolve("preferences.json"), content);
        Preferences read = new KeptPreferences(file).get();
        assertThat(read.withFolder(folder)).isEqualTo(new Preferences().withFolder(folder));
        assertThat(read.existingFolder()).isNull();
    }

    @Test
    void whatIsOutOfRangeIsBroughtBackAndWhatIsUnknownIsLeft() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("preferences.json"),
                        "{\"theme\": \"dark\", \"typeSize\": 500, \"cores\": 70000, \"later\":"
                                + " {}}");
        Preferences read = new KeptPreferences(file).get();
        assertThat(read.theme()).isEqualTo("dark");
        assertThat(read.typeSize()).isEqualTo(Preferences.LARGEST);
        assertThat(read.cores()).isEqualTo(Preferences.MOST_CORES);
    }

    @Test
    void aFolderThatIsGoneIsNotGoneTo() {
        assertThat(new Preferences().withFolder(folder.resolve("gone")).existingFolder()).isNull();
    }
}
