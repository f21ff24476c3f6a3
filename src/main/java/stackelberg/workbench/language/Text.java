package stackelberg.workbench.language;

import org.jspecify.annotations.Nullable;

/**
 * What the window says, in the language that was chosen when the program began: the code has the
 * English text, a bundle of that language the same by the English.
 */
public final class Text {
    private static volatile Bundle bundle = Bundle.of(Language.ENGLISH);

    private Text() {}

    /** From now on texts are in this language; those that were made before stay as they are. */
    public static void speak(Language language) {
        bundle = Bundle.of(language);
    }

    /**
     * A text in the chosen language; "tr" as in every program that is translated.
     *
     * @param english the text in English, {@code {0}}, {@code {1}}, … where values go, or what a
     *     game, a follower or a run has said in English; "null" for null, as in any text
     * @param values what goes there; words among them are in the chosen language, too
     */
    public static String tr(@Nullable String english, @Nullable Object... values) {
        String said = String.valueOf(english);
        return values.length == 0 ? bundle.retold(said) : bundle.filled(said, values);
    }
}
