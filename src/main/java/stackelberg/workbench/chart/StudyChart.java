package stackelberg.workbench.chart;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import stackelberg.study.Cell;
import stackelberg.study.CellCurve;
import stackelberg.study.Study;
import stackelberg.study.StudyState;
import stackelberg.study.Summary;
import stackelberg.workbench.session.Numbers;

/**
 * The curves of a study's cells, each with a band of one standard error, and what they are laid
 * over.
 */
public final class StudyChart extends LinesPane {
    /** Beyond so many a chart would be a thicket: the first are drawn. */
    private static final int MOST = 12;

    private final Label nothing = new Label(tr("Train to see it here"));

    public StudyChart() {
        super(tr("leader transitions"), 0.02);
        setId("study-chart");
        nothing.getStyleClass().add("chart-nothing");
        nothing.setMouseTransparent(true);
        centre().getChildren().add(nothing);
    }

    /** Draws a study as it stands; null for none. */
    public void show(Study study, @Nullable StudyState state) {
        draw(state == null ? List.of() : lines(study, state));
        boolean once = state != null && state.curves().stream().anyMatch(c -> c.seeds() > 0);
        nothing.setText(
                once ? tr("Each run is measured once: see the table") : tr("Train to see it here"));
        nothing.setVisible(lines().stream().noneMatch(line -> line.colour() >= 0));
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
            optima.forEach(
                    o -> lines.add(flat(tr("optimum {0}", Numbers.shown(o)), 0, longest, o)));
        }
        if (published.size() <= 3) {
            published.forEach(
                    p -> lines.add(flat(tr("reference {0}", Numbers.shown(p)), 1, longest, p)));
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
        return cell.levels().isEmpty()
                ? tr("mean")
                : cell.levels().values().stream()
                        .map(level -> tr(level))
                        .collect(Collectors.joining(", "));
    }
}
