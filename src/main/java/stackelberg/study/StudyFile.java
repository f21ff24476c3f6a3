package stackelberg.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Faults;
import stackelberg.scenario.FileTrouble;
import stackelberg.scenario.ScenarioFile;
import stackelberg.scenario.ScenarioPath;
import stackelberg.scenario.Seeds;

/**
 * Studies as JSON files:
 *
 * <pre>{@code
 * {"title": "…", "question": "…", "expected": "20 min on two cores",
 *  "base": {"file": "escape.json"},          or the scenario itself
 *  "axes": [{"path": "episode.responsePlays", "values": [100, 300]},
 *           {"name": "leader", "variants": [{"name": "wide critic", "set": {"leader.critic": "full"}}]}],
 *  "seeds": "1-25",
 *  "measures": [{"column": "greedy policy", "take": "best"}],   the leader's reward if left out
 *  "references": [{"cell": {"leader": "wide critic"}, "value": 0.588, "source": "…"}],
 *  "claims": [{"says": "…", "cell": {…}, "relation": "above", "other": {…}}]}   or "value": 0.5
 * }</pre>
 */
public final class StudyFile {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final long LARGEST = 1 << 20;

    private final @Nullable Path folder;
    private final List<StudyFault> faults = new ArrayList<>();

    private StudyFile(@Nullable Path folder) {
        this.folder = folder;
    }

    /**
     * A study and its cells, or the faults that kept it from being one.
     *
     * @param study null if there are faults
     */
    public record Reading(@Nullable Study study, List<Cell> cells, List<StudyFault> faults) {}

    /**
     * Reads a file.
     *
     * @throws IOException with a message for a person if it cannot be read
     */
    public static Reading read(Path file) throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new IOException("it has more than " + LARGEST + " bytes");
            }
            return read(Files.readString(file), file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new IOException("cannot read " + file + ": " + FileTrouble.words(e), e);
        }
    }

    /** Whether a file is meant to be a study rather than a scenario: it has a base. */
    public static boolean looksLikeOne(Path file) {
        try {
            return Files.size(file) <= LARGEST && JSON.readTree(Files.readString(file)).has("base");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a text.
     *
     * @param folder where a base scenario is looked for; null if it must stand in the text
     */
    public static Reading read(String text, @Nullable Path folder) {
        StudyFile reader = new StudyFile(folder);
        Study study = reader.study(text);
        List<Cell> cells = study == null ? List.of() : Cells.of(study, reader.faults);
        boolean well = reader.faults.isEmpty();
        return new Reading(well ? study : null, cells, List.copyOf(reader.faults));
    }

    /** A study that was read, changed since. */
    public static Reading expand(Study study) {
        List<StudyFault> faults = new ArrayList<>();
        List<Cell> cells = Cells.of(study, faults);
        return new Reading(faults.isEmpty() ? study : null, cells, faults);
    }

    /** A study as a text that is complete by itself, ending in a line break. */
    public static String write(Study study) {
        ObjectNode root = JSON.createObjectNode();
        root.put("title", study.title()).put("question", study.question());
        if (!study.expected().isEmpty()) {
            root.put("expected", study.expected());
        }
        root.set("base", study.base());
        for (Axis axis : study.axes()) {
            ObjectNode one = root.withArray("axes").addObject().put("name", axis.name());
            for (Level level : axis.levels()) {
                ObjectNode variant = one.withArray("variants").addObject();
                variant.put("name", level.label()).putObject("set").setAll(level.settings());
            }
        }
        root.put("seeds", study.seeds());
        for (Measure measure : study.measures()) {
            root.withArray("measures").add(measure(measure));
        }
        for (Reference reference : study.references()) {
            ObjectNode one = root.withArray("references").addObject();
            reference.levels().forEach(one.putObject("cell")::put);
            one.put("value", reference.value()).put("source", reference.source());
        }
        study.claims().forEach(claim -> write(claim, root.withArray("claims").addObject()));
        return root.toPrettyString() + "\n";
    }

    private static ObjectNode measure(Measure measure) {
        return JSON.createObjectNode()
                .put("column", measure.column())
                .put("take", measure.take().word());
    }

    private static void write(Claim claim, ObjectNode one) {
        one.put("says", claim.says()).set("measure", measure(claim.measure()));
        claim.cell().forEach(one.putObject("cell")::put);
        one.put("relation", claim.relation().word());
        Map<String, String> other = claim.other();
        if (other == null) {
            one.put("value", claim.value());
        } else {
            other.forEach(one.putObject("other")::put);
        }
        if (claim.relation() == Claim.Relation.NEAR) {
            one.put("tolerance", claim.tolerance());
        }
    }

    private void fault(String path, String problem, String remedy) {
        faults.add(new StudyFault(path, problem, remedy));
    }

    private @Nullable Study study(String text) {
        Optional<ScenarioFile.LocatedFault> syntax = ScenarioFile.syntax(text);
        if (syntax.isPresent()) {
            ScenarioFile.LocatedFault at = syntax.get();
            fault("line " + at.line(), "it is not JSON: " + at.problem(), at.remedy());
            return null;
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // NaN and Infinity, which scenario files may hold as a fault that has a place.
            fault(
                    "line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    "what stands there is no number",
                    "Enter a number such as 0.5");
            return null;
        }
        if (!(tree instanceof ObjectNode root)) {
            fault("$", "it is no object", "Enter an object with fields in { and }");
            return null;
        }
        known(
                "$",
                root,
                Set.of(
                        "title",
                        "question",
                        "expected",
                        "base",
                        "axes",
                        "seeds",
                        "measures",
                        "references",
                        "claims"));
        String title = text("$.title", root.get("title"), true);
        String question = text("$.question", root.get("question"), false);
        String expected = text("$.expected", root.get("expected"), false);
        ObjectNode base = base(root.get("base"));
        List<Axis> axes = axes(root.get("axes"));
        String seeds = text("$.seeds", root.get("seeds"), false);
        String chosen = seeds.isEmpty() ? "1-10" : seeds;
        Faults wrong = new Faults();
        Seeds.check(chosen, wrong.at("seeds"));
        wrong.list().forEach(f -> fault(f.path(), f.problem(), f.remedy()));
        List<Measure> measures = new ArrayList<>();
        int k = 0;
        for (JsonNode one : root.path("measures")) {
            measures.add(measure("$.measures[" + k++ + "]", one));
        }
        if (measures.isEmpty()) {
            measures.add(Measure.LEADER_REWARD);
        }
        List<Reference> references = references(root.get("references"), axes);
        List<Claim> claims = claims(root.path("claims"), axes, measures.get(0));
        return faults.isEmpty() && base != null
                ? new Study(
                        title, question, expected, base, axes, chosen, measures, references, claims)
                : null;
    }

    private void known(String path, JsonNode object, Set<String> fields) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.contains(name)) {
                fault(
                        path + "." + name,
                        "the field \"" + name + "\" is unknown",
                        "Known here are " + String.join(", ", fields.stream().sorted().toList()));
            }
        }
    }

    private String text(String path, @Nullable JsonNode value, boolean required) {
        if (value == null) {
            if (required) {
                fault(path, "it is missing", "Add a text in double quotes");
            }
            return "";
        }
        if (!value.isTextual() || (required && value.asText().isBlank())) {
            fault(path, "it is " + brief(value), "Enter a text in double quotes");
        }
        return value.asText();
    }

    private static String brief(JsonNode value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private @Nullable ObjectNode base(@Nullable JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            fault(
                    "$.base",
                    value == null ? "it is missing" : "it is " + brief(value),
                    "Enter a scenario, or {\"file\": \"name.json\"} of one beside the study");
            return null;
        }
        return object.size() == 1 && object.path("file").isTextual()
                ? baseFile(object.path("file").asText())
                : object;
    }

    private @Nullable ObjectNode baseFile(String name) {
        Path beside = folder;
        if (beside == null) {
            fault("$.base", "this text is in no folder", "Put the scenario itself here");
            return null;
        }
        try {
            Path file = beside.resolve(name).normalize();
            if (!file.startsWith(beside.normalize())) {
                fault(
                        "$.base.file",
                        "it names no file beside the study",
                        "Name a scenario file in the study's folder");
                return null;
            }
            JsonNode tree = JSON.readTree(Files.readString(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            fault("$.base.file", name + " is no scenario", "Name a scenario file");
        } catch (InvalidPathException e) {
            fault("$.base.file", "it is not the name of a file", "Name a scenario file");
        } catch (JsonProcessingException e) {
            fault("$.base.file", name + " is not JSON", "Mend that file");
        } catch (IOException e) {
            fault(
                    "$.base.file",
                    name + " cannot be read: " + FileTrouble.words(e),
                    "Name a scenario file beside the study");
        }
        return null;
    }

    private List<Axis> axes(@Nullable JsonNode list) {
        List<Axis> axes = new ArrayList<>();
        if (list == null) {
            return axes;
        }
        if (!list.isArray()) {
            fault("$.axes", "it is " + brief(list), "Enter a list in [ and ]");
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
                fault(
                        path,
                        "another axis is called \"" + axis.name() + "\" too",
                        "Give it another name");
            }
            Set<String> own = new HashSet<>();
            axis.levels().forEach(level -> own.addAll(level.settings().keySet()));
            for (String setting : own) {
                String other = takenPaths.putIfAbsent(setting, axis.name());
                if (other != null) {
                    fault(
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
            fault(path, "it is " + brief(value), "Enter an object with a path and values");
            return null;
        }
        known(path, value, Set.of("name", "path", "values", "variants"));
        boolean variants = value.has("variants");
        List<Level> levels = variants ? variants(path, value) : values(path, value);
        String name =
                value.has("name")
                        ? text(path + ".name", value.get("name"), true)
                        : value.path("path").asText("");
        Set<String> labels = new HashSet<>();
        for (Level level : levels) {
            if (!labels.add(level.label())) {
                fault(
                        path,
                        "two of its levels are called \"" + level.label() + "\"",
                        "Leave one out, or give it another name");
            }
            for (String setting : level.settings().keySet()) {
                if (!ScenarioPath.valid(setting)) {
                    fault(
                            path,
                            "\"" + setting + "\" is no path into a scenario",
                            "Name fields with points between them, such as leader.critic");
                }
            }
        }
        if (levels.isEmpty()) {
            fault(path, "it has no levels", "Give it a path and values, or variants");
            return null;
        }
        return new Axis(name, levels);
    }

    private List<Level> values(String path, JsonNode axis) {
        List<Level> levels = new ArrayList<>();
        String where = text(path + ".path", axis.get("path"), true);
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
        return brief(value);
    }

    private List<Level> variants(String path, JsonNode axis) {
        List<Level> levels = new ArrayList<>();
        int k = 0;
        for (JsonNode variant : axis.path("variants")) {
            String at = path + ".variants[" + k++ + "]";
            if (!variant.path("set").isObject()) {
                fault(at, "it sets nothing", "Give it a field \"set\": {\"path\": value}");
                continue;
            }
            known(at, variant, Set.of("name", "set"));
            Map<String, JsonNode> settings = new LinkedHashMap<>();
            variant.get("set")
                    .fields()
                    .forEachRemaining(e -> settings.put(e.getKey(), e.getValue()));
            levels.add(new Level(text(at + ".name", variant.get("name"), true), settings));
        }
        return levels;
    }

    private List<Reference> references(@Nullable JsonNode list, List<Axis> axes) {
        List<Reference> references = new ArrayList<>();
        if (list == null) {
            return references;
        }
        int k = 0;
        for (JsonNode one : list) {
            String path = "$.references[" + k++ + "]";
            known(path, one, Set.of("cell", "value", "source"));
            if (!one.path("value").isNumber()) {
                fault(path + ".value", "it is " + brief(one.path("value")), "Enter a number");
            }
            references.add(
                    new Reference(
                            cell(path, axes, one.path("cell")),
                            one.path("value").asDouble(),
                            one.path("source").asText("")));
        }
        return references;
    }

    private Measure measure(String path, JsonNode value) {
        known(path, value, Set.of("column", "take"));
        String column = text(path + ".column", value.get("column"), true);
        String take = value.has("take") ? text(path + ".take", value.get("take"), true) : "last";
        return new Measure(column, word(path + ".take", take, Measure.Take.values()));
    }

    /** The constant that a word names; a fault, and the first, if there is none. */
    private <E extends Enum<E>> E word(String path, String word, E[] constants) {
        List<String> words = new ArrayList<>();
        for (E constant : constants) {
            words.add(constant.name().toLowerCase(Locale.ROOT));
            if (words.get(words.size() - 1).equals(word)) {
                return constant;
            }
        }
        fault(path, "it is \"" + word + "\"", "Enter one of " + String.join(", ", words));
        return constants[0];
    }

    private List<Claim> claims(JsonNode list, List<Axis> axes, Measure first) {
        List<Claim> claims = new ArrayList<>();
        int k = 0;
        for (JsonNode one : list) {
            String path = "$.claims[" + k++ + "]";
            known(
                    path,
                    one,
                    Set.of("says", "measure", "cell", "relation", "other", "value", "tolerance"));
            boolean pair = one.has("other");
            if (pair == one.path("value").isNumber()) {
                fault(
                        path,
                        "it compares with nothing, or with two things",
                        "Give it either another cell or a number as \"value\"");
            }
            claims.add(
                    new Claim(
                            text(path + ".says", one.get("says"), true),
                            one.has("measure")
                                    ? measure(path + ".measure", one.get("measure"))
                                    : first,
                            cell(path, axes, one.path("cell")),
                            word(
                                    path + ".relation",
                                    one.path("relation").asText(),
                                    Claim.Relation.values()),
                            pair ? cell(path, axes, one.get("other")) : null,
                            one.path("value").asDouble(),
                            one.path("tolerance").asDouble()));
        }
        return claims;
    }

    private Map<String, String> cell(String path, List<Axis> axes, JsonNode value) {
        Map<String, String> levels = new LinkedHashMap<>();
        value.fields().forEachRemaining(e -> levels.put(e.getKey(), e.getValue().asText()));
        levels.forEach((axis, level) -> check(path, axes, axis, level));
        return levels;
    }

    private void check(String path, List<Axis> axes, String name, String level) {
        boolean known =
                axes.stream()
                        .anyMatch(
                                axis ->
                                        axis.name().equals(name)
                                                && axis.levels().stream()
                                                        .anyMatch(l -> l.label().equals(level)));
        if (!known) {
            fault(
                    path + ".cell",
                    "there is no level \"" + level + "\" of an axis \"" + name + "\"",
                    "Name an axis of this study and one of its levels");
        }
    }
}
