package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a study file has its place, what is wrong there and what to do. */
class StudyFileFaultsTest {
    private static final String BASE = "{'game':{'type':'simple-allocation'}}";
    private static final String AXIS =
            "'axes':[{'name':'m','path':'game.messages','values':[1,2]}]";

    @TempDir Path folder;

    private static StudyFile.Reading read(String text) {
        return StudyFile.read(text.replace('\'', '"'), null);
    }

    /** The first field is what is wrong; the rest is a study. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'colour':1 | $.colour | the field \"colour\" is unknown",
                "'question':3 | $.question | it is 3",
                "'expected':[] | $.expected | it is []",
                "'seeds':'3-1' | $.seeds | the range \"3-1\" is empty",
                "'seeds':7 | $.seeds | it is 7",
                "'axes':[7] | $.axes[0] | it is 7",
                "'axes':[{'path':'budget','values':[[7]]}] | budget = [7]: $.budget | it is",
                "'axes':[{'path':'budget','values':[[]]}] | budget = []: $.budget | it is",
                "'axes':[{'path':'budget','values':[7]}],'references':[{'cell':{'budget':'8'},"
                        + "'value':1}] | $.references[0].cell | no level \"8\"",
                "'axes':[{'path':'budget','values':[7]}],'references':[{'cell':{'b':'7'},"
                        + "'value':1}] | $.references[0].cell | of an axis \"b\"",
                "'claims':[{'says':'s','relation':'above','value':1,'by':1}]"
                        + " | $.claims[0].by | unknown",
                "'axes':[{'values':[1]}] | $.axes[0].path | it is missing",
                "'axes':[{'path':' ','values':[1]}] | $.axes[0].path | it is \" \"",
                "'axes':[{'name':'','path':'budget','values':[1]}] | $.axes[0].name | it is \"\"",
                "'axes':[{'variants':[{'set':{'budget':1}}]}] | $.axes[0].variants[0].name |"
                        + " missing",
                "'axes':[{'name':'x','variants':[{'name':'a','set':{'budget':1},'b':1}]}]"
                        + " | $.axes[0].variants[0].b | unknown",
                "'axes':[{'name':'x','variants':[{'name':'a','set':{'budget':1}},{'name':'b'}]}]"
                        + " | $.axes[0].variants[1] | it sets nothing",
                "'measures':[{'take':'last'}] | $.measures[0].column | it is missing",
                "'measures':[{'column':'x'},{'column':'x','take':'first'}]"
                        + " | $.measures[1].take | it is \"first\"",
                "'measures':[{'column':'x','of':1}] | $.measures[0].of | unknown",
                "'references':[{'cell':{},'value':'x'}] | $.references[0].value | it is \"x\"",
                "'references':[{'value':1},{'value':1,'by':1}] | $.references[1].by | unknown",
                "'references':[{'cell':{'m':'1'},'value':1}] | $.references[0].cell"
                        + " | no level \"1\" of an axis \"m\"",
                "'claims':[{'says':'s','relation':'above'}] | $.claims[0] | compares with nothing",
                "'claims':[{'says':'s','relation':'above','other':{},'value':1}] | $.claims[0]"
                        + " | with two things",
                "'claims':[{'relation':'above','value':1}] | $.claims[0].says | it is missing",
                "'claims':[{'says':'s','relation':'above','value':1},"
                        + "{'says':'s','relation':'over','value':1}]"
                        + " | $.claims[1].relation | it is \"over\"",
                "'claims':[{'says':'s','relation':'near','value':1,'measure':{}}]"
                        + " | $.claims[0].measure.column | it is missing"
            })
    void inOneField(String field, String path, String problem) {
        StudyFile.Reading reading = read("{" + field + ",'title':'T','base':" + BASE + "}");
        assertThat(reading.study()).isNull();
        assertThat(reading.cells()).isEmpty();
        assertThat(reading.faults().get(0).path()).isEqualTo(path);
        assertThat(reading.faults().get(0).problem()).contains(problem);
        assertThat(reading.faults().get(0).remedy()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "3 | $ | it is no object",
                "{'base':{}} | $.title | it is missing",
                "{'title':' ','base':{}} | $.title | it is \" \"",
                "{'title':'T'} | $.base | it is missing",
                "{'title':'T','base':[1]} | $.base | it is [1]",
                "{'title':'T','base':{'file':'a.json'}} | $.base | this text is in no folder",
                "{'title':'T','base':{'game':{'type':'none'}}} | scenario: $.game.type | none",
                "{'title':'T','base':{},'seeds':NaN} | line 1 | no number"
            })
    void inTheWhole(String text, String path, String problem) {
        StudyFile.Reading reading = read(text);
        assertThat(reading.study()).isNull();
        assertThat(reading.faults().get(0).path()).isEqualTo(path);
        assertThat(reading.faults().get(0).problem()).contains(problem);
        assertThat(reading.faults().get(0).remedy()).isNotBlank();
    }

    @Test
    void aSyntaxErrorIsInItsLine() {
        StudyFault fault = read("{'title':'T',\n\n'base'}").faults().get(0);
        assertThat(fault.path()).isEqualTo("line 3");
        assertThat(fault.problem()).startsWith("it is not JSON: ");
    }

    @Test
    void longValuesAreCutShort() {
        String forty = "x".repeat(40 - 2);
        assertThat(read("{'title':'T','base':'" + forty + "'}").faults().get(0).problem())
                .isEqualTo("it is \"" + forty + "\"");
        assertThat(read("{'title':'T','base':'" + forty + "y'}").faults().get(0).problem())
                .isEqualTo("it is \"" + forty + "y…");
    }

    /** The fault of a scenario is in the cell that has it. */
    @Test
    void inOneCell() {
        StudyFile.Reading reading =
                read(
                        "{'title':'T','base':%s,'axes':[{'name':'m','path':'game.messages',"
                                        .formatted(BASE)
                                + "'values':[1,-1]},{'path':'budget','values':[9]}]}");
        assertThat(reading.faults()).extracting(StudyFault::path).hasSize(1);
        assertThat(reading.faults().get(0).path()).isEqualTo("m = -1, budget = 9: $.game.messages");
        StudyFile.Reading nowhere =
                read(
                        "{'title':'T','base':%s,%s,}"
                                .formatted(BASE, AXIS)
                                .replace(",}", "}")
                                .replace("]}]", "]},{'path':'followers[9]','values':[1]}]"));
        assertThat(nowhere.faults().get(0).path()).isEqualTo("$.axes[1]");
    }

    @Test
    void aStudyThatWasChangedIsCheckedAgain() {
        Study study = read("{'title':'T','base':%s}".formatted(BASE)).study();
        assertThat(study).isNotNull();
        assertThat(StudyFile.expand(study).study()).isEqualTo(study);
        StudyFile.Reading wrong = StudyFile.expand(study.withBudget(-1));
        assertThat(wrong.study()).isNull();
        assertThat(wrong.cells()).isEmpty();
        assertThat(wrong.faults()).hasSize(1);
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        Study study = read("{'title':'T','base':%s,%s}".formatted(BASE, AXIS)).study();
        assertThat(study).isNotNull();
        assertThat(study.seeds()).isEqualTo("1-10");
        assertThat(study.question()).isEmpty();
        assertThat(study.expected()).isEmpty();
        assertThat(study.measures()).containsExactly(Measure.LEADER_REWARD);
        assertThat(study.references()).isEmpty();
        assertThat(study.claims()).isEmpty();
    }

    /** All that a study file may state comes back from what is written of it. */
    @Test
    void whatIsWrittenIsReadAgain() {
        String text =
                "{'title':'T','question':'Q','expected':'1 min','base':%s,%s,'seeds':'3',"
                                .formatted(BASE, AXIS)
                        + "'measures':[{'column':'x','take':'tail'},{'column':'y'}],"
                        + "'references':[{'cell':{'m':'1'},'value':0.5,'source':'S'}],"
                        + "'claims':[{'says':'a','cell':{'m':'1'},'relation':'below','other':{'m':'2'}},"
                        + "{'says':'b','cell':{'m':'2'},'relation':'near','value':2,'tolerance':0.25,"
                        + "'measure':{'column':'z','take':'best'}}]}";
        StudyFile.Reading reading = read(text);
        assertThat(reading.faults()).isEmpty();
        Study study = reading.study();
        assertThat(study).isNotNull();
        assertThat(study.measures())
                .extracting(Measure::column, Measure::take)
                .containsExactly(tuple("x", Measure.Take.TAIL), tuple("y", Measure.Take.LAST));
        assertThat(study.expected()).isEqualTo("1 min");
        assertThat(study.references()).containsExactly(new Reference(Map.of("m", "1"), 0.5, "S"));
        Claim pair = study.claims().get(0);
        assertThat(pair.measure()).isEqualTo(study.measure());
        assertThat(pair.other()).isEqualTo(Map.of("m", "2"));
        Claim near = study.claims().get(1);
        assertThat(near.measure()).isEqualTo(new Measure("z", Measure.Take.BEST));
        assertThat(near.other()).isNull();
        assertThat(near.value()).isEqualTo(2);
        assertThat(near.tolerance()).isEqualTo(0.25);
        String written = StudyFile.write(study);
        assertThat(StudyFile.read(written, null).study()).isEqualTo(study);
        assertThat(written).endsWith("}\n");
    }

    @Test
    void levelsAreCalledByWhatTheySet() {
        assertThat(labels("leader", "{'type':'ppo'},{'name':'mine','value':{'type':'ppo'}}"))
                .containsExactly("ppo", "mine");
        assertThat(labels("leader.learningRate", "1e-3,2.5E-7,0.25,1.0E-4"))
                .containsExactly("0.001", "2.5e-7", "0.25", "1e-4");
        assertThat(labels("followers", "[{'type':'logit'}],[{'type':'exp3'}]"))
                .containsExactly("logit", "exp3");
    }

    private static List<String> labels(String path, String values) {
        StudyFile.Reading reading = read(axis(path, values));
        assertThat(reading.faults()).isEmpty();
        return reading.cells().stream().flatMap(c -> c.levels().values().stream()).toList();
    }

    private static String axis(String path, String values) {
        return "{'title':'T','base':{'game':{'type':'simple-allocation'},'leader':{'type':'ppo'}},"
                + "'axes':[{'name':'x','path':'%s','values':[%s]}]}".formatted(path, values);
    }

    @Test
    void aBaseInAFile() throws IOException {
        Path file = folder.resolve("study.json");
        Files.writeString(file, "{\"title\": \"S\", \"base\": {\"file\": \"base.json\"}}");
        for (String[] wrong :
                new String[][] {
                    {"[1]", "base.json is no scenario"},
                    {"{", "base.json is not JSON"},
                }) {
            Files.writeString(folder.resolve("base.json"), wrong[0]);
            assertThat(StudyFile.read(file).faults())
                    .extracting(StudyFault::path, StudyFault::problem)
                    .containsExactly(tuple("$.base.file", wrong[1]));
        }
        Files.delete(folder.resolve("base.json"));
        assertThat(StudyFile.read(file).faults().get(0).problem())
                .startsWith("base.json cannot be read: ");
    }

    @Test
    void studiesAreToldFromScenariosByTheirBase() throws IOException {
        Path file = folder.resolve("a.json");
        for (Map.Entry<String, Boolean> one :
                Map.of("{\"base\": 1}", true, "{\"game\": 1}", false, "{", false).entrySet()) {
            Files.writeString(file, one.getKey());
            assertThat(StudyFile.looksLikeOne(file)).isEqualTo(one.getValue());
        }
        assertThat(StudyFile.looksLikeOne(folder.resolve("none.json"))).isFalse();
        String padded = "{\"base\": {}}" + " ".repeat((1 << 20) - 12);
        Files.writeString(file, padded);
        assertThat(StudyFile.looksLikeOne(file)).isTrue();
        assertThat(StudyFile.read(file).faults().get(0).path()).isEqualTo("$.title");
        Files.writeString(file, padded + " ");
        assertThat(StudyFile.looksLikeOne(file)).isFalse();
        assertThatThrownBy(() -> StudyFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than 1048576 bytes");
    }

    /** A folder's name can be read, is not endless, and no two cells share one. */
    @Test
    void foldersAreNamedAfterTheirLevels() {
        String longest = "y".repeat(100);
        List<Cell> cells =
                read("{'title':'T','base':%s,'axes':[{'name':'x','variants':[".formatted(BASE)
                                + "{'name':'-a b/c.','set':{'game.messages':1}},"
                                + "{'name':'%s','set':{'game.messages':2}},".formatted(longest)
                                + "{'name':'§','set':{'game.messages':3}}]}]}")
                        .cells();
        assertThat(cells.get(0).folder()).matches("a-b-c_[0-9a-f]{8}");
        assertThat(cells.get(1).folder()).matches("y{80}_[0-9a-f]{8}");
        assertThat(cells.get(2).folder()).matches("[0-9a-f]{8}");
        assertThat(cells.stream().map(Cell::folder).distinct()).hasSize(3);
    }

    @Test
    void theReferenceThatSaysMostAboutACellCounts() {
        Study study =
                read("{'title':'T','base':%s,%s,'references':[{'cell':{'m':'1'},'value':1},"
                                        .formatted(BASE, AXIS)
                                + "{'value':2}]}")
                        .study();
        assertThat(study).isNotNull();
        List<Cell> cells = StudyFile.expand(study).cells();
        assertThat(study.reference(cells.get(0)).map(Reference::value)).isEqualTo(Optional.of(1.0));
        assertThat(study.reference(cells.get(1)).map(Reference::value)).isEqualTo(Optional.of(2.0));
        assertThat(study.withBudget(5).base().get("budget").asLong()).isEqualTo(5);
        assertThat(study.base().has("budget")).isFalse();
    }

    @Test
    void aFolderHoldsAStudyOnceOneWasKept() throws IOException {
        StudyFolder kept = new StudyFolder(folder.resolve("new/one"));
        assertThat(StudyFolder.holdsStudy(kept.path())).isFalse();
        kept.keep("text");
        assertThat(StudyFolder.holdsStudy(kept.path())).isTrue();
        assertThat(kept.file()).content().isEqualTo("text");
        assertThatThrownBy(() -> new StudyFolder(kept.file().resolve("in")).keep("text"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("cannot make the folder ");
    }
}
