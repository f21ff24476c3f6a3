package stackelberg.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scenarios as JSON files. */
public final class ScenarioFile {
    private ScenarioFile() {}

    /** A fault with the place in the text where it stands, both counted from 1. */
    public record LocatedFault(int line, int column, String path, String problem, String remedy) {}

    /** A scenario, or the faults that kept it from being one. */
    public record Reading(@Nullable Scenario scenario, List<LocatedFault> faults) {}

    public static Reading read(Path file) throws IOException {
        throw new IOException("not yet");
    }

    public static Reading read(String json) {
        return new Reading(null, List.of());
    }

    /** The scenario as JSON with its fields in the order of their declaration. */
    public static String write(Scenario scenario) {
        return "";
    }

    /** Writes a file so that at every instant either the old or the new text is there whole. */
    public static void save(Scenario scenario, Path file) throws IOException {
        throw new IOException("not yet");
    }
}
