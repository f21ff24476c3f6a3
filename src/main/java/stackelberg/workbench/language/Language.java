package stackelberg.workbench.language;

import java.util.Locale;

/** A language that the window speaks. */
public enum Language {
    ENGLISH("en", "English"),
    GERMAN("de", "Deutsch");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** Its tag by BCP 47, such as "de". */
    public String tag() {
        return tag;
    }

    /** What it calls itself. */
    public String ownName() {
        return ownName;
    }

    /**
     * The language of a tag; of the locale if the tag is of none; English if the window has none.
     */
    public static Language of(String tag, Locale locale) {
        for (Language one : values()) {
            if (one.tag.equals(tag)) {
                return one;
            }
        }
        for (Language one : values()) {
            if (one.tag.equals(locale.getLanguage())) {
                return one;
            }
        }
        return ENGLISH;
    }
}
