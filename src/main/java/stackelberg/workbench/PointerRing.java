package stackelberg.workbench;

import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;

/** A ring around the pointer, by which an audience can follow it. */
final class PointerRing extends Circle {
    private static final double RADIUS = 26;

    private final EventHandler<MouseEvent> follow =
            event -> {
                setCenterX(event.getSceneX());
                setCenterY(event.getSceneY());
            };

    PointerRing() {
        super(RADIUS, Color.color(1, 0.84, 0, 0.25));
        setId("pointer-ring");
        setStroke(Color.GOLDENROD);
        setStrokeWidth(3);
        setMouseTransparent(true);
        // It lies where the pointer is, not where a pane would put it.
        setManaged(false);
        setVisible(false);
    }

    /** Follows the pointer in its scene, or is gone. */
    void show(boolean on) {
        Scene scene = getScene();
        setVisible(on);
        if (on) {
            scene.addEventFilter(MouseEvent.MOUSE_MOVED, follow);
            scene.addEventFilter(MouseEvent.MOUSE_DRAGGED, follow);
        } else {
            scene.removeEventFilter(MouseEvent.MOUSE_MOVED, follow);
            scene.removeEventFilter(MouseEvent.MOUSE_DRAGGED, follow);
        }
    }
}
