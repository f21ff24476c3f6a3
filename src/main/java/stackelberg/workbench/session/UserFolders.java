package stackelberg.workbench.session;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * Where this program keeps what belongs to the person: runs, unsaved drafts, recent files.
 *
 * @param data the folder for all of it; it need not exist yet
 */
public record UserFolders(Path data) {
    private static final String NAME = "stackelberg-workbench";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    /** Where this system keeps the data of programs. */
    public static UserFolders ofThisSystem() {
        return of(
                System.getProperty("os.name", ""),
                System.getenv(),
                Path.of(System.getProperty("user.home", ".")));
    }

    static UserFolders of(String system, Map<String, String> environment, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path base = roaming.isBlank() ? home.resolve("AppData/Roaming") : Path.of(roaming);
            return new UserFolders(base.resolve(NAME));
        } else if (name.startsWith("mac")) {
            return new UserFolders(home.resolve("Library/Application Support").resolve(NAME));
        }
        String configured = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base =
                configured.isBlank() || !Path.of(configured).isAbsolute()
                        ? home.resolve(".local/share")
                        : Path.of(configured);
        return new UserFolders(base.resolve(NAME));
    }

    /** Jars of the person's own; need not be there. */
    public Path plugins() {
        return data.resolve("plugins");
    }

    /** The unsaved drafts of all windows; need not be there. */
    public Path drafts() {
        return data.resolve("drafts");
    }

    /** How the person likes the window. */
    public Path preferences() {
        return data.resolve("preferences.json");
    }

    /** What the people of a class came to. */
    public Path classList() {
        return data.resolve("class.json");
    }

    /** The folder of all runs; need not be there. */
    public Path runs() {
        return data.resolve("runs");
    }

    /** Where runs lie that were thrown away; need not be there. */
    public Path bin() {
        return data.resolve("bin");
    }

    /** The list of recent files. */
    public Path recent() {
        return data.resolve("recent.txt");
    }

    /**
     * A new folder for one run.
     *
     * @throws IOException if it cannot be made
     */
    public Path newRunFolder(String title, long seed, LocalDateTime now) throws IOException {
        return newFolder(runs(), STAMP.format(now) + "-" + slug(title) + "-" + seed);
    }

    /** The folder of all studies; need not be there. */
    public Path studies() {
        return data.resolve("studies");
    }

    /**
     * A new folder for a study.
     *
     * @throws IOException if it cannot be made
     */
    public Path newStudyFolder(String title, LocalDateTime now) throws IOException {
        return newFolder(studies(), STAMP.format(now) + "-" + slug(title));
    }

    /** Where studies lie that were thrown away; need not be there. */
    public Path studiesBin() {
        return data.resolve("studies-bin");
    }

    private static String slug(String title) {
        String slug =
                title.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", "-")
                        .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "run" : slug;
    }

    private static Path newFolder(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        Path folder = parent.resolve(name);
        for (int i = 2; !made(folder); i++) {
            folder = parent.resolve(name + "-" + i);
        }
        return folder;
    }

    /** Whether it is new: another window may make one of that name at the same instant. */
    private static boolean made(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        }
    }
}
