package stackelberg.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is found wrong in a study's text while it is read; reading goes on. */
final class StudyFaults {
    private final List<StudyFault> list = new ArrayList<>();

    /** All so far, to be added to. */
    List<StudyFault> list() {
        return list;
    }

    void add(String path, String problem, String remedy) {
        list.add(new StudyFault(path, problem, remedy));
    }

    /** Reports the fields of an object that are none of these. */
    void known(String path, JsonNode object, Set<String> fields) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                add(
                        path + "." + name,
                        "the field \"" + name + "\" is unknown",
                        "Known here are " + String.join(", ", fields.stream().sorted().toList()));
            }
        }
    }

    /** A text, which may be left out unless it is required; what is no text is reported. */
    String text(String path, @Nullable JsonNode value, boolean required) {
        if (value == null) {
            if (required) {
                add(path, "it is missing", "Add a text in double quotes");
            }
            return "";
        }
        if (!value.isTextual() || (required && value.asText().isBlank())) {
            add(path, "it is " + brief(value), "Enter a text in double quotes");
        }
        return value.asText();
    }

    /** A value as a message quotes it. */
    static String brief(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
