package stackelberg.workbench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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

    /** Pixels at the usual size of type under which two panes beside the charts are too many. */
    private static final double NARROW = 860;

    private final Node scenario;
    private final ChartDesk charts;
    private final Node runs;
    private final Node inside;
    private final SidePanes usual = new SidePanes(EnumSet.allOf(SidePanes.Side.class));

    /** Before an audience: none, until one is asked for. */
    private final SidePanes presented = new SidePanes(EnumSet.noneOf(SidePanes.Side.class));

    private SidePanes sides = usual;
    private final BorderPane middle = new BorderPane();
    private final SplitPane across = new SplitPane();
    private final SplitPane down = new SplitPane();
    private double type = 1;
    private boolean narrow;

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
        widthProperty().addListener((o, was, is) -> measure());
        arrange();
    }

    /** Folds a pane where the window has become narrow for its type, and opens it again. */
    private void measure() {
        boolean now = narrow(getWidth() > 0 ? getWidth() : WindowPlace.WIDTH, type);
        if (now != narrow) {
            narrow = now;
            arrange();
        }
    }

    /**
     * Whether a width is too narrow for two panes beside the charts.
     *
     * @param width in pixels
     * @param type how many times larger than usual the type is
     */
    static boolean narrow(double width, double type) {
        return width / type < NARROW;
    }

    private void arrange() {
        List<Node> columns = new ArrayList<>();
        Set<SidePanes.Side> open = sides.open(narrow);
        if (open.contains(SidePanes.Side.SCENARIO)) {
            columns.add(scenario);
        }
        columns.add(middle);
        if (open.contains(SidePanes.Side.INSIDE)) {
            columns.add(inside);
        }
        if (presenting()) {
            down.getItems().setAll(charts);
        } else {
            down.getItems().setAll(charts, runs);
        }
        across.getItems().setAll(columns);
        divide();
        // Once more when it has been laid out: only then does a divider hold.
        Platform.runLater(this::divide);
    }

    private void divide() {
        List<Double> places = kept.isEmpty() ? usualPlaces() : kept;
        int last = across.getDividers().size() - 1;
        if (across.getItems().contains(scenario)) {
            across.setDividerPosition(0, places.get(0));
        }
        if (across.getItems().contains(inside)) {
            across.setDividerPosition(last, places.get(1));
        }
        down.setDividerPositions(places.get(2));
    }

    private List<Double> usualPlaces() {
        double width = getWidth() > 0 ? getWidth() : WindowPlace.WIDTH;
        double room = (narrow ? type : Math.sqrt(type)) / width;
        return List.of(Math.min(0.34, SCENARIO * room), 1 - Math.min(0.36, INSIDE * room), 0.76);
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
        List<Double> now = kept.isEmpty() ? usualPlaces() : kept;
        double[] dragged = across.getDividerPositions();
        kept =
                List.of(
                        across.getItems().contains(scenario) ? dragged[0] : now.get(0),
                        across.getItems().contains(inside)
                                ? dragged[dragged.length - 1]
                                : now.get(1),
                        presenting() ? now.get(2) : down.getDividerPositions()[0]);
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
        measure();
        divide();
    }

    private boolean presenting() {
        return sides == presented;
    }

    /** Opens a pane beside the charts, or folds it away. */
    void toggle(SidePanes.Side side) {
        sides.toggle(side, narrow);
        arrange();
    }

    /** Sees to it that a pane beside the charts is open. */
    void reveal(SidePanes.Side side) {
        if (!sides.open(narrow).contains(side)) {
            sides.reveal(side);
            arrange();
        }
    }

    /** Opens the pane that a control lies in, if it is folded away. */
    void reveal(String selector) {
        if (scenario.lookup(selector) != null) {
            reveal(SidePanes.Side.SCENARIO);
        } else if (inside.lookup(selector) != null) {
            reveal(SidePanes.Side.INSIDE);
        }
    }

    /** Where there is room for one pane beside the charts, it is this one from now on. */
    void prefer(SidePanes.Side side) {
        sides.prefer(side);
        if (narrow) {
            arrange();
        }
    }

    /** The panes beside the charts that are open. */
    Set<SidePanes.Side> open() {
        return sides.open(narrow);
    }

    /** One chart in large type, for an audience; or everything. */
    void present(boolean on) {
        sides = on ? presented : usual;
        arrange();
        if (!on) {
            charts.single(null);
        } else if (charts.single() == null) {
            charts.single(Chart.LEADER_REWARD);
        }
    }
}
