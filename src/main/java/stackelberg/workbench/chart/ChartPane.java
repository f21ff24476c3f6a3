package stackelberg.workbench.chart;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.util.StringConverter;
import javax.sound.sampled.LineUnavailableException;
import org.jfree.chart.fx.ChartViewer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.engine.Chart;
import stackelberg.engine.Punishment;
import stackelberg.engine.Steering;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Theme;

/** One live chart with its heading, its legend and its menu. */
final class ChartPane extends BorderPane {
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");

    /** So often its words for those who do not see it are made anew. */
    private static final long SPOKEN_NANOS = 1_000_000_000L;

    /** More marks than these hide the curves. */
    private static final int MOST_MARKS = 40;

    private final Chart chart;
    private final LinePlot plot;
    private final ChartViewer viewer;
    private final Legend legend = new Legend(this::hide);
    private final Crosshair crosshair;
    private String brief = "";
    private final Label title = new Label();
    private final MenuButton menu = new MenuButton("", new FontIcon("fth-more-horizontal"));
    private final Label nothing = new Label();
    private final Set<String> hidden = new HashSet<>();
    private final ComboBox<String> choice = new ComboBox<>();
    private final ToggleButton log = new ToggleButton(tr("log"));
    private final FilePicker picker;
    private final Consumer<String> messages;
    private final Runnable all;
    private List<ChartLine> drawn = List.of();
    private List<Steering> marked = List.of();
    private String about = "";
    private int seeds = 1;
    private Theme theme = Theme.LIGHT;
    private double type = 1;
    private boolean stale = true;
    private long drawnAt = Long.MIN_VALUE / 2;
    private long spokenAt = Long.MIN_VALUE / 2;

    /**
     * @param enlarge what the menu's "Enlarge" does
     * @param all saves all charts
     * @param messages where to say what became of an export
     */
    ChartPane(
            Chart chart,
            Runnable enlarge,
            Runnable all,
            FilePicker picker,
            Consumer<String> messages) {
        this.chart = chart;
        this.all = all;
        this.picker = picker;
        this.messages = messages;
        this.plot =
                new LinePlot(
                        tr(chart.across()),
                        chart == Chart.CONVERGENCE ? Scale.LOGARITHMIC : Scale.LINEAR,
                        smallestRange());
        this.viewer = new ChartViewer(plot.chart(), false);
        this.crosshair = new Crosshair(viewer, plot.plot(), plot.across(), () -> drawn);
        viewer.setMinSize(0, 0);
        nothing.getStyleClass().add("chart-nothing");
        nothing.setMouseTransparent(true);
        nothing.setWrapText(true);
        StackPane centre = new StackPane(new Filling(viewer), crosshair, nothing);
        centre.setMinSize(0, 0);
        getStyleClass().add("chart-pane");
        setMinSize(0, 0);
        setId("chart-" + chart.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        setTop(header(enlarge));
        setCenter(centre);
        setBottom(legend);
        name(null);
        theme(theme);
    }

    private HBox header(Runnable enlarge) {
        title.getStyleClass().add("chart-title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinWidth(0);
        HBox header = new HBox(4, title);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("chart-header");
        if (chart == Chart.DIAGNOSTICS || chart == Chart.PUNISHMENT) {
            choice.setPromptText(tr("quantity"));
            choice.setAccessibleText(
                    chart == Chart.DIAGNOSTICS
                            ? tr("Which diagnostic to show")
                            : tr("Which seller is made to cut its price"));
            choice.getStyleClass().add("small");
            choice.setConverter(
                    new StringConverter<>() {
                        @Override
                        public @Nullable String toString(@Nullable String name) {
                            return name == null ? null : tr(name);
                        }

                        @Override
                        public String fromString(String words) {
                            throw new UnsupportedOperationException("the box is not editable");
                        }
                    });
            choice.valueProperty().addListener((o, was, is) -> touch());
            choice.setPrefWidth(124);
            choice.setMinWidth(80);
            header.getChildren().add(choice);
        }
        log.setSelected(chart == Chart.CONVERGENCE);
        if (chart == Chart.FOLLOWER_REGRET || chart == Chart.DIAGNOSTICS) {
            log.getStyleClass().add("small");
            log.setMinWidth(Region.USE_PREF_SIZE);
            log.setTooltip(
                    new Tooltip(tr("Logarithmic scale; what is below 10⁻⁶ is drawn at 10⁻⁶")));
            log.selectedProperty().addListener((o, was, is) -> rescale());
            header.getChildren().add(log);
        }
        fillMenu(enlarge);
        header.getChildren().add(menu);
        return header;
    }

    private void fillMenu(Runnable enlarge) {
        MenuItem fit = new MenuItem(tr("Show everything (after zooming)"));
        fit.setOnAction(e -> plot.fit());
        MenuItem larger = new MenuItem(tr("Enlarge, or back"));
        larger.setOnAction(e -> enlarge.run());
        menu.getItems().addAll(fit, larger, new SeparatorMenuItem());
        for (PictureFormat format : PictureFormat.values()) {
            MenuItem item = new MenuItem(tr("Save as {0} …", format.words()));
            item.setId("save-" + format.name().toLowerCase(java.util.Locale.ROOT));
            item.setOnAction(
                    e ->
                            save(
                                    format.words(),
                                    format.ending(),
                                    (figure, file) -> format.write(figure.chart(), file)));
            menu.getItems().add(item);
        }
        MenuItem csv = new MenuItem(tr("Save numbers (CSV) …"));
        csv.setOnAction(
                e ->
                        save(
                                tr("CSV table"),
                                ".csv",
                                (figure, file) -> ChartExport.csv(figure.lines(), file)));
        MenuItem every = new MenuItem(tr("Save all charts …"));
        every.setOnAction(e -> all.run());
        MenuItem picture = new MenuItem(tr("Copy as picture"));
        picture.setOnAction(e -> copy(this::putPicture));
        MenuItem numbers = new MenuItem(tr("Copy numbers"));
        numbers.setOnAction(e -> copy(content -> content.putString(figure().numbers())));
        MenuItem latex = new MenuItem(tr("Copy as LaTeX table"));
        latex.setOnAction(e -> copy(content -> content.putString(figure().latex())));
        MenuItem sound = new MenuItem(tr("Listen to its curves"));
        sound.setId("listen");
        sound.setOnAction(e -> listen());
        menu.getItems().addAll(csv, every, new SeparatorMenuItem(), picture, numbers, latex, sound);
        menu.getStyleClass().addAll("chart-menu", "flat", "small");
        menu.setTooltip(
                new Tooltip(
                        tr("Drag a rectangle or scroll to zoom; here: show all, enlarge, save")));
    }

    /** Plays the curves, by a thread of its own: a sound device may take its time. */
    private void listen() {
        List<ChartLine> curves = drawn.stream().filter(line -> line.colour() >= 0).toList();
        Thread player =
                new Thread(
                        () -> {
                            try {
                                CurveSound.play(curves);
                            } catch (LineUnavailableException e) {
                                Platform.runLater(
                                        () -> messages.accept(tr("This machine has no sound.")));
                            }
                        },
                        "curve sound");
        player.setDaemon(true);
        player.start();
    }

    private void putPicture(ClipboardContent content) {
        content.putImage(SwingFXUtils.toFXImage(PictureFormat.image(figure().chart()), null));
    }

    private void copy(Consumer<ClipboardContent> putting) {
        ClipboardContent content = new ClipboardContent();
        putting.accept(content);
        Clipboard.getSystemClipboard().setContent(content);
        messages.accept(tr("Copied {0}.", title()));
    }

    /** Whether there is anything to save. */
    boolean drawn() {
        return !drawn.isEmpty();
    }

    /** What is seen now, as a figure that stands alone. */
    Figure figure() {
        return new Figure(
                title(),
                about,
                seeds,
                tr(chart.across()),
                plot.across(),
                scale(),
                smallestRange(),
                drawn,
                marked);
    }

    private double smallestRange() {
        return chart == Chart.DIAGNOSTICS ? 1e-6 : 0.02;
    }

    /** Takes the title that the game of a run gives this chart. */
    void name(@Nullable WatchedRun run) {
        String name = chart.title();
        if (run != null && chart == Chart.MECHANISM) {
            name = run.experiment().game().curvesTitle();
        } else if (run != null && chart == Chart.OUTCOME) {
            name = run.experiment().game().outcomeTitle();
        } else if (run != null && chart == Chart.INDEX) {
            name = run.experiment().game().indexTitle();
        }
        brief = brief(name);
        name = tr(name);
        if (!name.equals(title.getText())) {
            title.setText(name);
            setAccessibleText(tr("{0} chart", name));
            menu.setAccessibleText(tr("Menu of the {0} chart", name));
            log.setAccessibleText(tr("Logarithmic scale of the {0} chart", name));
        }
    }

    /** The same in a word: its last, such as "Prices". */
    String brief() {
        return tr(brief);
    }

    private static String brief(String name) {
        String last = name.substring(name.lastIndexOf(' ') + 1);
        return last.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + last.substring(1);
    }

    /** What the chart is called now. */
    String title() {
        return title.getText();
    }

    /** Whether it has the place of all charts to itself. */
    void alone(boolean yes) {
        legend.pseudoClassStateChanged(ALONE, yes);
    }

    private void rescale() {
        plot.fit();
        touch();
    }

    private Scale scale() {
        return log.isSelected() ? Scale.LOGARITHMIC : Scale.LINEAR;
    }

    private void hide(String line, boolean off) {
        if (off) {
            hidden.add(line);
        } else {
            hidden.remove(line);
        }
        touch();
    }

    /** Notes that what it shows has changed. */
    void touch() {
        stale = true;
    }

    void fit() {
        plot.fit();
    }

    /** Whether a redraw would change anything that can be seen. */
    boolean due() {
        return stale && isVisible() && isManaged() && getScene() != null && viewer.getWidth() > 1;
    }

    long drawnAt() {
        return drawnAt;
    }

    void theme(Theme newTheme) {
        theme = newTheme;
        restyle();
        legend.show(List.of(), hidden, theme);
        touch();
    }

    private void restyle() {
        // FXGraphics2D takes the font for set that it set last, but every redraw restores the
        // canvas's own: unless both are the same, all redraws but the first have the wrong type.
        viewer.getCanvas()
                .getGraphicsContext2D()
                .setFont(Font.font(LinePlot.FONT, LinePlot.fontSize(type)));
        plot.theme(theme, type);
    }

    /** Type so many times larger than usual. */
    void type(double times) {
        type = times;
        restyle();
        touch();
    }

    /** Draws the runs as they stand. */
    void redraw(
            Collection<WatchedRun> all, @Nullable WatchedRun selected, double smoothing, long now) {
        // Seeds learn different mechanisms of one worth: their mean would be nobody's mechanism.
        boolean one =
                chart == Chart.MECHANISM && selected != null && !selected.experiment().concealed();
        Collection<WatchedRun> runs = one ? List.of(selected) : ChartLines.ticked(all);
        stale = false;
        drawnAt = now;
        List<ChartLine> lines = lines(runs, smoothing);
        about =
                String.join(
                        "; ",
                        runs.stream().map(run -> run.experiment().name()).distinct().toList());
        seeds = (int) runs.stream().map(WatchedRun::seed).distinct().count();
        boolean empty = lines.stream().noneMatch(line -> line.colour() >= 0);
        nothing.setText(why(all, runs));
        nothing.setVisible(empty);
        drawn =
                plot.lines(
                        scale(),
                        lines.stream().filter(line -> !hidden.contains(line.name())).toList(),
                        theme,
                        type);
        marked = chart.across().equals(Chart.LEADER_REWARD.across()) ? steerings(runs) : List.of();
        plot.marks(marked, theme, type);
        legend.show(lines, hidden, theme);
        crosshair.refresh();
        if (now - spokenAt > SPOKEN_NANOS) {
            spokenAt = now;
            setAccessibleText(
                    empty ? tr("{0} chart: {1}", title(), nothing.getText()) : figure().words());
        }
    }

    /** What was changed in these runs, once where it was changed in several. */
    private static List<Steering> steerings(Collection<WatchedRun> runs) {
        return runs.stream()
                .flatMap(run -> run.latest().steerings().stream())
                .distinct()
                .limit(MOST_MARKS)
                .toList();
    }

    private List<ChartLine> lines(Collection<WatchedRun> runs, double smoothing) {
        List<String> names = ChartLines.names(chart, runs);
        if (chart == Chart.PUNISHMENT) {
            offer(names.stream().map(ChartPane::cutter).distinct().toList());
            String cut = choice.getValue() + Punishment.SEPARATOR;
            return ChartLines.of(chart, runs, 0, name -> name.startsWith(cut)).stream()
                    .map(line -> line.named(afterSeparator(line.name())))
                    .toList();
        } else if (chart == Chart.DIAGNOSTICS) {
            offer(names);
            return ChartLines.of(chart, runs, smoothing, name -> name.equals(choice.getValue()));
        }
        // What has few points, and the same ones in every run, is not smoothed.
        double shown = chart == Chart.CONVERGENCE ? 0 : smoothing;
        return ChartLines.of(chart, runs, shown, name -> true);
    }

    private static String afterSeparator(String name) {
        return name.substring(name.indexOf(Punishment.SEPARATOR) + Punishment.SEPARATOR.length());
    }

    /** Who is made to cut its price in a course that a curve of this name belongs to. */
    private static String cutter(String name) {
        return name.substring(0, name.indexOf(Punishment.SEPARATOR));
    }

    /** Why there is no line. */
    private String why(Collection<WatchedRun> all, Collection<WatchedRun> runs) {
        if (all.isEmpty()) {
            return tr("Train to see it here");
        } else if (all.stream().anyMatch(run -> run.shown() && run.experiment().concealed())) {
            return tr("Predict the optimum to see it");
        } else if (runs.isEmpty()) {
            return tr("No run is ticked in the table below");
        }
        boolean measured = runs.stream().anyMatch(run -> run.latest().evaluation() != null);
        return chart == Chart.MECHANISM && measured
                ? tr("Too many numbers for curves: see the tab Mechanism on the right")
                : measured ? tr("not defined here") : tr("nothing yet");
    }

    private void offer(List<String> names) {
        if (!names.equals(choice.getItems())) {
            String chosen = choice.getValue();
            choice.getItems().setAll(names);
            choice.setValue(
                    chosen != null && names.contains(chosen)
                            ? chosen
                            : names.isEmpty() ? null : names.get(0));
        }
    }

    private interface Writing {
        void write(Figure figure, Path file) throws IOException;
    }

    private void save(String description, String ending, Writing writing) {
        Path file =
                picker.save(
                        tr("Save {0}", title()), title(), new FilePicker.Kind(description, ending));
        if (file != null) {
            Figure figure = figure();
            ChartSaving.begin(
                    () -> writing.write(figure, file),
                    messages,
                    tr("Saved {0}.", file),
                    why -> tr("Could not save {0}: {1}.", file, why));
        }
    }

    /** Gives its child all the room there is, however small. */
    private static final class Filling extends Pane {
        private final Region child;

        Filling(Region child) {
            super(child);
            this.child = child;
            setMinSize(0, 0);
            setPrefSize(300, 160);
        }

        @Override
        protected void layoutChildren() {
            child.resizeRelocate(0, 0, getWidth(), getHeight());
        }
    }
}
