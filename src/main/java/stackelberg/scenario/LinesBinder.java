package stackelberg.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Faults;
import stackelberg.scenario.JsonValue.Entries;
import stackelberg.scenario.JsonValue.Group;
import stackelberg.scenario.JsonValue.Text;

/**
 * Turns what a scenario states of {@link Declared.Kind#LINES} into lines: they stand in it, or in a
 * file that it names, from which they are taken over, so that the scenario is complete by itself.
 */
final class LinesBinder {
    private static final String FILE = "file";

    private final FaultLog log;
    private final @Nullable Path folder;

    /**
     * @param folder where files are looked for; null if none can be named
     */
    LinesBinder(FaultLog log, @Nullable Path folder) {
        this.log = log;
        this.folder = folder;
    }

    @Nullable List<String> lines(Declared parameter, JsonValue value, Faults at) {
        if (value instanceof Group group
                && group.fields().size() == 1
                && group.fields().get(FILE) != null
                && group.fields().get(FILE).value() instanceof Text name) {
            return file(name, at.at(FILE));
        }
        if (!(value instanceof Entries list)) {
            return misfit(parameter, value, at);
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < list.entries().size(); i++) {
            if (!(list.entries().get(i) instanceof Text line)) {
                return misfit(parameter, list.entries().get(i), at.at(i));
            }
            lines.add(line.text());
        }
        return List.copyOf(lines);
    }

    private @Nullable List<String> misfit(Declared parameter, JsonValue value, Faults at) {
        log.add(at, value.place(), "it is " + value.words(), "Enter " + Expectation.of(parameter));
        return null;
    }

    private @Nullable List<String> file(Text name, Faults at) {
        if (folder == null) {
            return refuse(name, at, "it names a file, but this text is in no folder");
        }
        try {
            Path file = folder.resolve(name.text()).normalize();
            if (!file.startsWith(folder.normalize())) {
                return refuse(name, at, "it names a file outside the scenario's folder");
            }
            if (Files.isDirectory(file)) {
                return refuse(name, at, "it names a folder");
            }
            long size = Files.size(file);
            if (size > ScenarioFile.LARGEST / 2) {
                return refuse(
                        name, at, String.format(Locale.ROOT, "that file has %,d bytes", size));
            }
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            if (!lines.isEmpty() && lines.get(0).startsWith("\ufeff")) {
                lines.set(0, lines.get(0).substring(1));
            }
            return List.copyOf(lines);
        } catch (CharacterCodingException e) {
            return refuse(name, at, "that file is not text in the encoding UTF-8");
        } catch (InvalidPathException e) {
            return refuse(name, at, "it is not the name of a file");
        } catch (IOException e) {
            return refuse(name, at, "that file cannot be read: " + FileTrouble.words(e));
        }
    }

    private @Nullable List<String> refuse(Text name, Faults at, String problem) {
        log.add(
                at,
                name.place(),
                problem,
                String.format(
                        Locale.ROOT,
                        "Name a text file of at most %,d bytes beside the scenario, or put its"
                                + " lines here in [ and ]",
                        ScenarioFile.LARGEST / 2));
        return null;
    }
}
