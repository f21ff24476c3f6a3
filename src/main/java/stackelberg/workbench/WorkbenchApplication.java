package stackelberg.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.leader.Cores;
import stackelberg.parameter.Services;
import stackelberg.workbench.language.Language;
import stackelberg.workbench.language.Text;
import stackelberg.workbench.session.KeptPreferences;
import stackelberg.workbench.session.UserFolders;

/** The window of the program. */
public final class WorkbenchApplication extends Application {
    private static final long PATIENCE_MILLIS = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApplication.class);

    private @Nullable WorkbenchWindow window;

    @Override
    public void start(Stage stage) {
        Cores.occupy();
        speak(KeptPreferences.read(UserFolders.ofThisSystem().preferences()).language());
        addPlugins(UserFolders.ofThisSystem().plugins());
        window = new WorkbenchWindow(stage, Surroundings.ofThisSystem());
        window.show();
        Parameters given = getParameters();
        List<Path> files =
                given == null ? List.of() : given.getRaw().stream().map(Path::of).toList();
        if (!files.isEmpty()) {
            window.openFiles(files);
        }
    }

    /** The person's language, also for what JavaFX says by itself. */
    private static void speak(String preferred) {
        Language language = Language.of(preferred, Locale.getDefault());
        // A region's own way with dates stays where its language does.
        if (!Locale.getDefault().getLanguage().equals(language.tag())) {
            Locale.setDefault(Locale.forLanguageTag(language.tag()));
        }
        Text.speak(language);
    }

    private static void addPlugins(Path folder) {
        try {
            if (Files.isDirectory(folder)) {
                Services.addJars(folder);
            }
        } catch (IOException e) {
            LOG.warn("the plug-ins in {} cannot be read", folder, e);
        }
    }

    /** The window is gone already; lets the runs end in order. */
    @Override
    public void stop() throws InterruptedException {
        if (window != null) {
            window.shutDown();
            window.desk().queue().settle(PATIENCE_MILLIS);
            window.studies().desk().settle();
        }
    }
}
