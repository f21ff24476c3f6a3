package stackelberg.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file names as a type is one that was registered under that name, never a class. */
class TypesByNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.ProcessBuilder",
                "stackelberg.game.NormalForm",
                "stackelberg.game.SecurityGame",
                "NormalForm",
                "SIMPLE-ALLOCATION",
                "file:///tmp/x.jar",
                "${jndi:ldap://x/y}"
            })
    void aClassIsNoType(String type) {
        ScenarioFile.Reading reading =
                ScenarioFile.read(
                        """
                        {"title": "T", "game": {"type": "%s"}}
                        """
                                .formatted(type));
        assertThat(reading.scenario()).isNull();
        assertThat(reading.faults().get(0).path()).startsWith("$.game");
    }
}
