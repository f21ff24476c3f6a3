package stackelberg.workbench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A file dragged into the window is opened. */
final class FileDrop {
    private FileDrop() {}

    static void onto(Scene scene, Consumer<Path> open) {
        scene.setOnDragOver(
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                    }
                    event.consume();
                });
        scene.setOnDragDropped(event -> drop(event, open));
    }

    private static void drop(DragEvent event, Consumer<Path> open) {
        List<File> dropped = event.getDragboard().getFiles();
        event.setDropCompleted(!dropped.isEmpty());
        event.consume();
        if (!dropped.isEmpty()) {
            Path file = dropped.get(0).toPath();
            // Later, so that a question about unsaved changes does not hold the other program up.
            Platform.runLater(() -> open.accept(file));
        }
    }
}
