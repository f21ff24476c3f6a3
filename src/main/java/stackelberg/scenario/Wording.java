package stackelberg.scenario;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Words for what a person wrote, safe to print on one line, and for what was probably meant. */
final class Wording {
    private static final int LONGEST = 40;

    private Wording() {}

    /** At most 40 characters of {@code text}, none of which breaks a line or moves a cursor. */
    static String shortened(String text) {
        StringBuilder shown = new StringBuilder();
        int from = 0;
        while (from < text.length() && shown.length() < LONGEST) {
            int point = text.codePointAt(from);
            switch (Character.getType(point)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        shown.append(String.format(Locale.ROOT, "\\u%04x", point));
                default -> shown.appendCodePoint(point);
            }
            from += Character.charCount(point);
        }
        return from < text.length() ? shown + "…" : shown.toString();
    }

    /** {@link #shortened} and in double quotes. */
    static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    /** These names in double quotes with commas, in their order. */
    static String listed(Collection<String> names) {
        return names.stream().map(Wording::quoted).collect(Collectors.joining(", "));
    }

    /** The name that {@code written} most probably stands for; empty if none is near. */
    static Optional<String> nearest(String written, Collection<String> names) {
        String plain = plain(written);
        if (plain.length() > LONGEST) {
            return Optional.empty();
        }
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(plain, plain(name));
            if (distance < least && distance <= Math.max(1, name.length() / 3)) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_ ]", "");
    }

    /** The edit distance of Levenshtein, with a swap of neighbours counted as one edit. */
    private static int distance(String a, String b) {
        int[][] least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = i + j;
                    continue;
                }
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                least[i][j] =
                        Math.min(
                                least[i - 1][j - 1] + change,
                                1 + Math.min(least[i - 1][j], least[i][j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least[i][j] = Math.min(least[i][j], least[i - 2][j - 2] + 1);
                }
            }
        }
        return least[a.length()][b.length()];
    }
}
