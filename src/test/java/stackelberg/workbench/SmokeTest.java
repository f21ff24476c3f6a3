package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window opens, with no display. */
@ExtendWith(ApplicationExtension.class)
class SmokeTest {
    private Stage window;

    @Start
    void open(Stage stage) {
        window = stage;
        new WorkbenchApplication().start(stage);
    }

    @Test
    void theWindowOpens() {
        assertThat(window.isShowing()).isTrue();
        assertThat(window.getTitle()).contains("Stackelberg Workbench");
    }
}
