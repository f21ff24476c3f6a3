package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One field of each kind as the schema states it, word for word. */
class ScenarioSchemaFieldsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private final String text = ScenarioSchema.write();

    private JsonNode schema() throws IOException {
        return JSON.readTree(text);
    }

    private JsonNode field(String definition, String name) throws IOException {
        return schema().path("$defs").path(definition).path("properties").path(name);
    }

    private static JsonNode json(String quoted) throws IOException {
        return JSON.readTree(quoted.replace('\'', '"'));
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }

    @Test
    void theWholeIsAnObjectOfItsFieldsAndNoOthers() throws IOException {
        assertThat(text).endsWith("}\n");
        assertThat(schema().path("$schema").asText())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema().path("title").asText()).isEqualTo("Scenario of Stackelberg Workbench");
        assertThat(schema().path("type").asText()).isEqualTo("object");
        assertThat(texts(schema().path("required"))).containsExactly("title", "game");
        assertThat(schema().path("additionalProperties")).isEqualTo(json("false"));
        List<String> names = new ArrayList<>();
        schema().path("properties").fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "title",
                        "question",
                        "game",
                        "followers",
                        "leader",
                        "episode",
                        "budget",
                        "seeds");
    }

    @Test
    void textsHaveLengthsAndWhatIsRequiredHasNoDefault() throws IOException {
        assertThat(schema().path("properties").path("title"))
                .isEqualTo(
                        json(
                                "{'title': 'Title', 'description': 'A short name, shown in the"
                                        + " gallery and the table of runs.', 'type': 'string',"
                                        + " 'minLength': 1, 'maxLength': 80}"));
        // There is no least length.
        assertThat(schema().path("properties").path("question"))
                .isEqualTo(
                        json(
                                "{'title': 'Question', 'description': 'The question that the"
                                        + " scenario asks, in one sentence.', 'type': 'string',"
                                        + " 'maxLength': 300, 'default': ''}"));
    }

    /** Either within its bounds or "auto"; the unit is said. */
    @Test
    void numbersThatMayBeAutomaticAreOneOrTheOther() throws IOException {
        assertThat(schema().path("properties").path("budget"))
                .isEqualTo(
                        json(
                                "{'title': 'Budget', 'description': 'Leader transitions of one run;"
                                    + " the last rollout is completed. Unit: transitions.',"
                                    + " 'default': 'auto', 'anyOf': [{'type': 'integer', 'minimum':"
                                    + " 1, 'maximum': 1000000000000}, {'const': 'auto'}]}"));
        JsonNode clip = field("Learner.ppo", "clip");
        assertThat(clip.path("anyOf").get(0))
                .isEqualTo(json("{'type': 'number', 'minimum': 0.001, 'maximum': 1}"));
        assertThat(clip.path("default").asText()).isEqualTo("auto");
        JsonNode quality = field("GameFamily.bertrand-platform", "quality");
        assertThat(quality.path("minimum")).isEqualTo(json("-1000"));
        assertThat(quality.path("maximum")).isEqualTo(json("1000"));
        assertThat(quality.path("default")).isEqualTo(json("2"));
        assertThat(quality.has("anyOf")).isFalse();
        // 1e300 is no long.
        assertThat(
                        field("FollowerModel.swap-regret", "rate")
                                .path("anyOf")
                                .get(0)
                                .path("maximum")
                                .asText())
                .isEqualTo("1.0E300");
    }

    @Test
    void choicesAreListedWithAutoAmongThem() throws IOException {
        assertThat(texts(field("Learner.ppo", "critic").path("enum")))
                .containsExactly("auto", "none", "flag", "full");
        assertThat(field("Learner.ppo", "critic").has("anyOf")).isFalse();
        assertThat(texts(field("GameFamily.normal-form", "commitment").path("enum")))
                .containsExactly("pure", "randomised");
        JsonNode episode = schema().path("properties").path("episode");
        JsonNode visible = episode.path("anyOf").get(0).path("properties").path("phaseVisible");
        assertThat(visible.path("type").asText()).isEqualTo("boolean");
        assertThat(episode.path("anyOf").get(0).path("additionalProperties"))
                .isEqualTo(json("false"));
        assertThat(episode.path("anyOf").get(0).path("type").asText()).isEqualTo("object");
        assertThat(episode.has("properties")).isFalse();
    }

    @Test
    void tablesAreRowsOfCellsOfNumbers() throws IOException {
        JsonNode payoffs = field("GameFamily.normal-form", "payoffs");
        assertThat(payoffs.path("type").asText()).isEqualTo("array");
        assertThat(payoffs.path("minItems").asInt()).isEqualTo(1);
        assertThat(payoffs.has("default")).isFalse();
        assertThat(payoffs.path("items"))
                .isEqualTo(
                        json(
                                "{'type': 'array', 'minItems': 1, 'items': {'oneOf': [{'type':"
                                        + " 'number'}, {'type': 'array', 'minItems': 1, 'items':"
                                        + " {'type': 'number'}}]}}"));
        JsonNode actions = field("GameFamily.normal-form", "followerActions");
        assertThat(actions.path("minItems").asInt(9)).isZero();
        assertThat(actions.path("maxItems").asInt()).isEqualTo(8);
        assertThat(actions.path("items")).isEqualTo(json("{'type': 'integer'}"));
        assertThat(actions.path("type").asText()).isEqualTo("array");
    }

    @Test
    void linesAreAListOrAFile() throws IOException {
        JsonNode lines = field("FollowerModel.inverse-rl", "demonstrations");
        assertThat(lines.path("oneOf"))
                .isEqualTo(
                        json(
                                "[{'type': 'array', 'maxItems': 50000, 'items': {'type':"
                                        + " 'string'}}, {'type': 'object', 'properties': {'file':"
                                        + " {'type': 'string'}}, 'required': ['file'],"
                                        + " 'additionalProperties': false}]"));
    }

    /** Each member of a family is defined once and referred to wherever it may stand. */
    @Test
    void membersAreDefinedOnce() throws IOException {
        JsonNode form = schema().path("$defs").path("GameFamily.normal-form");
        assertThat(form.path("title").asText()).isEqualTo("Normal form");
        assertThat(form.path("description").asText()).startsWith("A payoff table: the leader");
        assertThat(form.path("properties").path("type"))
                .isEqualTo(json("{'const': 'normal-form'}"));
        assertThat(texts(form.path("required"))).containsExactly("type", "payoffs");
        assertThat(form.path("additionalProperties")).isEqualTo(json("false"));
        List<String> games = new ArrayList<>();
        schema().path("properties")
                .path("game")
                .path("oneOf")
                .forEach(game -> games.add(game.path("$ref").asText()));
        assertThat(games).contains("#/$defs/GameFamily.normal-form").doesNotHaveDuplicates();
        JsonNode followers = schema().path("properties").path("followers").path("anyOf").get(0);
        assertThat(followers.path("minItems").asInt()).isEqualTo(1);
        assertThat(followers.path("maxItems").asInt()).isEqualTo(64);
        assertThat(followers.path("items").path("oneOf").get(0))
                .isEqualTo(json("{'$ref': '#/$defs/FollowerModel.best-response'}"));
        JsonNode leader = schema().path("properties").path("leader");
        assertThat(leader.path("default")).isEqualTo(json("{'type': 'ppo'}"));
        assertThat(leader.path("anyOf").get(0).path("oneOf")).isNotEmpty();
        assertThat(schema().path("$defs").has("PlatformRule.price-threshold")).isTrue();
    }
}
