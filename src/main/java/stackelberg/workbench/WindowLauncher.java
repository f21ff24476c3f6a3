package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/**
 * Starts JavaFX with the window of the program, and turns its start-up failures into a sentence.
 */
public final class WindowLauncher {
    /**
     * Kept here, since the log manager alone would let it, and with it the filter, be collected.
     */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    private WindowLauncher() {}

    /**
     * Opens the window and returns when it was closed.
     *
     * @param files to open in it
     * @return null, or why the window could not be opened, as a sentence
     */
    public static @Nullable String openAndWait(List<Path> files) {
        // JavaFX prefers the module path; ND4J allows only the class path, which works as well.
        JAVAFX.setFilter(
                line ->
                        line.getMessage() == null
                                || !line.getMessage()
                                        .startsWith("Unsupported JavaFX configuration"));
        repaintAsOneRectangle();
        try {
            Application.launch(
                    WorkbenchApplication.class,
                    files.stream().map(Path::toString).toArray(String[]::new));
            return null;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError noDisplay) {
            return refusal(noDisplay);
        } catch (RuntimeException failure) {
            String refusal = refusal(failure);
            if (refusal == null) {
                throw failure;
            }
            return refusal;
        }
    }

    /**
     * JavaFX 21 repaints up to six rectangles at a time, and then leaves some nodes out: beside
     * charts that change, the table of runs went on saying that there were none. With one rectangle
     * around them all it leaves out nothing.
     */
    private static void repaintAsOneRectangle() {
        String count = "prism.dirtyregioncount";
        System.setProperty(count, System.getProperty(count, "1"));
    }

    private static @Nullable String refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            if (message.contains("open DISPLAY")) {
                return tr("The display cannot be opened, so neither can the window.");
            }
            if (cause instanceof UnsatisfiedLinkError || message.contains("No toolkit found")) {
                return tr(
                        "The window needs GTK 3, which is not installed (on Debian: apt-get install"
                                + " libgtk-3-0 libxtst6).");
            }
        }
        return null;
    }
}
