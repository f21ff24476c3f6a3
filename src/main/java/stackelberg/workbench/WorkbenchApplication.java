package stackelberg.workbench;

import javafx.application.Application;
import javafx.stage.Stage;

/** The window of the program. */
public final class WorkbenchApplication extends Application {
    @Override
    public void start(Stage stage) {
        new WorkbenchWindow(stage, Surroundings.ofThisSystem()).show();
    }
}
