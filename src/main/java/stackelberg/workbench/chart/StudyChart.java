package stackelberg.workbench.chart;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import org.jfree.chart.fx.ChartViewer;
import org.jspecify.annotations.Nullable;
import stackelberg.study.Cell;
import stackelberg.study.CellCurve;
import stackelberg.study.Study;
import stackelberg.study.StudyState;
import stackelberg.study.Summary;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.theme.Theme;

/**
 * The curves of a study's cells, each with a band of one standard error, and what they are laid
 * over.
 */
public final class StudyChart extends BorderPane {
    /** Beyond so many a chart would be a thicket: the first are drawn. */
    private static final int MOST = 12;

    private final LinePlot plot = new LinePlot("leader transitions", Scale.LINEAR, 0.02);
    private final ChartViewer viewer = new ChartViewer(plot.chart(), false);
    private final Crosshair crosshair;
    private final Legend legend = new Legend(this::hide);
    private final Label nothing = new Label("Train to see it here");
    private final Set<String> hidden = new HashSet<>();
    private List<ChartLine> lines = List.of();
    private List<ChartLine> drawn = List.of();
    private Theme theme = Theme.LIGHT;

    public StudyChart() {
        crosshair = new Crosshair(viewer, plot.plot(), plot.across(), () -> drawn);
        setId("study-chart");
        getStyleClass().add("chart-pane");
        setMinSize(0, 0);
        viewer.setMinSize(0, 0);
        nothing.getStyleClass().add("chart-nothing");
        nothing.setMouseTransparent(true);
        StackPane centre = new StackPane(viewer, crosshair, nothing);
        centre.setMinSize(0, 0);
        setCenter(centre);
        setBottom(legend);
        theme(theme);
    }

    private void hide(String line, boolean off) {
        if (off) {
            hidden.add(line);
        } else {
            hidden.remove(line);
        }
        redraw();
    }

    public void theme(Theme newTheme) {
        theme = newTheme;
        viewer.getCanvas()
                .getGraphicsContext2D()
                .setFont(Font.font(LinePlot.FONT, LinePlot.fontSize(1)));
        plot.theme(theme, 1);
        redraw();
    }

    /** Draws a study as it stands; null for none. */
    public void show(Study study, @Nullable StudyState state) {
        lines = state == null ? List.of() : lines(study, state);
        boolean once = state != null && state.curves().stream().anyMatch(c -> c.seeds() > 0);
        nothing.setText(once ? "Each run is measured once: see the table" : "Train to see it here");
        nothing.setVisible(lines.stream().noneMatch(line -> line.colour() >= 0));
        redraw();
    }

    private void redraw() {
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
    public List<ChartLine> lines() {
        return lines;
    }

    private static List<ChartLine> lines(Study study, StudyState state) {
        List<ChartLine> lines = new ArrayList<>();
        List<Cell> cells = state.table().cells();
        double longest = 0;
        for (int k = 0; k < Math.min(MOST, state.curves().size()); k++) {
            CellCurve curve = state.curves().get(k);
            int n = curve.mean().length;
            if (n == 0) {
                continue;
            }
            double[] low = new double[n];
            double[] high = new double[n];
            for (int i = 0; i < n; i++) {
                low[i] = curve.mean()[i] - curve.error()[i];
                high[i] = curve.mean()[i] + curve.error()[i];
            }
            longest = Math.max(longest, curve.transitions()[n - 1]);
            lines.add(
                    new ChartLine(
                            name(cells.get(k)),
                            lines.size(),
                            curve.transitions(),
                            curve.mean(),
                            null,
                            curve.seeds() > 1 ? low : null,
                            curve.seeds() > 1 ? high : null));
        }
        if (longest > 0) {
            references(study, state, longest, lines);
        }
        return lines;
    }

    /** The exact optima, if all cells have the same few, and what was published. */
    private static void references(
            Study study, StudyState state, double longest, List<ChartLine> lines) {
        Set<Double> optima = new TreeSet<>();
        Set<Double> published = new TreeSet<>();
        for (int k = 0; k < state.table().cells().size(); k++) {
            Summary summary = state.table().summaries().get(k);
            if (summary.optimum() != null) {
                optima.add(summary.optimum());
            }
            study.reference(state.table().cells().get(k)).ifPresent(r -> published.add(r.value()));
        }
        if (optima.size() <= 3) {
            optima.forEach(o -> lines.add(flat("optimum " + Numbers.shown(o), 0, longest, o)));
        }
        if (published.size() <= 3) {
            published.forEach(p -> lines.add(flat("reference " + Numbers.shown(p), 1, longest, p)));
        }
    }

    private static ChartLine flat(String name, int kind, double longest, double value) {
        return ChartLine.single(
                name,
                ChartLine.REFERENCE - kind,
                new double[] {0, longest},
                new double[] {value, value});
    }

    private static String name(Cell cell) {
        return cell.levels().isEmpty() ? "mean" : String.join(", ", cell.levels().values());
    }
}
