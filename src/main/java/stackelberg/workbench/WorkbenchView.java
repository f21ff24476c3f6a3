package stackelberg.workbench;

import java.util.List;
import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import stackelberg.engine.Chart;
import stackelberg.workbench.chart.ChartDesk;

/** The panes of the workbench: scenario, the question over charts over runs, look inside. */
final class WorkbenchView extends BorderPane {
    private static final double SCENARIO = 306;
    private static final double INSIDE = 344;

    private final Node scenario;
    private final ChartDesk charts;
    private final Node runs;
    private final Node inside;
    private final BorderPane middle = new BorderPane();
    private final SplitPane across = new SplitPane();
    private final SplitPane down = new SplitPane();
    private double type = 1;

    /** Where the person left the dividers: scenario, inside, runs; empty for the usual places. */
    private List<Double> kept = List.of();

    WorkbenchView(Node scenario, Node question, ChartDesk charts, Node runs, Node inside) {
        this.scenario = scenario;
        this.charts = charts;
        this.runs = runs;
        this.inside = inside;
        setId("workbench");
        middle.setTop(question);
        middle.setCenter(down);
        middle.setMinSize(0, 0);
        down.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(scenario, false);
        SplitPane.setResizableWithParent(inside, false);
        SplitPane.setResizableWithParent(runs, false);
        keepWhatIsDragged(across);
        keepWhatIsDragged(down);
        setCenter(across);
        arrange();
    }

    private void arrange() {
        down.getItems().setAll(charts, runs);
        across.getItems().setAll(scenario, middle, inside);
        divide();
        // Once more when it has been laid out: only then does a divider hold.
        Platform.runLater(this::divide);
    }

    private void divide() {
        if (across.getItems().size() > 1) {
            List<Double> places = kept.isEmpty() ? usual() : kept;
            across.setDividerPositions(places.get(0), places.get(1));
            down.setDividerPositions(places.get(2));
        }
    }

    private List<Double> usual() {
        double width = getWidth() > 0 ? getWidth() : WindowPlace.WIDTH;
        double room = Math.sqrt(type) / width;
        return List.of(Math.min(0.32, SCENARIO * room), 1 - Math.min(0.34, INSIDE * room), 0.76);
    }

    /** Puts the dividers where the person left them; in the usual places if the list is empty. */
    void dividers(List<Double> places) {
        kept = places;
        divide();
    }

    /** Where the dividers are; empty if nobody moved one. */
    List<Double> dividers() {
        return kept;
    }

    /** A divider that is dragged stays where it was put, whatever the type and the window. */
    private void keep() {
        if (across.getItems().size() > 1) {
            double[] sides = across.getDividerPositions();
            kept = List.of(sides[0], sides[1], down.getDividerPositions()[0]);
        }
    }

    /** Tells dragging from the moves that layout makes by itself. */
    private void keepWhatIsDragged(SplitPane pane) {
        pane.addEventFilter(
                MouseEvent.MOUSE_RELEASED,
                event -> {
                    if (event.getTarget() instanceof Node node
                            && node.getStyleClass().stream()
                                    .anyMatch(name -> name.startsWith("split-pane-divider"))) {
                        keep();
                    }
                });
    }

    /** Type so many times larger than usual. */
    void type(double times) {
        type = times;
        charts.type(times);
        divide();
    }

    /** One chart in large type, for an audience; or everything. */
    void present(boolean on) {
        if (on) {
            down.getItems().setAll(charts);
            across.getItems().setAll(middle);
            if (charts.single() == null) {
                charts.single(Chart.LEADER_REWARD);
            }
        } else {
            arrange();
            charts.single(null);
        }
    }
}
