package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Pictures of the window for people to look at, in {@code target/screenshots}. None may show that
 * something went wrong that should not have.
 */
final class Screenshots {
    private Screenshots() {}

    static void take(Scene scene, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    for (Node node : scene.getRoot().lookupAll(".label")) {
                        if (node instanceof Labeled label && label.getText() != null) {
                            assertThat(label.getText()).doesNotStartWith("Something went wrong");
                        }
                    }
                    Path folder = Path.of("target", "screenshots");
                    try {
                        Files.createDirectories(folder);
                        ImageIO.write(
                                SwingFXUtils.fromFXImage(scene.snapshot(null), null),
                                "png",
                                folder.resolve(name + ".png").toFile());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }
}
