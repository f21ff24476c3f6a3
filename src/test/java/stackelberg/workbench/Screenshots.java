package stackelberg.workbench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;
import org.testfx.util.WaitForAsyncUtils;

/** Pictures of the window for people to look at, in {@code target/screenshots}. */
final class Screenshots {
    private Screenshots() {}

    static void take(Scene scene, String name) {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
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
