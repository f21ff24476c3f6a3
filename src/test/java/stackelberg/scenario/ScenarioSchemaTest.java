package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The generated schema is one, accepts what the program writes and refuses what it refuses. */
class ScenarioSchemaTest {
    private static final JsonSchemaFactory FACTORY =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final JsonSchema SCHEMA = FACTORY.getSchema(ScenarioSchema.write());

    @Provide
    Arbitrary<Scenario> scenarios() {
        return AnyRecord.scenario();
    }

    @Example
    void everySampleIsValid() throws IOException {
        for (Path sample : Samples.all()) {
            assertThat(faults(Files.readString(sample))).as(sample.toString()).isEmpty();
        }
    }

    @Property(tries = 50)
    void whateverIsInItsRangesIsValid(@ForAll("scenarios") Scenario scenario) {
        assertThat(faults(ScenarioFile.write(scenario))).isEmpty();
    }

    @Example
    void aFileOfWhatIsRequiredIsValidForBoth() {
        String json = Minimal.FILE;
        assertThat(faults(json)).isEmpty();
        assertThat(ScenarioFile.read(json).faults()).isEmpty();
    }

    @Example
    void bothRefuseTheSameMistakes() {
        String[][] mistakes = {
            {"\"title\": \"Two\",", ""},
            {"\"title\"", "\"titel\""},
            {"\"Two\"", "2"},
            {"\"Two\"", "\"\""},
            {"normal-form", "normal"},
            {"\"followerActions\": [2]", "\"followerActions\": 2"},
            {"\"followerActions\": [2]", "\"followerActions\": [2.5]"},
            {"\"followerActions\": [2]", "\"followerActions\": [2], \"commitment\": \"mixed\""},
            {"[[1, 1], [3, 0]]", "[]"},
            {"[3, 0]", "[]"},
            {"\"title\"", "\"budget\": 0, \"title\""},
            {"\"title\"", "\"episode\": {\"responseTransitions\": 1.1}, \"title\""},
        };
        for (String[] mistake : mistakes) {
            String json = Minimal.FILE.replace(mistake[0], mistake[1]);
            assertThat(faults(json)).as(json).isNotEmpty();
            assertThat(ScenarioFile.read(json).faults()).as(json).isNotEmpty();
        }
    }

    private static Set<ValidationMessage> faults(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }
}
