package stackelberg.scenario;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A value of a JSON text that remembers where it stands. */
sealed interface JsonValue {
    /** Where its first character stands. */
    Place place();

    /** What it is, in words that can follow "it is". */
    String words();

    /** A field's value and the place of its name. */
    record Field(Place name, JsonValue value) {}

    /** An object; of a field that is given twice, the first. */
    record Group(Place place, Map<String, Field> fields) implements JsonValue {
        @Override
        public String words() {
            return "an object";
        }
    }

    /** A list. */
    record Entries(Place place, List<JsonValue> entries) implements JsonValue {
        @Override
        public String words() {
            return entries.isEmpty() ? "an empty list" : "a list";
        }
    }

    /** A text in double quotes. */
    record Text(Place place, String text) implements JsonValue {
        @Override
        public String words() {
            return "the text " + Wording.quoted(text);
        }
    }

    /** A number as it is written; also {@code NaN}, {@code Infinity} and {@code -Infinity}. */
    record Figure(Place place, String literal) implements JsonValue {
        @Override
        public String words() {
            return Wording.shortened(literal);
        }
    }

    /** {@code true} or {@code false}. */
    record Flag(Place place, boolean set) implements JsonValue {
        @Override
        public String words() {
            return Boolean.toString(set);
        }
    }

    /** {@code null}. */
    record Nothing(Place place) implements JsonValue {
        @Override
        public String words() {
            return "null";
        }
    }

    /** The value at a path such as {@code $.game.payoffs[1]}, or the innermost one around it. */
    default JsonValue nearest(String path) {
        JsonValue at = this;
        Matcher step = Steps.STEP.matcher(path);
        while (step.find()) {
            JsonValue next = null;
            if (at instanceof Group group && step.group(1) != null) {
                Field field = group.fields.get(step.group(1));
                next = field == null ? null : field.value();
            } else if (at instanceof Entries list && step.group(2) != null) {
                int index = Integer.parseInt(step.group(2));
                next = index < list.entries.size() ? list.entries.get(index) : null;
            }
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** The steps of a path: a field or an index. */
    final class Steps {
        private static final Pattern STEP = Pattern.compile("\\.(\\w+)|\\[(\\d{1,9})]");

        private Steps() {}
    }
}
