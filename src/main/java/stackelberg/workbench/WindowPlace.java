package stackelberg.workbench;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.Preferences.Place;

/** Where the window goes on the screens that there are, and where it was. */
final class WindowPlace {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 640;
    private static final double LEAST_HEIGHT = 400;

    /** As much of the window's top as a person needs to take hold of it. */
    private static final double GRIP = 60;

    /** After this a window manager has done what it does to a new window. */
    private static final Duration ARRIVAL = Duration.millis(60);

    private final Stage stage;

    /** Where the window is when it does not fill the screen. */
    private Place normal;

    WindowPlace(Stage stage) {
        this.stage = stage;
        this.normal = new Place(0, 0, WIDTH, HEIGHT, false);
    }

    /**
     * Puts the window where it was; if no screen shows that place any more, in the middle of the
     * first one, as large as fits.
     */
    void put(@Nullable Place before) {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        Rectangle2D primary = Screen.getPrimary().getVisualBounds();
        normal = place(before, screens, primary);
        stage.setX(normal.x());
        stage.setY(normal.y());
        stage.setWidth(normal.width());
        stage.setHeight(normal.height());
        stage.setMaximized(normal.maximized());
        PauseTransition arrival = new PauseTransition(ARRIVAL);
        arrival.setOnFinished(event -> arrived());
        stage.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> arrival.play());
    }

    /**
     * Under some window managers (Openbox) a window of JavaFX has its size for a moment and then
     * the least size that there is: so it is told once more when it is there.
     */
    private void arrived() {
        if (!stage.isMaximized()) {
            stage.setWidth(normal.width());
            stage.setHeight(normal.height());
        }
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.xProperty().addListener(o -> follow());
        stage.yProperty().addListener(o -> follow());
        stage.widthProperty().addListener(o -> follow());
        stage.heightProperty().addListener(o -> follow());
    }

    static Place place(@Nullable Place before, List<Rectangle2D> screens, Rectangle2D primary) {
        if (before != null
                && before.width() >= LEAST_WIDTH
                && before.height() >= LEAST_HEIGHT
                && screens.stream().anyMatch(screen -> within(before, screen))) {
            return before;
        }
        double width = Math.min(WIDTH, primary.getWidth());
        double height = Math.min(HEIGHT, primary.getHeight());
        return new Place(
                primary.getMinX() + (primary.getWidth() - width) / 2,
                primary.getMinY() + (primary.getHeight() - height) / 2,
                width,
                height,
                before != null && before.maximized());
    }

    private static boolean within(Place place, Rectangle2D screen) {
        return screen.intersects(
                        place.x() + GRIP, place.y(), Math.max(1, place.width() - 2 * GRIP), 1)
                && place.width() <= screen.getWidth() + GRIP
                && place.height() <= screen.getHeight() + GRIP;
    }

    private void follow() {
        if (!stage.isMaximized() && !stage.isIconified() && !stage.isFullScreen()) {
            normal =
                    new Place(
                            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    /** Where the window is now. */
    Place now() {
        return new Place(
                normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized());
    }
}
