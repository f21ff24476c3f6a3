package stackelberg.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import stackelberg.follower.FollowerModel;
import stackelberg.leader.Learner;
import stackelberg.parameter.Family;
import stackelberg.parameter.Registered;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.scenario.Seeds;

/** Studies that a person wants of a scenario, made at once. */
public final class StudyRecipes {
    private static final JsonMapper JSON = new JsonMapper();

    /** Fewer than that tell too little. */
    private static final String SEEDS = "1-10";

    private StudyRecipes() {}

    /** The same with many seeds. */
    public static Study repeat(Scenario scenario) {
        String seeds = Seeds.parse(scenario.seeds()).size() > 10 ? scenario.seeds() : "1-20";
        return study(
                scenario,
                "over seeds",
                "Does it come out the same with every seed?",
                List.of(),
                seeds);
    }

    /**
     * {Stackelberg, Basic} × {a critic that sees the followers, one that does not}, for a leader
     * that learns by PPO (Brero et al. 2024, ablations).
     */
    public static Study ablation(Scenario scenario) {
        List<Level> levels = new ArrayList<>();
        boolean ppo = Family.about(scenario.leader()).type().equals("ppo");
        for (String phase : List.of("Stackelberg", "Basic")) {
            for (String critic : List.of("MAPPO", "PPO")) {
                Map<String, JsonNode> settings = new LinkedHashMap<>();
                ObjectNode leader =
                        ppo && json(scenario).get("leader") instanceof ObjectNode own
                                ? own.deepCopy()
                                : JSON.createObjectNode().put("type", "ppo");
                leader.put("critic", critic.equals("MAPPO") ? "full" : "none");
                settings.put("leader", leader);
                settings.put(
                        "episode.responseTransitions",
                        JsonNodeFactory.instance.numberNode(phase.equals("Basic") ? 0.0 : 1.0));
                settings.put("episode.responseRewarded", BooleanNode.FALSE);
                levels.add(new Level(phase + " " + critic, settings));
            }
        }
        return study(
                scenario,
                "ablation",
                "Does it matter that the leader learns in the response phase, and that its critic"
                        + " sees the followers?",
                List.of(new Axis("leader", levels)),
                seeds(scenario));
    }

    /** Every follower model that can play this game, with its own defaults. */
    public static Study followers(Scenario scenario) {
        return members(
                scenario,
                FollowerModel.class,
                "followers",
                "follower models",
                "What does the leader's reward owe to how its followers learn?");
    }

    /** Every learner that can learn here, with automatic settings. */
    public static Study learners(Scenario scenario) {
        return members(
                scenario,
                Learner.class,
                "leader",
                "learners",
                "Which way of learning serves the leader best?");
    }

    private static Study members(
            Scenario scenario, Class<?> family, String path, String what, String question) {
        List<Level> levels = new ArrayList<>();
        for (Object member : Family.of(family).members()) {
            Registered about = Family.about(member);
            ObjectNode one = JSON.createObjectNode().put("type", about.type());
            JsonNode value = path.equals("followers") ? JSON.createArrayNode().add(one) : one;
            Level level = new Level(about.label(), Map.of(path, value));
            Study alone =
                    study(scenario, what, question, List.of(new Axis(what, List.of(level))), "1");
            if (StudyFile.expand(alone).study() != null) {
                levels.add(level);
            }
        }
        return study(scenario, what, question, List.of(new Axis(what, levels)), seeds(scenario));
    }

    /**
     * One parameter with several values.
     *
     * @param path as in a scenario file, such as {@code episode.responsePlays}
     * @param name what the parameter is called
     * @param values as a person writes them: numbers, true, false, words
     */
    public static Study vary(Scenario scenario, String path, String name, List<String> values) {
        List<Level> levels =
                values.stream().map(v -> new Level(v, Map.of(path, value(v)))).toList();
        Study study =
                study(
                        scenario,
                        name.toLowerCase(java.util.Locale.ROOT),
                        "What does it matter?",
                        List.of(new Axis(name, levels)),
                        seeds(scenario));
        String part = path.split("[.\\[]", 2)[0];
        if (!study.base().has(part)) {
            type(json(scenario.settled()).path(part)).ifPresent(v -> study.base().set(part, v));
        }
        return study;
    }

    /** Of a member of a family, or of a list of them, the type alone, so that a path leads on. */
    private static Optional<JsonNode> type(JsonNode settled) {
        if (settled.has("type")) {
            return Optional.of(JSON.createObjectNode().set("type", settled.get("type")));
        }
        if (settled.path(0).has("type")) {
            ArrayNode types = JSON.createArrayNode();
            settled.forEach(one -> types.addObject().set("type", one.get("type")));
            return Optional.of(types);
        }
        return Optional.empty();
    }

    private static JsonNode value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return BooleanNode.valueOf(text.equals("true"));
        }
        try {
            double number = Double.parseDouble(text);
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? JsonNodeFactory.instance.numberNode((long) number)
                    : JsonNodeFactory.instance.numberNode(number);
        } catch (NumberFormatException e) {
            return TextNode.valueOf(text);
        }
    }

    /** The value at a path, as {@link #vary} takes it; empty if none stands there. */
    public static String valueAt(Scenario scenario, String path) {
        JsonNode at = json(scenario.settled());
        for (String step : path.replace("[", ".").replace("]", "").split("\\.")) {
            at = step.matches("\\d+") ? at.path(Integer.parseInt(step)) : at.path(step);
        }
        return at.isValueNode() ? at.asText() : "";
    }

    private static String seeds(Scenario scenario) {
        return Seeds.parse(scenario.seeds()).size() > 1 ? scenario.seeds() : SEEDS;
    }

    private static Study study(
            Scenario scenario, String what, String question, List<Axis> axes, String seeds) {
        return new Study(scenario.title() + ": " + what, question, json(scenario), axes, seeds);
    }

    private static ObjectNode json(Scenario scenario) {
        try {
            return (ObjectNode) JSON.readTree(ScenarioFile.write(scenario));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a scenario is written as JSON", e);
        }
    }
}
