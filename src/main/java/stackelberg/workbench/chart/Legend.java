package stackelberg.workbench.chart;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Line;
import stackelberg.workbench.theme.Theme;

/** The lines of a chart by name; a click, or the space bar, hides a line or shows it again. */
final class Legend extends ScrollPane {
    private final FlowPane entries = new FlowPane();
    private final BiConsumer<String, Boolean> hide;
    private List<String> shown = List.of();

    /**
     * @param hide told a line's name and whether it is to be hidden
     */
    Legend(BiConsumer<String, Boolean> hide) {
        this.hide = hide;
        getStyleClass().add("chart-legend");
        setContent(entries);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(0);
    }

    void show(List<ChartLine> lines, Set<String> hidden, Theme theme) {
        List<String> names = lines.stream().map(line -> line.colour() + line.name()).toList();
        if (names.equals(shown)) {
            return;
        }
        shown = names;
        entries.getChildren()
                .setAll(lines.stream().map(line -> entry(line, hidden, theme)).toList());
    }

    private ToggleButton entry(ChartLine line, Set<String> hidden, Theme theme) {
        Line swatch = new Line(0, 0, 14, 0);
        swatch.setStroke(theme.line(line.colour()));
        swatch.setStrokeWidth(3);
        if (line.colour() == ChartLine.REFERENCE) {
            swatch.getStrokeDashArray().setAll(5.0, 3.0);
            swatch.setStrokeWidth(2);
        }
        ToggleButton button = new ToggleButton(line.name(), swatch);
        button.setSelected(!hidden.contains(line.name()));
        button.getStyleClass().setAll("legend-entry");
        button.setTooltip(new Tooltip("Show or hide " + line.name()));
        button.setAccessibleText("Show " + line.name());
        button.selectedProperty()
                .addListener((o, was, selected) -> hide.accept(line.name(), !selected));
        return button;
    }
}
