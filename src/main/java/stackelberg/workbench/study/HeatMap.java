package stackelberg.workbench.study;

import static stackelberg.workbench.language.Text.tr;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import stackelberg.study.Axis;
import stackelberg.study.Study;
import stackelberg.study.StudyState;
import stackelberg.study.Summary;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.theme.Theme;

/**
 * The means of a study with two axes: one down, one across; the larger, the stronger the colour.
 */
final class HeatMap extends GridPane {
    HeatMap() {
        setId("study-heat");
        setHgap(2);
        setVgap(2);
        setAlignment(Pos.CENTER);
    }

    /** Whether a study has the two axes that it takes. */
    static boolean fits(Study study) {
        return study.axes().size() == 2
                && study.axes().stream().allMatch(axis -> axis.levels().size() > 1);
    }

    /** Shows a study that fits; null for nothing yet. */
    void show(Study study, @Nullable StudyState state, Theme theme) {
        getChildren().clear();
        Axis down = study.axes().get(0);
        Axis across = study.axes().get(1);
        add(new Label(tr(down.name()) + " ↓   " + tr(across.name()) + " →"), 0, 0);
        for (int c = 0; c < across.levels().size(); c++) {
            add(new Label(tr(across.levels().get(c).label())), c + 1, 0);
        }
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        if (state != null) {
            for (Summary summary : state.table().summaries()) {
                if (!Double.isNaN(summary.mean())) {
                    least = Math.min(least, summary.mean());
                    largest = Math.max(largest, summary.mean());
                }
            }
        }
        for (int r = 0; r < down.levels().size(); r++) {
            add(new Label(tr(down.levels().get(r).label())), 0, r + 1);
            for (int c = 0; c < across.levels().size(); c++) {
                int cell = r * across.levels().size() + c;
                Summary summary = state == null ? null : state.table().summaries().get(cell);
                add(cell(summary, least, largest, theme), c + 1, r + 1);
            }
        }
    }

    private static Label cell(
            @Nullable Summary summary, double least, double largest, Theme theme) {
        Label label = new Label();
        label.setAlignment(Pos.CENTER);
        label.setPrefSize(96, 40);
        label.setMinSize(56, Region.USE_PREF_SIZE);
        if (summary == null || Double.isNaN(summary.mean())) {
            label.setText("–");
            return label;
        }
        double share = largest > least ? (summary.mean() - least) / (largest - least) : 0.5;
        label.setText(Numbers.shown(summary.mean()));
        label.setStyle(theme.heatStyle(share));
        label.setTooltip(
                new Tooltip(
                        tr(
                                "{0} seeds, 95 % {1} to {2}",
                                summary.n(),
                                Numbers.shown(summary.low()),
                                Numbers.shown(summary.high()))));
        return label;
    }
}
