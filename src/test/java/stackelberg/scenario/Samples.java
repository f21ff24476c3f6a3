package stackelberg.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenario files that come with the program. */
public final class Samples {
    private static final Path FOLDER = Path.of("sample-scenarios");

    private Samples() {}

    public static List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> samples =
                    files.filter(file -> file.toString().endsWith(".json"))
                            .filter(f -> !f.getFileName().toString().startsWith("study-"))
                            .sorted()
                            .toList();
            if (samples.isEmpty()) {
                throw new IOException("no samples in " + FOLDER.toAbsolutePath());
            }
            return samples;
        }
    }

    static String text(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }
}
