package stackelberg.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/** The sample scenarios that come with the program. */
final class Samples {
    private Samples() {}

    /** A sample by its file's name without the ending, everything automatic settled. */
    static Scenario read(String name) {
        try (InputStream in =
                Samples.class.getResourceAsStream("/sample-scenarios/" + name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("The program comes without the sample " + name);
            }
            String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Scenario scenario = ScenarioFile.read(json).scenario();
            if (scenario == null) {
                throw new IllegalStateException("The sample " + name + " has faults");
            }
            return scenario.settled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
