package stackelberg.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which program this is, for whoever wants to repeat what it computed. */
public final class ProgramVersion {
    private ProgramVersion() {}

    /** The program's name and version, as the build wrote it. */
    public static String words() {
        Properties properties = new Properties();
        try (InputStream stream =
                ProgramVersion.class.getResourceAsStream("/stackelberg/version.properties")) {
            if (stream != null) {
                properties.load(stream);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the program's version cannot be read", e);
        }
        return "Stackelberg Workbench " + properties.getProperty("version", "(unknown version)");
    }

    /** The same, and the Java that runs it. */
    public static String withJava() {
        return words() + ", Java " + Runtime.version();
    }
}
