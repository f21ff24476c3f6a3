package stackelberg.workbench.ask;

import static stackelberg.workbench.language.Text.tr;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.stage.DirectoryChooser;
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
    public @Nullable Path save(String title, String name, Kind... kinds) {
        FileChooser chooser = chooser(title, kinds);
        String ending = kinds[0].endings().get(0);
        chooser.setInitialFileName(
                name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-") + ending);
        Path path = remember(chooser.showSaveDialog(owner));
        if (path == null) {
            return null;
        }
        boolean known =
                Arrays.stream(kinds)
                        .flatMap(kind -> kind.endings().stream())
                        .anyMatch(path.toString()::endsWith);
        // With several kinds the one that was chosen in the dialog counts.
        FileChooser.ExtensionFilter chosen = chooser.getSelectedExtensionFilter();
        String wanted =
                chosen == null ? ending : chosen.getExtensions().get(0).replaceFirst("^\\*", "");
        return known ? path : Path.of(path + wanted);
    }

    /** Asks for a folder; null for none. */
    public @Nullable Path folder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(tr(title));
        Path before = preferences.get().existingFolder();
        if (before != null) {
            chooser.setInitialDirectory(before.toFile());
        }
        File chosen = chooser.showDialog(owner);
        if (chosen == null) {
            return null;
        }
        Path path = chosen.toPath().toAbsolutePath();
        preferences.change(now -> now.withFolder(path));
        return path;
    }

    private FileChooser chooser(String title, Kind... kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(tr(title));
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
