package stackelberg.scenario;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stackelberg.parameter.Faults;

/** Seeds as a person writes them: {@code 1}, {@code 1-10}, {@code 1-3,7}. */
public final class Seeds {
    /** The most seeds that one text may name. */
    public static final int MOST = 1000;

    /** The largest seed. */
    public static final long LARGEST = 999_999_999_999_999_999L;

    private static final Pattern PART = Pattern.compile("\\s*([0-9]+)\\s*(?:-\\s*([0-9]+)\\s*)?");

    private static final int DIGITS = 18;

    private Seeds() {}

    /** Reports a text that names no seeds. */
    public static void check(String text, Faults faults) {
        try {
            parse(text);
        } catch (IllegalArgumentException e) {
            faults.add(
                    String.valueOf(e.getMessage()),
                    "Write a number, a range such as 1-10, or a list such as 1-3,7");
        }
    }

    /**
     * The seeds in ascending order, each once.
     *
     * @throws IllegalArgumentException with what is wrong, as a sentence without its final stop
     */
    public static List<Long> parse(String text) {
        TreeSet<Long> seeds = new TreeSet<>();
        for (String part : text.split(",", -1)) {
            Matcher matcher = PART.matcher(part);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(
                        "\"" + part + "\" is neither a seed nor a range");
            }
            long first = seed(matcher.group(1));
            long last = matcher.group(2) == null ? first : seed(matcher.group(2));
            if (last < first) {
                throw new IllegalArgumentException("the range \"" + part.strip() + "\" is empty");
            }
            if (last - first >= MOST || seeds.size() + last - first >= MOST) {
                throw new IllegalArgumentException("it names more than " + MOST + " seeds");
            }
            for (long seed = first; seed <= last; seed++) {
                seeds.add(seed);
            }
        }
        return List.copyOf(seeds);
    }

    private static long seed(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        if (significant.length() > DIGITS) {
            throw new IllegalArgumentException(
                    "the seed " + digits + " is too large: the largest is " + LARGEST);
        }
        return Long.parseLong(significant);
    }
}
