package stackelberg.workbench.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every text has its translation, and no translation is of a text that is said no longer. */
class TranslationTest {
    private static final Path GERMAN =
            Path.of("src/main/resources/stackelberg/workbench/language/texts_de.properties");

    private static final Pattern NUMBERED = Pattern.compile("\\{\\d}");
    private static final Pattern FORMATTED = Pattern.compile("%,?(?:\\.\\d+)?[sdgfe]");

    private static Properties german() throws Exception {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(GERMAN)) {
            texts.load(reader);
        }
        return texts;
    }

    @Test
    void nothingIsMissing() throws Exception {
        Set<String> missing = new TreeSet<>(EnglishTexts.all());
        missing.removeAll(german().stringPropertyNames());
        assertThat(missing).as("texts without a line in " + GERMAN).isEmpty();
    }

    @Test
    void nothingIsStale() throws Exception {
        Set<String> stale = new TreeSet<>(german().stringPropertyNames());
        stale.removeAll(EnglishTexts.all());
        assertThat(stale).as("lines of " + GERMAN + " whose text is said nowhere").isEmpty();
    }

    @Test
    void everyValueHasItsPlace() throws Exception {
        Properties german = german();
        for (String english : german.stringPropertyNames()) {
            String translation = german.getProperty(english);
            assertThat(found(NUMBERED, translation).stream().sorted().toList())
                    .as(english)
                    .isEqualTo(found(NUMBERED, english).stream().sorted().toList());
            assertThat(found(FORMATTED, translation))
                    .as(english)
                    .isEqualTo(found(FORMATTED, english));
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /** Texts are put together: what stands around one is part of it. */
    @Test
    void spacesAndLinesStayWhereTheyAre() throws Exception {
        Properties german = german();
        for (String english : german.stringPropertyNames()) {
            String translation = german.getProperty(english);
            assertThat(translation).as(english).isNotBlank();
            assertThat(edges(translation)).as(english).isEqualTo(edges(english));
        }
    }

    private static String edges(String text) {
        String front = text.substring(0, text.indexOf(text.stripLeading()));
        String back = text.substring(text.stripTrailing().length());
        return "\"" + front + "…" + back + "\"";
    }
}
