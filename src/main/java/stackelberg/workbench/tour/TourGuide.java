package stackelberg.workbench.tour;

import static stackelberg.workbench.language.Text.tr;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Leads a person through a tour: frames the control that a step is about, says what there is to do,
 * and goes on when it was done. Lies over the window and lets every click through to what is below.
 */
public final class TourGuide extends Pane {
    private static final double GAP = 10;
    private static final double WIDTH = 330;

    /** From this share of the window's width on it is the column at the right. */
    private static final double SIDE = 0.6;

    private static final long LEAST_INTERVAL = 100_000_000;

    private final Region frame = new Region();
    private final Label title = new Label();
    private final Label words = new Label();
    private final Button next = new Button(tr("Next"));
    private final Button end = new Button(tr("End the tour"));
    private final VBox note;
    private final Predicate<Tour.Until> done;
    private final Consumer<String> reveal;
    private @Nullable Tour tour;
    private int at;
    private long refreshedAt = Long.MIN_VALUE / 2;

    /**
     * @param done whether what a step waits for has happened
     * @param reveal brings the control of a selector into view
     */
    public TourGuide(Predicate<Tour.Until> done, Consumer<String> reveal) {
        this.done = done;
        this.reveal = reveal;
        setId("tour");
        setPickOnBounds(false);
        frame.getStyleClass().add("tour-frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        title.getStyleClass().add("heading");
        words.setId("tour-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        next.setOnAction(e -> go(at + 1));
        end.setId("tour-end");
        end.setOnAction(e -> end());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, end, gap, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        note = new VBox(8, title, words, buttons);
        note.getStyleClass().add("tour-note");
        note.setPrefWidth(WIDTH);
        note.setMaxWidth(WIDTH);
        // Both are placed by hand.
        note.setManaged(false);
        getChildren().addAll(frame, note);
        setVisible(false);
    }

    /** Begins a tour. */
    public void begin(Tour chosen) {
        tour = chosen;
        setVisible(true);
        go(0);
    }

    /** Ends it; everything stays as it is. */
    public void end() {
        tour = null;
        setVisible(false);
    }

    /** The number of the step, from 0; −1 if there is no tour. */
    public int step() {
        return tour == null ? -1 : at;
    }

    private void go(int step) {
        Tour present = tour;
        if (present == null || step >= present.steps().size()) {
            end();
            return;
        }
        at = step;
        Tour.Step now = present.steps().get(step);
        reveal.accept(now.at());
        title.setText(tr("{0}, {1} of {2}", present.title(), (step + 1), present.steps().size()));
        words.setText(tr(now.words()));
        boolean last = step == present.steps().size() - 1;
        next.setText(last ? tr("Done") : now.until() == Tour.Until.NEXT ? tr("Next") : tr("Skip"));
        note.setAccessibleText(words.getText());
        refreshedAt = Long.MIN_VALUE / 2;
    }

    /** Follows the control, and goes on when the step's work is done. */
    public void pulse(long now) {
        Tour present = tour;
        if (present == null || now - refreshedAt < LEAST_INTERVAL) {
            return;
        }
        refreshedAt = now;
        Tour.Step step = present.steps().get(at);
        Node control = control(step.at());
        place(control);
        boolean over =
                step.until() == Tour.Until.SELECTED
                        ? selected(control)
                        : step.until() != Tour.Until.NEXT && done.test(step.until());
        if (over) {
            go(at + 1);
        }
    }

    private static boolean selected(@Nullable Node control) {
        return control != null
                && control.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("selected"));
    }

    private @Nullable Node control(String selector) {
        if (getScene() == null) {
            return null;
        }
        Set<Node> found = getScene().getRoot().lookupAll(selector);
        return found.stream().filter(TourGuide::shows).findFirst().orElse(null);
    }

    /** Whether it can be seen: neither it nor what it lies in is hidden. */
    private static boolean shows(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private void place(@Nullable Node control) {
        note.autosize();
        double width = note.getWidth();
        double height = note.getHeight();
        frame.setVisible(control != null);
        if (control == null) {
            note.relocate((getWidth() - width) / 2, (getHeight() - height) / 2);
            return;
        }
        Bounds bounds = sceneToLocal(control.localToScene(control.getBoundsInLocal()));
        frame.resizeRelocate(
                bounds.getMinX() - 4,
                bounds.getMinY() - 4,
                bounds.getWidth() + 8,
                bounds.getHeight() + 8);
        double x = Math.max(GAP, Math.min(getWidth() - width - GAP, bounds.getMinX()));
        double y = Math.max(GAP, Math.min(getHeight() - height - GAP, bounds.getMinY()));
        // What belongs to a control is mostly below it: in a column at the side nothing is covered.
        if (bounds.getMinX() > getWidth() * SIDE && bounds.getMinX() > width + 2 * GAP) {
            note.relocate(bounds.getMinX() - width - GAP, y);
        } else if (bounds.getMaxY() + GAP + height < getHeight()) {
            note.relocate(x, bounds.getMaxY() + GAP);
        } else if (bounds.getMinY() - height - GAP > 0) {
            note.relocate(x, bounds.getMinY() - height - GAP);
        } else {
            note.relocate(Math.min(getWidth() - width - GAP, bounds.getMaxX() + GAP), y);
        }
    }
}
