package stackelberg.workbench;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The window of the program. */
public final class WorkbenchApplication extends Application {
    @Override
    public void start(Stage stage) {
        Label title = new Label("Stackelberg Workbench");
        title.setId("title");
        stage.setTitle("Stackelberg Workbench");
        stage.setScene(new Scene(new StackPane(title), 1280, 800));
        stage.show();
    }
}
