package stackelberg.workbench.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in another language what was said in English with names and numbers in it: finds the text
 * with places for values that could have been filled in to give it, and fills the translation with
 * the same values, each retold in turn. What is nowhere found is taken apart at its sentences and
 * lists; what is not found then stays English. Spaces around a text and its final stop are no part
 * of it.
 */
final class Retelling {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}|%,?(?:\\.\\d+)?[sdgfe]");
    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?…])\\s(?=\\S)");

    /**
     * Sentences, entries of lists, a name and what is said of it: the marks stay where they are.
     */
    private static final List<Pattern> JOINTS =
            List.of(
                    SENTENCE,
                    Pattern.compile("\n"),
                    Pattern.compile("; "),
                    Pattern.compile(": "),
                    Pattern.compile(" → "),
                    Pattern.compile(", "),
                    Pattern.compile(" · "),
                    Pattern.compile(" \\("));

    private static final int DEEPEST = 8;
    private static final int MOST_PLACES = 10;

    /** Letters that a text with places must have of its own, for it to be told from another. */
    private static final int LEAST_LETTERS = 2;

    /** Texts with places, the most particular first. */
    private final List<Form> forms;

    /** Texts without. */
    private final Map<String, String> texts = new HashMap<>();

    /**
     * A text with places.
     *
     * @param words the longest stretch between two places: what does not have it cannot match
     * @param letters how many it has of its own
     * @param sentences how many breaks between sentences it has
     * @param places the number of each, in their order
     */
    private record Form(
            Pattern pattern,
            String words,
            int letters,
            int sentences,
            List<Integer> places,
            String translation) {}

    Retelling(Map<String, String> texts) {
        List<Form> all = new ArrayList<>();
        texts.forEach(
                (english, translation) -> {
                    String core = core(english);
                    if (PLACE.matcher(core).find()) {
                        Form form = form(core, core(translation));
                        if (form.letters() >= LEAST_LETTERS) {
                            all.add(form);
                        }
                    } else {
                        this.texts.put(core, core(translation));
                    }
                });
        all.sort(Comparator.comparingInt(Form::letters).reversed());
        forms = List.copyOf(all);
    }

    /** A text without what is around it. */
    private static String core(String text) {
        String core = text.strip();
        return core.endsWith(".") ? core.substring(0, core.length() - 1) : core;
    }

    private static Form form(String english, String translation) {
        StringBuilder pattern = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        String longest = "";
        int letters = 0;
        int at = 0;
        int running = 0;
        Matcher place = PLACE.matcher(english);
        while (place.find()) {
            String before = english.substring(at, place.start());
            longest = before.length() > longest.length() ? before : longest;
            letters += letters(before);
            pattern.append(Pattern.quote(before)).append("(.*?)");
            places.add(place.group(1) == null ? running++ : Integer.parseInt(place.group(1)));
            at = place.end();
        }
        String rest = english.substring(at);
        longest = rest.length() > longest.length() ? rest : longest;
        pattern.append(Pattern.quote(rest));
        return new Form(
                Pattern.compile(pattern.toString(), Pattern.DOTALL),
                longest,
                letters + letters(rest),
                sentences(english),
                places,
                translation);
    }

    private static int letters(String words) {
        return (int) words.chars().filter(Character::isLetter).count();
    }

    private static int sentences(String text) {
        return (int) SENTENCE.matcher(text).results().count();
    }

    /** What was said, in the other language as far as there are words for it. */
    String of(String english) {
        return of(english, 0);
    }

    private String of(String english, int depth) {
        String core = core(english);
        if (core.isEmpty() || depth > DEEPEST || letters(core) == 0) {
            return english;
        }
        int from = english.indexOf(core);
        return english.substring(0, from)
                + told(core, depth)
                + english.substring(from + core.length());
    }

    private String told(String core, int depth) {
        String exact = texts.get(core);
        if (exact != null) {
            return exact;
        }
        int bracket = core.endsWith(")") ? core.lastIndexOf(" (") : -1;
        String before = bracket < 0 ? null : texts.get(core.substring(0, bracket));
        if (before != null) {
            return before + " (" + of(core.substring(bracket + 2), depth + 1);
        }
        int sentences = sentences(core);
        for (Form form : forms) {
            if (form.sentences() == sentences && core.contains(form.words())) {
                Matcher said = form.pattern().matcher(core);
                if (said.matches()) {
                    return filled(form, said, depth);
                }
            }
        }
        return apart(core, depth);
    }

    private String filled(Form form, Matcher said, int depth) {
        @Nullable Object[] values = new Object[MOST_PLACES];
        for (int k = 0; k < form.places().size(); k++) {
            values[form.places().get(k)] = of(said.group(k + 1), depth + 1);
        }
        return fill(form.translation(), values);
    }

    private String apart(String core, int depth) {
        for (Pattern joint : JOINTS) {
            Matcher mark = joint.matcher(core);
            if (mark.find()) {
                StringBuilder told = new StringBuilder();
                int at = 0;
                do {
                    told.append(of(core.substring(at, mark.start()), depth + 1))
                            .append(mark.group());
                    at = mark.end();
                } while (mark.find());
                return told.append(of(core.substring(at), depth + 1)).toString();
            }
        }
        return rim(core, depth);
    }

    /** Without brackets and marks around it, and whether it begins with a capital or not. */
    private String rim(String core, int depth) {
        int from = 0;
        int to = core.length();
        while (from < to && !Character.isLetterOrDigit(core.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(core.charAt(to - 1))) {
            to--;
        }
        if (from > 0 || to < core.length()) {
            return core.substring(0, from)
                    + of(core.substring(from, to), depth + 1)
                    + core.substring(to);
        }
        String small = core.substring(0, 1).toLowerCase(Locale.ROOT) + core.substring(1);
        if (small.equals(core)) {
            String large = core.substring(0, 1).toUpperCase(Locale.ROOT) + core.substring(1);
            return texts.getOrDefault(large, core);
        }
        String known = told(small, depth + 1);
        return known.equals(small)
                ? core
                : known.substring(0, 1).toUpperCase(Locale.ROOT) + known.substring(1);
    }

    /** A text with its places filled: {@code {0}}, {@code {1}}, …, or the n-th of those with %. */
    static String fill(String text, @Nullable Object... values) {
        Matcher place = PLACE.matcher(text);
        if (!place.find()) {
            return text;
        }
        StringBuilder filled = new StringBuilder();
        int at = 0;
        int running = 0;
        do {
            int number = place.group(1) == null ? running++ : Integer.parseInt(place.group(1));
            filled.append(text, at, place.start())
                    .append(number < values.length ? values[number] : place.group());
            at = place.end();
        } while (place.find());
        return filled.append(text, at, text.length()).toString();
    }
}
