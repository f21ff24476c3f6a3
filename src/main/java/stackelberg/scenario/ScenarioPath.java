package stackelberg.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path into a scenario's JSON: fields with points between them, entries of lists in brackets. */
public final class ScenarioPath {
    private static final Pattern STEP = Pattern.compile("([A-Za-z]\\w*)((?:\\[\\d{1,4}])*)");
    private static final Pattern ENTRY = Pattern.compile("\\[(\\d+)]");

    private ScenarioPath() {}

    /** Whether a text is such a path. */
    public static boolean valid(String path) {
        for (String step : path.split("\\.", -1)) {
            if (!STEP.matcher(step).matches()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Puts a value at a path; objects on the way that are absent are made.
     *
     * @return false if the path leads through a list that has no such entry, or through a value
     *     that is neither an object nor a list
     */
    public static boolean put(ObjectNode root, String path, JsonNode value) {
        JsonNode at = root;
        String[] steps = path.split("\\.");
        for (int k = 0; k < steps.length; k++) {
            Matcher step = STEP.matcher(steps[k]);
            if (!step.matches() || !(at instanceof ObjectNode holder)) {
                return false;
            }
            String field = step.group(1);
            boolean last = k == steps.length - 1;
            if (step.group(2).isEmpty()) {
                if (last) {
                    holder.set(field, value);
                    return true;
                }
                JsonNode next = holder.get(field);
                at = next == null || next.isTextual() ? holder.putObject(field) : next;
                continue;
            }
            at = holder.get(field);
            Matcher entry = ENTRY.matcher(step.group(2));
            boolean more = entry.find();
            while (more) {
                int index = Integer.parseInt(entry.group(1));
                if (!(at instanceof ArrayNode list) || index >= list.size()) {
                    return false;
                }
                more = entry.find();
                if (last && !more) {
                    list.set(index, value);
                    return true;
                }
                at = list.get(index);
            }
        }
        return false;
    }
}
