package stackelberg.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.scenario.ScenarioFile.LocatedFault;

/** Reads the scenario that a command was given, or says on the error stream why it cannot. */
final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * The scenario in {@code file}; empty after printing one line for each fault, {@code
     * FILE:LINE:COLUMN: path: problem. remedy.}
     */
    static Optional<Scenario> read(Path file, PrintWriter errors) {
        ScenarioFile.Reading reading;
        try {
            reading = ScenarioFile.read(file);
        } catch (NoSuchFileException e) {
            errors.println(file + ": there is no such file.");
            return Optional.empty();
        } catch (AccessDeniedException e) {
            errors.println(file + ": it may not be read.");
            return Optional.empty();
        } catch (IOException e) {
            errors.println(file + ": it cannot be read: " + e.getMessage() + ".");
            return Optional.empty();
        }
        for (LocatedFault fault : reading.faults()) {
            errors.printf(
                    "%s:%d:%d: %s: %s. %s.%n",
                    file,
                    fault.line(),
                    fault.column(),
                    fault.path(),
                    fault.problem(),
                    fault.remedy());
        }
        return reading.faults().isEmpty()
                ? Optional.ofNullable(reading.scenario())
                : Optional.empty();
    }
}
