package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import stackelberg.follower.FollowerModel;
import stackelberg.game.GameFamily;
import stackelberg.leader.Learner;
import stackelberg.parameter.Family;
import stackelberg.scenario.ScenarioFile.LocatedFault;
import stackelberg.scenario.ScenarioFile.Reading;

/** Every kind of mistake in what a scenario states is told with its place, path and remedy. */
class BadInputTest {
    @Test
    void anUnknownField() {
        faults(
                with("\"title\"", "\"budgt\": 5, \"title\""),
                "2:3: $.budgt: the field \"budgt\" is unknown. Did you mean \"budget\"? If not,"
                        + " remove it.");
        faults(
                with("\"payoffs\"", "\"colour\": 5, \"payoffs\""),
                "5:5: $.game.colour: the field \"colour\" is unknown. Remove it; known here are"
                        + " \"type\", \"payoffs\", \"commitment\", \"followerActions\".");
    }

    @Test
    void aMissingField() {
        faults(
                with("  \"title\": \"Two\",\n", ""),
                "1:1: $.title: the field \"title\" is missing. Add it: a text in double quotes.");
        faults(
                "{\"title\": \"Two\"}",
                "1:1: $.game: the field \"game\" is missing. Add it: an object with a field"
                        + " \"type\": "
                        + types(GameFamily.class, " or ")
                        + ".");
    }

    @Test
    void whatMayBeLeftOutTakesItsDefault() {
        Scenario scenario = ScenarioFile.read(Minimal.FILE).scenario();
        Scenario defaults = new Scenario().automatic();
        assertThat(scenario).isNotNull();
        assertThat(scenario.leader()).isEqualTo(defaults.leader());
        assertThat(scenario.followers()).isEqualTo(defaults.followers());
        assertThat(scenario.episode()).isEqualTo(defaults.episode());
        assertThat(scenario.budget()).isEqualTo(defaults.budget());
        assertThat(scenario.seeds()).isEqualTo(defaults.seeds());
    }

    @Test
    void aFieldGivenTwice() {
        faults(
                with("\"game\"", "\"title\": \"Three\",\n  \"game\""),
                "3:3: $.title: the field \"title\" was already given in line 2. Keep only one of"
                        + " the two.");
    }

    @Test
    void aWrongType() {
        adding(
                "\"budget\": \"100\"",
                "$.budget: it is the text \"100\". Enter a whole number from"
                        + " 1 to 1 000 000 000 000.");
        adding(
                "\"budget\": [1]",
                "$.budget: it is a list. Enter a whole number from 1 to 1 000" + " 000 000 000.");
        adding("\"seeds\": 5", "$.seeds: it is 5. Enter a text in double quotes.");
        adding(
                "\"episode\": true",
                "$.episode: it is true. Enter an object with fields in { and" + " }.");
        adding(
                "\"leader\": \"ppo\"",
                "$.leader: it is the text \"ppo\". Enter an object with a"
                        + " field \"type\": "
                        + types(Learner.class, " or ")
                        + ".");
        adding(
                "\"followers\": {}",
                "$.followers: it is an object. Enter a list, in [ and ], of"
                        + " objects with a field \"type\": "
                        + types(FollowerModel.class, " or ")
                        + ".");
    }

    @Test
    void aListInsteadOfAScenario() {
        faults("[1]", "1:1: $: it is a list. Enter an object with fields in { and }.");
    }

    @Test
    void nullIsNoValue() {
        adding(
                "\"budget\": null",
                "$.budget: it is null. Enter a whole number from 1 to 1 000 000"
                        + " 000 000, or leave the field out.");
        faults(
                with("\"Two\"", "null"),
                "2:12: $.title: it is null. Enter a text in double quotes.");
    }

    @Test
    void aNumberThatIsNone() {
        leader(
                "\"clip\": NaN",
                "$.leader.clip: it is NaN, not a number. Enter a number from 0.001" + " to 1.");
        leader(
                "\"clip\": -Infinity",
                "$.leader.clip: it is -Infinity, not a number. Enter a"
                        + " number from 0.001 to 1.");
        leader(
                "\"clip\": 1e400",
                "$.leader.clip: it is 1e400, too large. Enter a number from" + " 0.001 to 1.");
        leader(
                "\"clip\": 0." + "1".repeat(2000),
                "$.leader.clip: it has 2002 digits. Write a" + " number with at most 17 digits.");
    }

    @Test
    void aWholeNumberThatIsNoneOrTooLarge() {
        leader(
                "\"epochs\": 2.5",
                "$.leader.epochs: it is 2.5, not a whole number. Enter a whole"
                        + " number from 1 to 1 000.");
        leader(
                "\"epochs\": 1e-999999999",
                "$.leader.epochs: it is 1e-999999999, not a whole"
                        + " number. Enter a whole number from 1 to 1 000.");
        leader(
                "\"epochs\": 3000000000",
                "$.leader.epochs: it is 3000000000, too large. Enter a"
                        + " whole number from 1 to 1 000.");
        adding(
                "\"budget\": -99999999999999999999",
                "$.budget: it is -99999999999999999999, too"
                        + " small. Enter a whole number from 1 to 1 000 000 000 000.");
        assertThat(ScenarioFile.read(added("\"budget\": 1.5e3")).scenario())
                .extracting(Scenario::budget)
                .isEqualTo(1500L);
    }

    /** Only what something settles may be automatic; a text may say so. */
    @Test
    void autoWhereNothingSettlesIt() {
        faults(
                with("[2]", "\"auto\""),
                "9:24: $.game.followerActions: it is \"auto\", but nothing settles it"
                        + " automatically. Enter a list of whole numbers, such as [3]; only"
                        + " settings of followers, leader, episode and budget may be automatic.");
        Scenario scenario = ScenarioFile.read(with("\"Two\"", "\"auto\"")).scenario();
        assertThat(scenario).isNotNull().extracting(Scenario::title).isEqualTo("auto");
        Scenario open = ScenarioFile.read(added("\"budget\": \"auto\"")).scenario();
        assertThat(open).isNotNull().extracting(Scenario::openEnded).isEqualTo(true);
        Scenario all =
                ScenarioFile.read(
                                added(
                                        "\"followers\": \"auto\", \"leader\": \"auto\","
                                                + " \"episode\": \"auto\""))
                        .scenario();
        assertThat(all).isEqualTo(ScenarioFile.read(Minimal.FILE).scenario());
    }

    @Test
    void aListOfWholeNumbersThatIsNone() {
        faults(
                with("[2]", "2"),
                "9:24: $.game.followerActions: it is 2. Enter a list of whole numbers, such as"
                        + " [3].");
        faults(
                with("[2]", "[2, 1.5]"),
                "9:28: $.game.followerActions[1]: it is 1.5, not a whole number. Enter a whole"
                        + " number.");
        faults(
                with("[2]", "[2147483648]"),
                "9:25: $.game.followerActions[0]: it is 2147483648, too large. Enter a whole"
                        + " number.");
        faults(
                with("[2]", "[-2147483649]"),
                "9:25: $.game.followerActions[0]: it is -2147483649, too small. Enter a whole"
                        + " number.");
        faults(
                with("[2]", "[-0.5]"),
                "9:25: $.game.followerActions[0]: it is -0.5, not a whole number. Enter a whole"
                        + " number.");
    }

    @Test
    void membersThatAreNone() {
        adding(
                "\"followers\": [7]",
                14,
                "$.followers[0]: it is 7. Enter an object with a field \"type\": one of "
                        + types(FollowerModel.class, ", ")
                        + ".");
        leader(
                "\"critic\": 5",
                "$.leader.critic: it is 5. Enter one of \"auto\", \"none\", \"flag\","
                        + " \"full\".");
        faults(
                with("\"Two\"", "\"T\\ud800wo\""),
                "2:12: $.title: it holds half of a character. Write both \\u escapes of the"
                        + " character, or the character itself.");
    }

    @Test
    void anUnknownChoiceOrType() {
        leader(
                "\"critic\": \"ful\"",
                "$.leader.critic: it is the text \"ful\", which is unknown here. Did you mean"
                        + " \"full\"? Choose one of \"auto\", \"none\", \"flag\","
                        + " \"full\".");
        faults(
                with("normal-form", "matrix"),
                "4:13: $.game.type: it is the text \"matrix\", which is unknown here. Choose one"
                        + " of "
                        + types(GameFamily.class, ", ")
                        + ".");
        faults(
                with("\"type\": \"normal-form\",", ""),
                "3:11: $.game.type: the field \"type\" is missing. Add it: one of "
                        + types(GameFamily.class, ", ")
                        + ".");
        faults(
                with("\"normal-form\"", "7"),
                "4:13: $.game.type: it is 7. Choose one of " + types(GameFamily.class, ", ") + ".");
    }

    @Test
    void theTypeMayStandAnywhere() {
        String json =
                with("    \"type\": \"normal-form\",\n", "")
                        .replace("[2]", "[2], \"type\": \"normal-form\"");
        assertThat(ScenarioFile.read(json).scenario())
                .isEqualTo(ScenarioFile.read(Minimal.FILE).scenario());
    }

    @Test
    void aTableThatIsEmptyOrRagged() {
        faults(
                with("[[1, 1], [3, 0]],\n      [[0, 0], [2, 1]]", ""),
                "5:16: $.game.payoffs: it is an empty list. Enter a table: a list of rows, each a"
                        + " list of cells.");
        faults(
                with("[[0, 0], [2, 1]]", "[]"),
                "7:7: $.game.payoffs[1]: row 2 is an empty list. Enter a list of cells.");
        faults(
                with("[[0, 0], [2, 1]]", "[[0, 0]]"),
                "7:7: $.game.payoffs[1]: row 2 has 1 cell, but row 1 has 2. Give every row the"
                        + " same number of cells.");
        faults(
                with("[2, 1]", "[2]"),
                "7:16: $.game.payoffs[1][1]: this cell holds 1 number, but the first cell 2. Give"
                        + " every cell the same count of numbers.");
        faults(
                with("[2, 1]", "[2, \"1\"]"),
                "7:20: $.game.payoffs[1][1][1]: it is the text \"1\". Enter a number.");
    }

    @Test
    void aRange() {
        adding("\"budget\": -1", "$.budget: it is -1. Choose a value from 1 to 1 000 000 000 000.");
        faults(
                with("\"Two\"", "\"\""),
                "2:12: $.title: it has 0 characters. Choose a value from 1 to 80 characters.");
    }

    @Test
    void rulesOverSeveralFieldsStandAtTheFieldThatBreaksThem() {
        adding(
                "\"seeds\": \"5-1\"",
                "$.seeds: the range \"5-1\" is empty. Write a number, a range"
                        + " such as 1-10, or a list such as 1-3,7.");
        faults(
                with("[2]", "[3]"),
                "5:16: $.game.payoffs: it has 2 columns, but the followers have 3 joint actions."
                        + " Make the number of columns the product of followerActions, or leave"
                        + " that list empty for one follower.");
        faults(
                added("\"episode\": {\n\"responsePlays\": 1}"),
                "3:18: $.episode.responsePlays: it is 1, less than one update of the followers,"
                    + " which takes 2 plays. Allow at least 2 response plays, leave responsePlays"
                    + " automatic, or choose other followers.");
    }

    @Test
    void aRuleAboutAFieldThatIsAbsentStandsAtItsObject() {
        faults(
                added("\"leader\": {\"type\": \"cross-entropy\",\n\"deviation\": 0.005}"),
                "2:13: $.leader.leastDeviation: it is 0.02, above the initial deviation of 0.005."
                        + " Choose a value of at most that of deviation.");
    }

    @Test
    void allFaultsAreToldInReadingOrder() {
        Reading reading =
                ScenarioFile.read(
                        with("\"Two\"", "2")
                                .replace("[3, 0]", "[3, null]")
                                .replace("\n}\n", ", \"budget\": 0, \"x\": 1}"));
        assertThat(reading.faults())
                .extracting(LocatedFault::path)
                .containsExactly("$.title", "$.game.payoffs[0][1][1]", "$.budget", "$.x");
        assertThat(reading.scenario()).isNull();
        assertThat(reading.draft()).isNull();
    }

    @Test
    void whatOnlyBreaksRulesCanBeOpenedAndMended() {
        Reading reading = ScenarioFile.read(added("\"budget\": -1"));
        assertThat(reading.scenario()).isNull();
        assertThat(reading.draft()).extracting(Scenario::budget).isEqualTo(-1L);
    }

    @Test
    void ofVeryManyFaultsTheFirstAreTold() {
        Reading reading =
                ScenarioFile.read(with("[[1, 1], [3, 0]]", "[" + "null,".repeat(5000) + "0]"));
        assertThat(reading.faults()).hasSize(FaultLog.MOST + 1);
        assertThat(reading.faults().get(FaultLog.MOST).problem())
                .startsWith("from here on there are ");
    }

    @Test
    void whatIsQuotedIsShortAndStaysOnItsLine() {
        LocatedFault fault =
                ScenarioFile.read(added("\"" + "\\n\\u001b\\u202e".repeat(1000) + "\": 1"))
                        .faults()
                        .get(0);
        assertThat(fault.toString()).hasSizeLessThan(300).doesNotContain("\n", "\u001b", "\u202e");
    }

    private static String with(String old, String now) {
        assertThat(Minimal.FILE).contains(old);
        return Minimal.FILE.replace(old, now);
    }

    /** The minimal file with another field in line 2. */
    private static String added(String field) {
        return with("\"title\"", field + ", \"title\"");
    }

    /** Expects a fault in the value of a field that is added at the beginning of line 2. */
    private static void adding(String field, String fault) {
        int column = 3 + field.indexOf(": ") + 2;
        faults(added(field), "2:" + column + ": " + fault);
    }

    /** The same at so many signs after the beginning of the field. */
    private static void adding(String field, int offset, String fault) {
        faults(added(field), "2:" + (3 + offset) + ": " + fault);
    }

    /** Expects a fault in the value of a field of the leader, which is put into line 3. */
    private static void leader(String field, String fault) {
        int column = 1 + field.indexOf(": ") + 2;
        String json = added("\"leader\": {\"type\": \"ppo\",\n" + field + "}");
        faults(json, "3:" + column + ": " + fault);
    }

    private static void faults(String json, String... expected) {
        assertThat(ScenarioFile.read(json).faults())
                .extracting(fault -> fault.toString().replace('\u202f', ' '))
                .isEqualTo(Arrays.asList(expected));
    }

    /** The types of a family's registered members, quoted: they grow with every new member. */
    private static String types(Class<?> family, String between) {
        return Family.of(family).members().stream()
                .map(member -> '"' + Family.about(member).type() + '"')
                .collect(Collectors.joining(between));
    }
}
