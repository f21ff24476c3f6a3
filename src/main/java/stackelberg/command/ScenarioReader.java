package stackelberg.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/** Reads the scenario that a command was given, or says why it cannot. */
final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * The scenario in {@code file}; empty after printing one line for each fault, {@code
     * FILE:LINE:COLUMN: path: problem. remedy.}, or one that says why the file cannot be read.
     */
    static Optional<Scenario> read(Path file, PrintWriter errors) {
        try {
            ScenarioFile.Reading reading = ScenarioFile.read(file);
            reading.faults().forEach(fault -> errors.println(file + ":" + fault));
            return Optional.ofNullable(reading.scenario());
        } catch (IOException e) {
            errors.println(e.getMessage());
            return Optional.empty();
        }
    }
}
