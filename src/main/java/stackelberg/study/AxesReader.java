package stackelberg.study;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stackelberg.scenario.ScenarioPath;

/** Reads what a study varies. */
final class AxesReader {
    private final StudyFaults faults;

    /**
     * @param faults takes what is wrong
     */
    AxesReader(StudyFaults faults) {
        this.faults = faults;
    }

    /** The axes of a list; none if there is none. */
    List<Axis> read(@Nullable JsonNode list) {
        List<Axis> axes = new ArrayList<>();
        if (list == null) {
            return axes;
        }
        if (!list.isArray()) {
            faults.add("$.axes", "it is " + StudyFaults.brief(list), "Enter a list in [ and ]");
            return axes;
        }
        Map<String, String> takenPaths = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (int a = 0; a < list.size(); a++) {
            String path = "$.axes[" + a + "]";
            Axis axis = axis(path, list.get(a));
            if (axis == null) {
                continue;
            }
            if (!names.add(axis.name())) {
                faults.add(
                        path,
                        "another axis is called \"" + axis.name() + "\" too",
                        "Give it another name");
            }
            Set<String> own = new HashSet<>();
            axis.levels().forEach(level -> own.addAll(level.settings().keySet()));
            for (String setting : own) {
                String other = takenPaths.putIfAbsent(setting, axis.name());
                if (other != null) {
                    faults.add(
                            path,
                            "it sets " + setting + ", which the axis \"" + other + "\" sets too",
                            "Vary each parameter on one axis");
                }
            }
            axes.add(axis);
        }
        return axes;
    }

    private @Nullable Axis axis(String path, JsonNode value) {
        if (!value.isObject()) {
            faults.add(
                    path,
                    "it is " + StudyFaults.brief(value),
                    "Enter an object with a path and values");
            return null;
        }
        faults.known(path, value, Set.of("name", "path", "values", "variants"));
        boolean variants = value.has("variants");
        List<Level> levels = variants ? variants(path, value) : values(path, value);
        String name =
                value.has("name")
                        ? faults.text(path + ".name", value.get("name"), true)
                        : value.path("path").asText("");
        Set<String> labels = new HashSet<>();
        for (Level level : levels) {
            if (!labels.add(level.label())) {
                faults.add(
                        path,
                        "two of its levels are called \"" + level.label() + "\"",
                        "Leave one out, or give it another name");
            }
            for (String setting : level.settings().keySet()) {
                if (!ScenarioPath.valid(setting)) {
                    faults.add(
                            path,
                            "\"" + setting + "\" is no path into a scenario",
                            "Name fields with points between them, such as leader.critic");
                }
            }
        }
        if (levels.isEmpty()) {
            faults.add(path, "it has no levels", "Give it a path and values, or variants");
            return null;
        }
        return new Axis(name, levels);
    }

    private List<Level> values(String path, JsonNode axis) {
        List<Level> levels = new ArrayList<>();
        String where = faults.text(path + ".path", axis.get("path"), true);
        for (JsonNode value : axis.path("values")) {
            boolean named = value.isObject() && value.size() == 2 && value.has("name");
            JsonNode setting = named && value.has("value") ? value.get("value") : value;
            String label = named && value.has("value") ? value.get("name").asText() : name(value);
            levels.add(new Level(label, Map.of(where, setting)));
        }
        return levels;
    }

    /** What a value is called: itself, or the types of what it is made of. */
    private static String name(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText().replaceFirst("\\.0E", "e").replaceFirst("(?<=\\d)E", "e");
        }
        if (value.isObject() && value.has("type")) {
            return value.get("type").asText();
        }
        if (value.isArray() && value.size() > 0 && value.get(0).has("type")) {
            List<String> types = new ArrayList<>();
            value.forEach(each -> types.add(each.path("type").asText()));
            return String.join(", ", types);
        }
        return StudyFaults.brief(value);
    }

    private List<Level> variants(String path, JsonNode axis) {
        List<Level> levels = new ArrayList<>();
        int k = 0;
        for (JsonNode variant : axis.path("variants")) {
            String at = path + ".variants[" + k++ + "]";
            if (!variant.path("set").isObject()) {
                faults.add(at, "it sets nothing", "Give it a field \"set\": {\"path\": value}");
                continue;
            }
            faults.known(at, variant, Set.of("name", "set"));
            Map<String, JsonNode> settings = new LinkedHashMap<>();
            variant.get("set").properties().forEach(e -> settings.put(e.getKey(), e.getValue()));
            levels.add(new Level(faults.text(at + ".name", variant.get("name"), true), settings));
        }
        return levels;
    }
}
