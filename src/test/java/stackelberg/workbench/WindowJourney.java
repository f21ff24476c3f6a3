package stackelberg.workbench;

import java.nio.file.Path;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** A test that does with the window what a person would: a window, and a folder of its own. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowJourney {
    @TempDir Path data;
    Stage stage;
    WorkbenchWindow window;

    /** In a stage of its own: TestFX looks for its own way to begin in the test class alone. */
    @BeforeEach
    void open() throws Exception {
        // Else the last window that is closed takes the toolkit with it.
        Platform.setImplicitExit(false);
        inWindow(
                () -> {
                    stage = new Stage();
                    window = WindowSteps.open(stage, data);
                });
        // Until then the gallery changes under whoever looks through the window.
        WindowSteps.until(() -> inGallery() >= WindowSteps.SAMPLES);
    }

    private int inGallery() {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000, () -> stage.getScene().getRoot().lookupAll(".card").size());
    }

    @AfterEach
    void close() {
        inWindow(
                () -> {
                    window.shutDown();
                    stage.close();
                });
    }

    static void inWindow(Runnable action) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, action);
    }
}
