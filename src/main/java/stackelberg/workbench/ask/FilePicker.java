package stackelberg.workbench.ask;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.KeptPreferences;

/** Asks for files, and begins where the person last was. */
public final class FilePicker {
    private final Window owner;
    private final KeptPreferences preferences;

    public FilePicker(Window owner, KeptPreferences preferences) {
        this.owner = owner;
        this.preferences = preferences;
    }

    /**
     * Files of a kind.
     *
     * @param words what a person calls them
     * @param endings such as ".json"
     */
    public record Kind(String words, List<String> endings) {
        public Kind(String words, String... endings) {
            this(words, List.of(endings));
        }

        private FileChooser.ExtensionFilter filter() {
            return new FileChooser.ExtensionFilter(
                    words, endings.stream().map(e -> "*" + e).toList());
        }
    }

    /** Asks which file to open; null for none. */
    public @Nullable Path open(String title, Kind... kinds) {
        FileChooser chooser = chooser(title, kinds);
        return remember(chooser.showOpenDialog(owner));
    }

    /**
     * Asks where to save; null for nowhere.
     *
     * @param name what it is about: the file's name is made of it
     */
    public @Nullable Path save(String title, String name, Kind kind) {
        FileChooser chooser = chooser(title, kind);
        String ending = kind.endings().get(0);
        chooser.setInitialFileName(
                name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-") + ending);
        Path path = remember(chooser.showSaveDialog(owner));
        return path == null || kind.endings().stream().anyMatch(path.toString()::endsWith)
                ? path
                : Path.of(path + ending);
    }

    private FileChooser chooser(String title, Kind... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        for (Kind kind : kinds) {
            chooser.getExtensionFilters().add(kind.filter());
        }
        Path folder = preferences.get().existingFolder();
        if (folder != null) {
            chooser.setInitialDirectory(folder.toFile());
        }
        return chooser;
    }

    private @Nullable Path remember(@Nullable File chosen) {
        if (chosen == null) {
            return null;
        }
        Path path = chosen.toPath().toAbsolutePath();
        Path folder = path.getParent();
        if (folder != null) {
            preferences.change(now -> now.withFolder(folder));
        }
        return path;
    }
}
