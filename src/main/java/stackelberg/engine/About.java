package stackelberg.engine;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import stackelberg.scenario.AtomicFile;

/**
 * What a person has said of a run or a study, kept in its folder.
 *
 * @param name their own for it; empty if none
 * @param note anything; empty if nothing
 * @param setAside whether it is not to be offered any more to go on with
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record About(
        @JsonProperty("name") String name,
        @JsonProperty("note") String note,
        @JsonProperty("setAside") boolean setAside) {
    private static final About NOTHING = new About("", "", false);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = "about.json";

    public About {
        name = name == null ? "" : name;
        note = note == null ? "" : note;
    }

    /** What was said of what lies in a folder; nothing if that cannot be read. */
    public static About of(Path folder) {
        try {
            Path file = folder.resolve(FILE);
            About read = Files.exists(file) ? JSON.readValue(file.toFile(), About.class) : NOTHING;
            return read == null ? NOTHING : read;
        } catch (IOException e) {
            return NOTHING;
        }
    }

    /**
     * Keeps it in a folder.
     *
     * @throws IOException with a message for a person if it cannot be written
     */
    public void keep(Path folder) throws IOException {
        AtomicFile.write(
                folder.resolve(FILE),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
    }
}
