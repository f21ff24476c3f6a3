package stackelberg.command;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where this program lies, for those that start it again elsewhere. */
final class ThisProgram {
    private ThisProgram() {}

    /** The Java that runs it. */
    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * Its jar.
     *
     * @throws IOException with a message for a person if it does not run from one
     */
    static Path jar() throws IOException {
        CodeSource source = ThisProgram.class.getProtectionDomain().getCodeSource();
        try {
            Path place = source == null ? null : Path.of(source.getLocation().toURI());
            if (place != null && Files.isRegularFile(place)) {
                return place.toAbsolutePath();
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // It is no file.
        }
        throw new IOException(
                "this program does not run from its jar. Build it with mvn package and start it"
                        + " with java -jar target/stackelberg-workbench.jar");
    }
}
