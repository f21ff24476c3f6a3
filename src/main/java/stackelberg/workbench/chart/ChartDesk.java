package stackelberg.workbench.chart;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Chart;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Theme;

/** The charts: all beside one another, or one of them large. */
public final class ChartDesk extends BorderPane {
    /** A chart is no smaller than this, in pixels at the usual size of type. */
    private static final double LEAST_WIDTH = 235;

    private static final double LEAST_HEIGHT = 150;

    private static final List<Chart> CHARTS = List.of(Chart.values());

    /** One for each of the charts, in the same order. */
    private final List<ChartPane> panes = new ArrayList<>();

    /** Those that are seen, in how many columns. */
    private List<ChartPane> laid = List.of();

    private int laidColumns;
    private final List<ToggleButton> choices = new ArrayList<>();
    private final GridPane grid = new GridPane();
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Slider smoothing = new Slider(0, 1, 0.3);
    private final RedrawPace pace = new RedrawPace();
    private final FilePicker picker;
    private final Consumer<String> messages;
    private @Nullable Chart single;
    private @Nullable Theme theme;
    private double type = 1;

    /** Charts for which only some games have curves, and none of the runs has one. */
    private Set<Chart> absent = EnumSet.noneOf(Chart.class);

    public ChartDesk(FilePicker picker, Consumer<String> messages) {
        this.picker = picker;
        this.messages = messages;
        for (Chart chart : CHARTS) {
            if (chart.presence() == Chart.Presence.WHERE_DEFINED
                    || chart.presence() == Chart.Presence.ALONE) {
                absent.add(chart);
            }
        }
        grid.getStyleClass().add("chart-grid");
        scroll.setId("charts");
        scroll.getStyleClass().add("charts");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setMinSize(0, 0);
        widthProperty().addListener((o, was, is) -> lay());
        smoothing.setId("smoothing");
        smoothing.setPrefWidth(90);
        smoothing.setMinWidth(50);
        smoothing.setAccessibleText(tr("Smoothing of the curves"));
        smoothing.setTooltip(
                new Tooltip(tr("Smoothing: a centred moving mean; the raw trace stays behind it")));
        smoothing.valueProperty().addListener((o, was, is) -> touch());
        setMinSize(0, 0);
        sceneProperty().addListener((o, was, is) -> prepare());
    }

    /** Makes the charts, unless it was done: they take time, and the window opens without them. */
    public void prepare() {
        if (!panes.isEmpty()) {
            return;
        }
        for (Chart chart : CHARTS) {
            Runnable enlarge = () -> single(chart == single ? null : chart);
            panes.add(new ChartPane(chart, enlarge, this::saveAll, picker, messages));
        }
        setTop(bar());
        setCenter(scroll);
        if (theme != null) {
            theme(theme);
        }
        type(type);
        single(single);
    }

    private Node bar() {
        HBox bar = new HBox(4);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("chart-bar");
        ToggleGroup group = new ToggleGroup();
        bar.getChildren().add(choice(tr("All"), null, group));
        for (Chart chart : CHARTS) {
            bar.getChildren().add(choice(panes.get(choices.size() - 1).brief(), chart, group));
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button fit = new Button(tr("Fit"));
        fit.getStyleClass().add("small");
        fit.setMinWidth(Region.USE_PREF_SIZE);
        fit.setTooltip(new Tooltip(tr("Show everything again after zooming")));
        fit.setOnAction(e -> fit());
        Label label = new Label(tr("smooth"));
        label.setLabelFor(smoothing);
        label.setMinWidth(Region.USE_PREF_SIZE);
        bar.getChildren().addAll(gap, label, smoothing, fit);
        return bar;
    }

    private ToggleButton choice(String text, @Nullable Chart chart, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.getStyleClass().add("small");
        button.setUserData(chart);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(
                new Tooltip(
                        chart == null
                                ? tr("All charts")
                                : tr("Only the chart: {0}", chart.title())));
        button.setOnAction(e -> single(chart));
        choices.add(button);
        return button;
    }

    /** Shows one chart alone, or all for null. */
    public void single(@Nullable Chart chart) {
        single = chart;
        for (ToggleButton choice : choices) {
            choice.setSelected(choice.getUserData() == chart);
            boolean offered = chart == choice.getUserData() || !absent(choice);
            choice.setVisible(offered);
            choice.setManaged(offered);
        }
        lay();
        touch();
    }

    /** Places the charts that are to be seen: in two columns where there is room for them. */
    private void lay() {
        List<ChartPane> shown = new ArrayList<>();
        for (int i = 0; i < panes.size(); i++) {
            Chart one = CHARTS.get(i);
            boolean among = one.presence() != Chart.Presence.ALONE && !absent.contains(one);
            if (single == null ? among : one == single) {
                shown.add(panes.get(i));
            }
        }
        boolean room = getWidth() == 0 || getWidth() >= 2 * LEAST_WIDTH * type;
        int columns = Math.min(room ? 2 : 1, shown.size());
        if (shown.equals(laid) && columns == laidColumns) {
            return;
        }
        laid = shown;
        laidColumns = columns;
        grid.getChildren().clear();
        grid.getColumnConstraints().clear();
        grid.getRowConstraints().clear();
        int rows = columns == 0 ? 0 : (shown.size() + columns - 1) / columns;
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < rows; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / rows);
            grid.getRowConstraints().add(row);
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).alone(shown.size() == 1);
            // The last of an odd number has its row to itself.
            boolean whole = i % columns == 0 && i == shown.size() - 1;
            grid.add(shown.get(i), i % columns, i / columns, whole ? columns : 1, 1);
        }
        heights();
    }

    /** What does not fit at the least height of a chart is scrolled to. */
    private void heights() {
        int rows = grid.getRowConstraints().size();
        grid.setMinHeight(rows > 1 ? rows * LEAST_HEIGHT * type : 0);
    }

    private boolean absent(ToggleButton choice) {
        return choice.getUserData() instanceof Chart chart && absent.contains(chart);
    }

    /** The chart shown alone; null if all are. */
    public @Nullable Chart single() {
        return single;
    }

    /** Asks for a name and saves every chart that shows something, each to a file of its own. */
    public void saveAll() {
        List<ChartPane> shown = panes.stream().filter(ChartPane::drawn).toList();
        if (shown.isEmpty()) {
            messages.accept(tr("There is nothing to save yet."));
            return;
        }
        FilePicker.Kind[] kinds =
                java.util.Arrays.stream(PictureFormat.values())
                        .map(format -> new FilePicker.Kind(format.words(), format.ending()))
                        .toArray(FilePicker.Kind[]::new);
        Path file = picker.save(tr("Save all charts"), "charts", kinds);
        if (file == null) {
            return;
        }
        PictureFormat format =
                java.util.Arrays.stream(PictureFormat.values())
                        .filter(one -> file.toString().endsWith(one.ending()))
                        .findFirst()
                        .orElseThrow();
        String path = file.toString();
        String stem = path.substring(0, path.length() - format.ending().length());
        List<Figure> figures = shown.stream().map(ChartPane::figure).toList();
        ChartSaving.begin(
                () -> save(figures, stem, format),
                messages,
                tr("Saved {0} charts, named {1}-….", figures.size(), stem),
                why -> tr("Could not save them: {0}.", why));
    }

    private static void save(List<Figure> figures, String stem, PictureFormat format)
            throws IOException {
        for (Figure figure : figures) {
            String name = figure.title().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
            format.write(figure.chart(), Path.of(stem + "-" + name + format.ending()));
        }
    }

    /** Notes that the runs have news. */
    public void touch() {
        panes.forEach(ChartPane::touch);
    }

    /** Shows everything again after zooming. */
    public void fit() {
        panes.forEach(ChartPane::fit);
    }

    public void theme(Theme theme) {
        this.theme = theme;
        panes.forEach(pane -> pane.theme(theme));
    }

    /** Type so many times larger than usual. */
    public void type(double times) {
        type = times;
        panes.forEach(pane -> pane.type(times));
        lay();
        heights();
    }

    /** Takes the titles that the game of a run gives the charts. */
    private void name(@Nullable WatchedRun run) {
        for (int i = 0; i < panes.size(); i++) {
            panes.get(i).name(run);
            ToggleButton choice = choices.get(i + 1);
            choice.setText(panes.get(i).brief());
            choice.getTooltip().setText(tr("Only the chart: {0}", panes.get(i).title()));
        }
    }

    /**
     * Redraws at most one chart, the one that waited longest, if there is time for it.
     *
     * @param selected the run that is looked into
     */
    public void pulse(long now, Collection<WatchedRun> runs, @Nullable WatchedRun selected) {
        pace.pulse(now);
        name(selected);
        Set<Chart> without = EnumSet.noneOf(Chart.class);
        for (Chart chart : CHARTS) {
            boolean missed =
                    switch (chart.presence()) {
                        case ALWAYS -> false;
                        case UNLESS_UNDEFINED ->
                                ChartLines.measured(runs) && !ChartLines.defined(chart, runs);
                        case WHERE_DEFINED, ALONE -> !ChartLines.defined(chart, runs);
                    };
            if (missed) {
                without.add(chart);
            }
        }
        if (!without.equals(absent)) {
            absent = without;
            single(single);
        }
        panes.stream()
                .filter(ChartPane::due)
                .min(Comparator.comparingLong(ChartPane::drawnAt))
                .filter(pane -> pace.allows(now, pane.drawnAt()))
                .ifPresent(
                        pane -> {
                            long from = System.nanoTime();
                            pane.redraw(runs, selected, smoothing.getValue(), now);
                            pace.drew(from, System.nanoTime());
                        });
    }
}
