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
import stackelberg.scenario.Seeds;

/** Reads the text of a study, and goes on where something in it is wrong. */
final class StudyReader {
    /** Strict: what is said twice or trails behind is wrong. */
    static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final @Nullable Path folder;
    private final StudyFaults faults;

    /**
     * @param folder where a base scenario is looked for; null if it must stand in the text
     * @param faults takes what is wrong
     */
    StudyReader(@Nullable Path folder, StudyFaults faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** The study; null if something in it was found wrong. */
    @Nullable Study read(String text) {
        Optional<ScenarioFile.LocatedFault> syntax = ScenarioFile.syntax(text);
        if (syntax.isPresent()) {
            ScenarioFile.LocatedFault at = syntax.get();
            faults.add("line " + at.line(), "it is not JSON: " + at.problem(), at.remedy());
            return null;
        }
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // NaN and Infinity, which scenario files may hold as a fault that has a place.
            faults.add(
                    "line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    "what stands there is no number",
                    "Enter a number such as 0.5");
            return null;
        }
        if (!(tree instanceof ObjectNode root)) {
            faults.add("$", "it is no object", "Enter an object with fields in { and }");
            return null;
        }
        faults.known(
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
        String title = faults.text("$.title", root.get("title"), true);
        String question = faults.text("$.question", root.get("question"), false);
        String expected = faults.text("$.expected", root.get("expected"), false);
        ObjectNode base = base(root.get("base"));
        List<Axis> axes = new AxesReader(faults).read(root.get("axes"));
        String seeds = faults.text("$.seeds", root.get("seeds"), false);
        String chosen = seeds.isEmpty() ? "1-10" : seeds;
        Faults wrong = new Faults();
        Seeds.check(chosen, wrong.at("seeds"));
        wrong.list().forEach(f -> faults.add(f.path(), f.problem(), f.remedy()));
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
        return faults.list().isEmpty() && base != null
                ? new Study(
                        title, question, expected, base, axes, chosen, measures, references, claims)
                : null;
    }

    private @Nullable ObjectNode base(@Nullable JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            faults.add(
                    "$.base",
                    value == null ? "it is missing" : "it is " + StudyFaults.brief(value),
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
            faults.add("$.base", "this text is in no folder", "Put the scenario itself here");
            return null;
        }
        try {
            Path file = beside.resolve(name).normalize();
            if (!file.startsWith(beside.normalize())) {
                faults.add(
                        "$.base.file",
                        "it names no file beside the study",
                        "Name a scenario file in the study's folder");
                return null;
            }
            JsonNode tree = JSON.readTree(Files.readString(file));
            if (tree instanceof ObjectNode object) {
                return object;
            }
            faults.add("$.base.file", name + " is no scenario", "Name a scenario file");
        } catch (InvalidPathException e) {
            faults.add("$.base.file", "it is not the name of a file", "Name a scenario file");
        } catch (JsonProcessingException e) {
            faults.add("$.base.file", name + " is not JSON", "Mend that file");
        } catch (IOException e) {
            faults.add(
                    "$.base.file",
                    name + " cannot be read: " + FileTrouble.words(e),
                    "Name a scenario file beside the study");
        }
        return null;
    }

    private List<Reference> references(@Nullable JsonNode list, List<Axis> axes) {
        List<Reference> references = new ArrayList<>();
        if (list == null) {
            return references;
        }
        int k = 0;
        for (JsonNode one : list) {
            String path = "$.references[" + k++ + "]";
            faults.known(path, one, Set.of("cell", "value", "source"));
            if (!one.path("value").isNumber()) {
                faults.add(
                        path + ".value",
                        "it is " + StudyFaults.brief(one.path("value")),
                        "Enter a number");
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
        faults.known(path, value, Set.of("column", "take"));
        String column = faults.text(path + ".column", value.get("column"), true);
        String take =
                value.has("take") ? faults.text(path + ".take", value.get("take"), true) : "last";
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
        faults.add(path, "it is \"" + word + "\"", "Enter one of " + String.join(", ", words));
        return constants[0];
    }

    private List<Claim> claims(JsonNode list, List<Axis> axes, Measure first) {
        List<Claim> claims = new ArrayList<>();
        int k = 0;
        for (JsonNode one : list) {
            String path = "$.claims[" + k++ + "]";
            faults.known(
                    path,
                    one,
                    Set.of("says", "measure", "cell", "relation", "other", "value", "tolerance"));
            boolean pair = one.has("other");
            if (pair == one.path("value").isNumber()) {
                faults.add(
                        path,
                        "it compares with nothing, or with two things",
                        "Give it either another cell or a number as \"value\"");
            }
            claims.add(
                    new Claim(
                            faults.text(path + ".says", one.get("says"), true),
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
        value.properties().forEach(e -> levels.put(e.getKey(), e.getValue().asText()));
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
            faults.add(
                    path + ".cell",
                    "there is no level \"" + level + "\" of an axis \"" + name + "\"",
                    "Name an axis of this study and one of its levels");
        }
    }
}
