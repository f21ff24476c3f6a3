package stackelberg.workbench.language;

import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of one language, by the English. */
final class Bundle {
    private static final String NAME = "stackelberg.workbench.language.texts";

    /** What a run says changes with its numbers: no more of it is kept than this. */
    private static final int MOST_KEPT = 4_096;

    private final Map<String, String> texts;
    private final Retelling retelling;
    private final Map<String, String> kept =
            Collections.synchronizedMap(
                    new LinkedHashMap<>(64, 0.75f, true) {
                        @Override
                        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                            return size() > MOST_KEPT;
                        }
                    });

    /**
     * @param texts in the language, by the English
     */
    Bundle(Map<String, String> texts) {
        this.texts = texts;
        this.retelling = new Retelling(texts);
    }

    static Bundle of(Language language) {
        return new Bundle(language == Language.ENGLISH ? Map.of() : read(language));
    }

    private static Map<String, String> read(Language language) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(
                        NAME,
                        Locale.forLanguageTag(language.tag()),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        Map<String, String> texts = new LinkedHashMap<>();
        Enumeration<String> keys = bundle.getKeys();
        while (keys.hasMoreElements()) {
            String key = keys.nextElement();
            texts.put(key, bundle.getString(key));
        }
        return texts;
    }

    /** A text with values filled in. */
    String filled(String english, @Nullable Object... values) {
        @Nullable Object[] told = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            told[i] = values[i] instanceof String words ? retold(words) : values[i];
        }
        return Retelling.fill(texts.getOrDefault(english, english), told);
    }

    /** What was said in English, in this language; as it is if it has no words for it. */
    String retold(String english) {
        if (texts.isEmpty() || english.isBlank()) {
            return english;
        }
        String exact = texts.get(english);
        if (exact != null) {
            return exact;
        }
        String known = kept.get(english);
        if (known == null) {
            known = retelling.of(english);
            kept.put(english, known);
        }
        return known;
    }
}
