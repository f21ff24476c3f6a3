package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where a text ceases to be JSON, the place and what was expected there are told in plain words.
 */
class NotJsonTest {
    private static final String A_VALUE =
            "Expected here is a value: a text in double quotes, a number, true, false, { or [";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            textBlock =
                    """
                    hello              | 1:1 | here is hello
                    {                  | 1:2 | here is the end of the file
                    {"a"               | 1:5 | here is the end of the file
                    {"a": 1            | 1:8 | here is the end of the file
                    {a: 1}             | 1:2 | here is a
                    {"a" 1}            | 1:6 | here is 1
                    {"a": 1 "b": 2}    | 1:9 | here is a double quote
                    {"a": True}        | 1:7 | here is True
                    {"a": 'x'}         | 1:7 | here is '
                    {"a": }            | 1:7 | here is }
                    {"a": [1 2]}       | 1:10 | here is 2
                    {"a": 1]           | 1:8 | here is ]
                    {"a": 1, 5}        | 1:10 | here is 5
                    {"a": “x”}         | 1:7 | here is “
                    {"a": 0x10}        | 1:8 | here is x10
                    """)
    void somethingUnexpected(String json, String place, String problem) {
        assertThat(fault(json)).startsWith(place + ": $: " + problem + ". Expected here is ");
    }

    @Test
    void whatIsExpectedFollowsFromThePlace() {
        assertThat(fault("x")).endsWith("Expected here is {, which begins a scenario.");
        assertThat(fault("{x"))
                .endsWith("Expected here is the name of a field in double quotes, or }.");
        assertThat(fault("{\"a\\\"\" x")).endsWith("Expected here is a colon and a value.");
        assertThat(fault("{\"a\": x")).endsWith(A_VALUE + ".");
        assertThat(fault("{\"a\": \"b\" x"))
                .endsWith("Expected here is a comma and the next field, or }.");
        assertThat(fault("{\"a\": 1, x"))
                .endsWith("Expected here is the name of a field in double quotes.");
        assertThat(fault("{\"a\": [x")).endsWith(A_VALUE + ", or ].");
        assertThat(fault("{\"a\": [1, x")).endsWith(A_VALUE + ".");
        assertThat(fault("{\"a\": [1 x"))
                .endsWith("Expected here is a comma and the next value, or ].");
    }

    @Test
    void nothingAtAll() {
        assertThat(fault(" \n"))
                .isEqualTo("1:1: $: the file is empty. Begin with { and a field \"title\".");
    }

    @Test
    void aCommaTooMany() {
        assertThat(fault("{\"a\": 1,\n}"))
                .isEqualTo(
                        "2:1: $: before this closing bracket stands a comma. Remove that comma, or"
                                + " add what should follow it.");
    }

    @Test
    void aComment() {
        assertThat(fault("{\r\n // why\r\n\"a\": 1}"))
                .isEqualTo("2:2: $: this begins a comment, and JSON has none. Remove the comment.");
    }

    @Test
    void aTextThatIsNotClosed() {
        assertThat(fault("{\"a\": \"b\n}"))
                .startsWith(
                        "1:9: $: a line break or a control character stands inside a text. Close");
        assertThat(fault("{\"a\": \"b")).startsWith("1:9: $: the file ends inside a text. Close");
        assertThat(fault("{\"a")).startsWith("1:4: $: the file ends inside a text. Close");
    }

    @Test
    void anUnknownEscape() {
        assertThat(fault("{\"a\": \"C:\\dir\"}"))
                .contains("$: the backslash before this begins no escape. Write \\\\ for");
        assertThat(fault("{\"a\": \"\\u12\"}")).contains("begins no escape");
    }

    @ParameterizedTest
    @CsvSource({"01", "1.", "+1", "1e", "-", "--1"})
    void aNumberWrittenOtherwise(String number) {
        assertThat(fault("{\"a\": " + number + "}"))
                .startsWith("1:8: $: this is not a number as JSON writes them. Write numbers like");
    }

    @Test
    void moreAfterTheEnd() {
        assertThat(fault(Minimal.FILE + "{}"))
                .isEqualTo(
                        "12:1: $: the scenario has ended, but here is more. Remove everything"
                                + " after the scenario's last bracket.");
        assertThat(fault(Minimal.FILE + "}"))
                .startsWith("12:1: $: here is }. Expected here is the end of the file");
    }

    @Test
    void nestedTooDeep() {
        assertThat(fault("{\"a\":\n" + "[".repeat(500_000)))
                .isEqualTo("2:64: $: it is nested more than 64 deep. Remove superfluous brackets.");
    }

    private static String fault(String json) {
        assertThat(ScenarioFile.read(json).faults()).hasSize(1);
        return ScenarioFile.read(json).faults().get(0).toString();
    }
}
