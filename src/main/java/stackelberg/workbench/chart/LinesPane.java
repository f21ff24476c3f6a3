package stackelberg.workbench.chart;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.jfree.chart.fx.ChartViewer;
import stackelberg.workbench.theme.Theme;

/** Lines that are drawn when they are handed over, with a legend that hides them. */
class LinesPane extends BorderPane {
    private final LinePlot plot;
    private final ChartViewer viewer;
    private final Crosshair crosshair;
    private final Legend legend = new Legend(this::hide);
    private final StackPane centre;
    private final Set<String> hidden = new HashSet<>();
    private List<ChartLine> lines = List.of();
    private List<ChartLine> drawn = List.of();
    private Theme theme = Theme.LIGHT;

    /**
     * @param across what the numbers across are
     * @param smallestRange the least height of the chart
     */
    LinesPane(String across, double smallestRange) {
        plot = new LinePlot(across, Scale.LINEAR, smallestRange);
        viewer = new ChartViewer(plot.chart(), false);
        crosshair = new Crosshair(viewer, plot.plot(), plot.across(), () -> drawn);
        centre = new StackPane(viewer, crosshair);
        getStyleClass().add("chart-pane");
        setMinSize(0, 0);
        viewer.setMinSize(0, 0);
        centre.setMinSize(0, 0);
        setCenter(centre);
        setBottom(legend);
        theme(theme);
    }

    /** Where the lines are drawn. */
    final StackPane centre() {
        return centre;
    }

    private void hide(String line, boolean off) {
        if (off) {
            hidden.add(line);
        } else {
            hidden.remove(line);
        }
        draw(lines);
    }

    public final void theme(Theme newTheme) {
        theme = newTheme;
        viewer.getCanvas()
                .getGraphicsContext2D()
                .setFont(Font.font(LinePlot.FONT, LinePlot.fontSize(1)));
        plot.theme(theme, 1);
        draw(lines);
    }

    /** Draws these lines from now on. */
    final void draw(List<ChartLine> fresh) {
        lines = fresh;
        drawn =
                plot.lines(
                        Scale.LINEAR,
                        lines.stream().filter(line -> !hidden.contains(line.name())).toList(),
                        theme,
                        1);
        legend.show(lines, hidden, theme);
        crosshair.refresh();
    }

    /** What is drawn, for its numbers. */
    public final List<ChartLine> lines() {
        return lines;
    }
}
