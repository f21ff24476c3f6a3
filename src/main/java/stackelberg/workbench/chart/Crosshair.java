package stackelberg.workbench.chart;

import static stackelberg.workbench.language.Text.tr;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import org.jfree.chart.fx.ChartViewer;
import org.jfree.chart.plot.XYPlot;
import stackelberg.workbench.session.Numbers;

/**
 * A vertical line under the pointer and the values of all lines there. It lies above the chart, so
 * that moving the pointer redraws no chart.
 */
final class Crosshair extends Pane {
    private static final int MOST_LINES = 8;

    private final ChartViewer viewer;
    private final XYPlot plot;
    private final Scale across;
    private final Supplier<List<ChartLine>> lines;
    private final Line rule = new Line();
    private final Label values = new Label();
    private double pointer = Double.NaN;

    /**
     * @param across how the chart makes places of the numbers across
     */
    Crosshair(ChartViewer viewer, XYPlot plot, Scale across, Supplier<List<ChartLine>> lines) {
        this.viewer = viewer;
        this.plot = plot;
        this.across = across;
        this.lines = lines;
        setMouseTransparent(true);
        setMinSize(0, 0);
        rule.getStyleClass().add("crosshair");
        values.getStyleClass().add("crosshair-values");
        getChildren().addAll(rule, values);
        show(false);
        viewer.addEventFilter(MouseEvent.MOUSE_MOVED, e -> at(e.getX()));
        viewer.addEventFilter(MouseEvent.MOUSE_EXITED, e -> at(Double.NaN));
    }

    private void at(double x) {
        pointer = x;
        refresh();
    }

    private void show(boolean on) {
        rule.setVisible(on);
        values.setVisible(on);
    }

    /** Shows the values under the pointer as they are now. */
    void refresh() {
        if (viewer.getRenderingInfo() == null) {
            // It has not been drawn yet.
            show(false);
            return;
        }
        Rectangle2D area = viewer.getRenderingInfo().getPlotInfo().getDataArea();
        if (Double.isNaN(pointer)
                || lines.get().isEmpty()
                || pointer < area.getMinX()
                || pointer > area.getMaxX()) {
            show(false);
            return;
        }
        double place = plot.getDomainAxis().java2DToValue(pointer, area, plot.getDomainAxisEdge());
        double transitions = across.value(place);
        StringBuilder text = new StringBuilder(Numbers.count(Math.round(transitions)));
        int shown = 0;
        for (ChartLine line : lines.get()) {
            double value = SeedBand.at(line, transitions);
            if (!Double.isNaN(value) && shown++ < MOST_LINES) {
                text.append('\n').append(tr(line.name())).append("  ").append(Numbers.shown(value));
            }
        }
        values.setText(text.toString());
        rule.setStartX(pointer);
        rule.setEndX(pointer);
        rule.setStartY(area.getMinY());
        rule.setEndY(area.getMaxY());
        values.autosize();
        boolean left = pointer > area.getCenterX();
        values.relocate(left ? pointer - values.getWidth() - 6 : pointer + 6, area.getMinY() + 2);
        show(true);
    }
}
