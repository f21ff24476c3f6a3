package stackelberg.workbench.chart;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.shape.Line;
import stackelberg.workbench.theme.Theme;

/**
 * The lines of a chart by name; a click, or the space bar, hides a line or shows it again. Many
 * lines can be hidden or shown at once, to begin anew with a few.
 */
final class Legend extends ScrollPane {
    private static final int MANY = 6;

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
        List<ToggleButton> buttons =
                lines.stream().map(line -> entry(line, hidden, theme)).toList();
        entries.getChildren().clear();
        if (lines.size() > MANY) {
            entries.getChildren().add(every("all", tr("Show every line"), true, buttons));
            entries.getChildren().add(every("none", tr("Hide every line"), false, buttons));
        }
        entries.getChildren().addAll(buttons);
    }

    private static Button every(String text, String help, boolean on, List<ToggleButton> buttons) {
        Button button = new Button(text);
        button.getStyleClass().setAll("legend-every");
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setOnAction(e -> buttons.forEach(one -> one.setSelected(on)));
        return button;
    }

    private ToggleButton entry(ChartLine line, Set<String> hidden, Theme theme) {
        Line swatch = new Line(0, 0, 14, 0);
        swatch.setStroke(theme.line(line.colour()));
        swatch.setStrokeWidth(3);
        for (double dash : line.dashes()) {
            swatch.getStrokeDashArray().add(dash);
            swatch.setStrokeWidth(2);
        }
        ToggleButton button = new ToggleButton(line.name(), swatch);
        button.setSelected(!hidden.contains(line.name()));
        button.getStyleClass().setAll("legend-entry");
        button.setTooltip(new Tooltip(tr("Show or hide {0}", line.name())));
        button.setAccessibleText(tr("Show {0}", line.name()));
        button.selectedProperty()
                .addListener((o, was, selected) -> hide.accept(line.name(), !selected));
        return button;
    }
}
