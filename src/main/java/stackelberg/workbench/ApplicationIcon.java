package stackelberg.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** The picture that stands for the program: a leader and two followers. */
final class ApplicationIcon {
    private static final int[] SIZES = {16, 32, 48, 64, 128, 256};

    private ApplicationIcon() {}

    /** In every size that a title bar, a task bar or a switcher may ask for. */
    static List<Image> sizes() {
        List<Image> images = new ArrayList<>();
        for (int size : SIZES) {
            String name = "icon/" + size + ".png";
            images.add(
                    new Image(
                            Objects.requireNonNull(ApplicationIcon.class.getResource(name), name)
                                    .toExternalForm()));
        }
        return images;
    }
}
