package stackelberg.workbench;

import javafx.geometry.Dimension2D;
import javafx.scene.Cursor;
import javafx.scene.ImageCursor;
import javafx.scene.SnapshotParameters;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;

/** A pointer that an audience can follow: an arrow as large as the system allows. */
final class BigPointer {
    private static final double PIXELS = 64;

    /** An arrow in a square of 16, its tip at the upper left. */
    private static final String ARROW = "M1,1 L1,13 L4.2,10 L6.4,15 L8.6,14 L6.5,9.2 L11,9 Z";

    private static final double SQUARE = 16;

    private BigPointer() {}

    /** The pointer; the usual one where the system has no others. */
    static Cursor cursor() {
        double size;
        try {
            Dimension2D best = ImageCursor.getBestSize(PIXELS, PIXELS);
            size = Math.min(best.getWidth(), best.getHeight());
        } catch (UnsupportedOperationException e) {
            size = 0; // a screen that nobody sees
        }
        if (size < SQUARE) {
            return Cursor.DEFAULT;
        }
        SVGPath arrow = new SVGPath();
        arrow.setContent(ARROW);
        arrow.setFill(Color.GOLD);
        arrow.setStroke(Color.BLACK);
        arrow.setStrokeWidth(0.8);
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(size / SQUARE, size / SQUARE));
        double tip = size / SQUARE / 2;
        return new ImageCursor(arrow.snapshot(parameters, null), tip, tip);
    }
}
