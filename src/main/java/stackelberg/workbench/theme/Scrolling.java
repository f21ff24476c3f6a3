package stackelberg.workbench.theme;

import javafx.scene.control.ScrollPane;
import javafx.scene.input.ScrollEvent;

/** How far a wheel takes one. */
public final class Scrolling {
    /** What a notch of a wheel comes to in JavaFX; touch pads send less at a time. */
    private static final double NOTCH = 30;

    /** Lines of text that a notch is to move. */
    private static final double PIXELS = 110;

    private Scrolling() {}

    /** Makes a notch of the wheel go by some lines instead of by 30 or 40 pixels. */
    public static void brisk(ScrollPane pane) {
        pane.addEventFilter(
                ScrollEvent.SCROLL,
                event -> {
                    double hidden =
                            pane.getContent().getLayoutBounds().getHeight()
                                    - pane.getViewportBounds().getHeight();
                    boolean notch =
                            Math.abs(event.getDeltaY()) >= NOTCH
                                    && !event.isInertia()
                                    && event.getTouchCount() == 0
                                    && !event.isControlDown();
                    if (notch && hidden > 0) {
                        double by = Math.signum(event.getDeltaY()) * PIXELS / hidden;
                        pane.setVvalue(Math.max(0, Math.min(1, pane.getVvalue() - by)));
                        event.consume();
                    }
                });
    }
}
