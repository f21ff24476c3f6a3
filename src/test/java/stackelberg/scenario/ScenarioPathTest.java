package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values put at paths of a scenario's JSON. */
class ScenarioPathTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static ObjectNode json(String text) throws JsonProcessingException {
        return (ObjectNode) MAPPER.readTree(text.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; a; {'a':7}",
                "{'a':1,'b':2}; a; {'a':7,'b':2}",
                "{}; a.b.c; {'a':{'b':{'c':7}}}",
                "{'a':{'x':1}}; a.b; {'a':{'x':1,'b':7}}",
                "{'a':'auto'}; a.b; {'a':{'b':7}}",
                "{'a':[1,2,3]}; a[1]; {'a':[1,7,3]}",
                "{'a':[1,2,3]}; a[0]; {'a':[7,2,3]}",
                "{'a':[[1,2],[3,4]]}; a[1][0]; {'a':[[1,2],[7,4]]}",
                "{'a':[{'b':1},{}]}; a[1].b; {'a':[{'b':1},{'b':7}]}",
                "{'a':[[{'b':1}]]}; a[0][0].b; {'a':[[{'b':7}]]}"
            })
    void aValueIsPutWhereThePathLeads(String before, String path, String after)
            throws JsonProcessingException {
        ObjectNode root = json(before);
        assertThat(ScenarioPath.valid(path)).isTrue();
        assertThat(ScenarioPath.put(root, path, IntNode.valueOf(7))).isTrue();
        assertThat(root).isEqualTo(json(after));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'a':[1,2,3]}; a[3]",
                "{'a':[1,2,3]}; a[1].b",
                "{'a':[[1]]}; a[0][1]",
                "{'a':1}; a[0]",
                "{'a':1}; a.b",
                "{}; a[0]",
                "{'a':[1]}; a.b",
                "{}; 1a"
            })
    void whereItLeadsNowhereNothingIsChanged(String before, String path)
            throws JsonProcessingException {
        ObjectNode root = json(before);
        assertThat(ScenarioPath.put(root, path, IntNode.valueOf(7))).isFalse();
        assertThat(root).isEqualTo(json(before));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "a.", ".a", "a..b", "1", "a[", "a[]", "a[x]", "a[12345]", "a b"})
    void whatIsNoPath(String text) {
        assertThat(ScenarioPath.valid(text)).isFalse();
    }

    @Test
    void aLongPathIsOne() {
        assertThat(ScenarioPath.valid("game.payoffs[3][12].value_2")).isTrue();
    }
}
