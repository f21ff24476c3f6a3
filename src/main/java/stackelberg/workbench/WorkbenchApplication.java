package stackelberg.workbench;

import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window of the program. */
public final class WorkbenchApplication extends Application {
    private static final long PATIENCE_MILLIS = 1000;

    private @Nullable WorkbenchWindow window;

    @Override
    public void start(Stage stage) {
        window = new WorkbenchWindow(stage, Surroundings.ofThisSystem());
        window.show();
    }

    /** The window is gone already; lets the runs end in order. */
    @Override
    public void stop() throws InterruptedException {
        if (window != null) {
            window.shutDown();
            window.desk().queue().settle(PATIENCE_MILLIS);
        }
    }
}
