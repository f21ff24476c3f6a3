package stackelberg.workbench.session;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stackelberg.game.GameFamily;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;

/** The scenarios of the gallery: the JSON files of one folder. */
public final class SampleScenarios {
    private static final String FOLDER = "sample-scenarios";

    /** What the names of studies begin with, which are no scenarios. */
    private static final String STUDY = "study-";

    private SampleScenarios() {}

    /**
     * A sample, or why it cannot be read.
     *
     * @param scenario null if the file is no scenario
     * @param problem empty if it is one
     */
    public record Sample(Path file, @Nullable Scenario scenario, String problem) {
        /** Its title; the file's name if it cannot be read. */
        public String title() {
            return scenario == null ? name(file) : scenario.title();
        }

        /** Whether its game is of this kind. */
        public boolean isOf(GameFamily family) {
            return scenario != null && scenario.game().getClass() == family.getClass();
        }
    }

    /** The folder in the working directory, beside the program's jar, or within that jar. */
    public static @Nullable Path folder() {
        List<Path> places = new ArrayList<>();
        places.add(Path.of(FOLDER));
        CodeSource source = SampleScenarios.class.getProtectionDomain().getCodeSource();
        try {
            if (source != null && source.getLocation() != null) {
                Path program = Path.of(source.getLocation().toURI());
                places.add(program.resolveSibling(FOLDER));
                places.add(program.resolve("../..").normalize().resolve(FOLDER));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // The program lies where no folder can lie beside it.
        }
        for (Path place : places) {
            if (Files.isDirectory(place)) {
                return place;
            }
        }
        return packed();
    }

    private static @Nullable Path packed() {
        URL url = SampleScenarios.class.getResource("/" + FOLDER);
        if (url == null) {
            return null;
        }
        try {
            URI uri = url.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return Path.of(uri);
            }
            return jar(uri).getPath("/" + FOLDER);
        } catch (URISyntaxException | IOException e) {
            return null;
        }
    }

    private static FileSystem jar(URI uri) throws IOException {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(uri);
        }
    }

    /** Reads every JSON file of a folder, by name. May take a while: not on the window's thread. */
    public static List<Sample> read(@Nullable Path folder) {
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".json"))
                    .filter(f -> !name(f).startsWith(STUDY))
                    .sorted(Comparator.comparing(SampleScenarios::name))
                    .map(SampleScenarios::readOne)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Reads every JSON file in the folder {@code sample-scenarios} of each of these jars. */
    public static List<Sample> inJars(List<Path> jars) {
        List<Sample> samples = new ArrayList<>();
        for (Path jar : jars) {
            try (FileSystem inside = FileSystems.newFileSystem(jar)) {
                samples.addAll(read(inside.getPath("/" + FOLDER)));
            } catch (IOException | RuntimeException e) {
                samples.add(new Sample(jar, null, String.valueOf(e.getMessage())));
            }
        }
        return samples;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.json$", "");
    }

    private static Sample readOne(Path file) {
        try {
            ScenarioFile.Reading reading = ScenarioFile.read(file);
            return new Sample(file, reading.scenario(), problems(reading));
        } catch (IOException | RuntimeException e) {
            return new Sample(file, null, String.valueOf(e.getMessage()));
        }
    }

    /** The faults of a reading as lines for a person; empty if there is none. */
    public static String problems(ScenarioFile.Reading reading) {
        StringBuilder lines = new StringBuilder();
        for (ScenarioFile.LocatedFault fault : reading.faults()) {
            lines.append(tr("Line "))
                    .append(fault.line())
                    .append(tr(", column "))
                    .append(fault.column());
            lines.append(" (").append(fault.path()).append("): ").append(tr(fault.problem()));
            lines.append(". ").append(tr(fault.remedy())).append(".\n");
        }
        return lines.toString().strip();
    }
}
