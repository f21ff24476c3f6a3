package stackelberg.workbench;

import javafx.application.Platform;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import stackelberg.engine.Chart;
import stackelberg.workbench.chart.ChartDesk;

/** The panes of the workbench: scenario, charts over runs, look inside. */
final class WorkbenchView extends BorderPane {
    private static final double SIDE = 306;

    private final Node scenario;
    private final ChartDesk charts;
    private final Node runs;
    private final Node inside;
    private final SplitPane across = new SplitPane();
    private final SplitPane down = new SplitPane();
    private double type = 1;

    WorkbenchView(Node scenario, ChartDesk charts, Node runs, Node inside) {
        this.scenario = scenario;
        this.charts = charts;
        this.runs = runs;
        this.inside = inside;
        setId("workbench");
        down.setOrientation(Orientation.VERTICAL);
        SplitPane.setResizableWithParent(scenario, false);
        SplitPane.setResizableWithParent(inside, false);
        SplitPane.setResizableWithParent(runs, false);
        setCenter(across);
        arrange();
    }

    private void arrange() {
        down.getItems().setAll(charts, runs);
        across.getItems().setAll(scenario, down, inside);
        divide();
        // Once more when it has been laid out: only then does a divider hold.
        Platform.runLater(this::divide);
    }

    private void divide() {
        double width = getWidth() > 0 ? getWidth() : 1280;
        double side = Math.min(0.32, SIDE * Math.sqrt(type) / width);
        if (across.getItems().size() > 1) {
            across.setDividerPositions(side, 1 - side);
            down.setDividerPositions(0.76);
        }
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
            across.getItems().setAll(down);
            if (charts.single() == null) {
                charts.single(Chart.LEADER_REWARD);
            }
        } else {
            arrange();
            charts.single(null);
        }
    }
}
