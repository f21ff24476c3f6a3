package stackelberg.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;

/** In what several scenarios differ. */
public final class Differences {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Differences() {}

    /**
     * A value that is not the same in all scenarios.
     *
     * @param path where it is, such as {@code leader.learningRate}
     * @param labels what forms call it, from the outside in, such as Leader, Learning rate
     * @param values of each scenario; empty where it has none
     */
    public record Difference(String path, List<String> labels, List<String> values) {}

    /**
     * Every value that is not the same in all of these scenarios, tables and lists as a whole, in
     * the order of their files.
     *
     * @param scenarios without faults
     */
    public static List<Difference> of(List<Scenario> scenarios) {
        List<Map<String, String>> all = scenarios.stream().map(Differences::flat).toList();
        Set<String> paths = new LinkedHashSet<>();
        all.forEach(values -> paths.addAll(values.keySet()));
        List<Difference> differences = new ArrayList<>();
        for (String path : paths) {
            List<String> values = all.stream().map(v -> v.getOrDefault(path, "")).toList();
            if (values.stream().distinct().count() > 1) {
                int first = 0;
                while (!all.get(first).containsKey(path)) {
                    first++;
                }
                differences.add(new Difference(path, labels(scenarios.get(first), path), values));
            }
        }
        return differences;
    }

    /** What the fields on a path are called; of a model's type, what a form calls the choice. */
    private static List<String> labels(Scenario scenario, String path) {
        List<String> labels = new ArrayList<>();
        Object at = scenario;
        for (String step : path.split("\\.")) {
            String name = step.replaceAll("\\[.*", "");
            if (!(at instanceof Record holder)) {
                break;
            }
            Declared field = null;
            for (Declared one : Declaration.of(holder).parameters()) {
                field = one.name().equals(name) ? one : field;
            }
            if (field == null) {
                break;
            }
            at = field.value(holder);
            String number = step.replaceAll("[^\\d]", "");
            if (at instanceof List<?> list && !number.isEmpty()) {
                at = list.get(Integer.parseInt(number) - 1);
                labels.add(field.about().label() + " " + number);
            } else {
                labels.add(field.about().label());
            }
        }
        return labels;
    }

    private static Map<String, String> flat(Scenario scenario) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            flatten("", JSON.readTree(ScenarioFile.write(scenario)), values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scenario is written as JSON", e);
        }
        return values;
    }

    private static void flatten(String path, JsonNode node, Map<String, String> into) {
        if (node.isObject()) {
            Iterator<String> names = node.fieldNames();
            while (names.hasNext()) {
                String name = names.next();
                flatten(path.isEmpty() ? name : path + "." + name, node.get(name), into);
            }
        } else if (node.isArray() && node.size() > 0 && node.get(0).isObject()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "[" + (i + 1) + "]", node.get(i), into);
            }
        } else {
            into.put(path, node.isTextual() ? node.asText() : node.toString());
        }
    }
}
