package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import stackelberg.follower.FollowerModel;
import stackelberg.game.GameFamily;
import stackelberg.leader.Learner;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Family;
import stackelberg.parameter.Fault;
import stackelberg.scenario.ScenarioFile.Reading;

/** What is written is read again as the same, to the last bit. */
class RoundTripTest {
    @Provide
    Arbitrary<Scenario> scenarios() {
        return AnyRecord.scenario();
    }

    @Property(tries = 300)
    void anyScenarioIsReadAsItWasWritten(@ForAll("scenarios") Scenario scenario) {
        Reading reading = ScenarioFile.read(ScenarioFile.write(scenario));
        assertThat(reading.draft()).isEqualTo(scenario);
        assertThat(reading.scenario()).isEqualTo(scenario.faults().isEmpty() ? scenario : null);
        assertThat(reading.faults())
                .extracting(f -> new Fault(f.path(), f.problem(), f.remedy()))
                .containsExactlyInAnyOrderElementsOf(scenario.faults());
    }

    @Example
    void everyMemberOfEveryFamilySurvivesWithItsDefaults() {
        Scenario plain = new Scenario();
        for (Object game : Family.of(GameFamily.class).members()) {
            survives(with(plain, "game", game));
        }
        for (Object follower : Family.of(FollowerModel.class).members()) {
            survives(with(plain, "followers", List.of(follower)));
        }
        for (Object leader : Family.of(Learner.class).members()) {
            survives(with(plain, "leader", leader));
        }
    }

    @Example
    void everySampleIsInTheFormInWhichItWouldBeSaved() throws IOException {
        for (Path sample : Samples.all()) {
            Reading reading = ScenarioFile.read(sample);
            assertThat(reading.faults()).as(sample.toString()).isEmpty();
            assertThat(ScenarioFile.write(reading.scenario())).isEqualTo(Files.readString(sample));
        }
    }

    private static Scenario with(Scenario scenario, String name, Object value) {
        return (Scenario) Declaration.of(scenario).with(scenario, name, value);
    }

    private static void survives(Scenario scenario) {
        assertThat(ScenarioFile.read(ScenarioFile.write(scenario)).draft()).isEqualTo(scenario);
    }
}
