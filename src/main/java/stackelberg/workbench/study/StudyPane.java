package stackelberg.workbench.study;

import static stackelberg.workbench.language.Text.tr;

import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.study.Cell;
import stackelberg.study.Claim;
import stackelberg.study.StudyState;
import stackelberg.study.StudyTraining;
import stackelberg.workbench.chart.StudyChart;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.WatchedStudy;
import stackelberg.workbench.theme.Theme;

/** One study: its question, its progress, curves, heat map, claims, and the table of its cells. */
final class StudyPane extends BorderPane {
    /** What a person can do with a study. */
    interface Actions {
        void train(WatchedStudy study);

        void look(WatchedStudy study, Cell cell);

        void report(WatchedStudy study);
    }

    private final Actions actions;
    private final Label title = new Label();
    private final Label question = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Label progress = new Label();
    private final Button train = new Button(tr("Train"), new FontIcon("fth-play"));
    private final Button stop = new Button(tr("Stop"), new FontIcon("fth-square"));
    private final Button runs = new Button(tr("Open runs"), new FontIcon("fth-eye"));
    private final Button report = new Button(tr("Report"), new FontIcon("fth-file-text"));
    private final StudyChart chart = new StudyChart();
    private final HeatMap heat = new HeatMap();
    private final VBox claims = new VBox(8);
    private final Tab heatTab = tab(tr("Heat map"), heat);
    private final Tab claimsTab = tab(tr("Published"), claims);
    private final TabPane tabs = new TabPane();
    private final CellTable table;
    private @Nullable WatchedStudy study;
    private Theme theme = Theme.LIGHT;

    StudyPane(Actions actions) {
        this.actions = actions;
        this.table = new CellTable(this::look);
        setId("study-pane");
        title.getStyleClass().add("inside-title");
        title.setWrapText(true);
        question.getStyleClass().add("help");
        question.setWrapText(true);
        progress.setWrapText(true);
        claims.getStyleClass().add("inside-body");
        Tab curves = new Tab(tr("Curves"), chart);
        curves.setClosable(false);
        tabs.getTabs().add(curves);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setTop(header());
        SplitPane down = new SplitPane(tabs, table);
        down.setOrientation(Orientation.VERTICAL);
        down.setDividerPositions(0.6);
        setCenter(down);
    }

    private static Tab tab(String name, Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return new Tab(tr(name), scroll);
    }

    private Node header() {
        train.setId("study-train");
        train.getStyleClass().add("accent");
        train.setTooltip(new Tooltip(tr("Train what is not over yet; nothing is trained twice")));
        train.setOnAction(e -> act(actions::train));
        stop.setId("study-stop");
        stop.setTooltip(new Tooltip(tr("Stop; it goes on from there another time")));
        stop.setOnAction(e -> act(WatchedStudy::stop));
        runs.setId("study-runs");
        runs.setTooltip(new Tooltip(tr("Look inside the runs of the selected row")));
        runs.setOnAction(
                e -> {
                    Cell chosen = table.chosen();
                    if (chosen != null) {
                        look(chosen);
                    }
                });
        report.setId("study-report");
        report.setTooltip(
                new Tooltip(tr("Open the report of a study that is over, to print or hand in")));
        report.setOnAction(e -> act(actions::report));
        bar.setPrefWidth(220);
        HBox.setHgrow(progress, Priority.ALWAYS);
        HBox line = new HBox(8, train, stop, runs, report, bar, progress);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox header = new VBox(6, title, question, line);
        header.getStyleClass().add("inside-body");
        return header;
    }

    private void act(Consumer<WatchedStudy> action) {
        WatchedStudy present = study;
        if (present != null) {
            action.accept(present);
            refresh();
        }
    }

    private void look(Cell cell) {
        act(present -> actions.look(present, cell));
    }

    void theme(Theme newTheme) {
        theme = newTheme;
        chart.theme(theme);
        refresh();
    }

    /** Shows a study; null for none. */
    void show(@Nullable WatchedStudy chosen) {
        if (study != chosen) {
            study = chosen;
            setVisible(chosen != null);
            tabs.getTabs().removeAll(heatTab, claimsTab);
            if (chosen != null && HeatMap.fits(chosen.study())) {
                tabs.getTabs().add(heatTab);
            }
            if (chosen != null && !chosen.study().claims().isEmpty()) {
                tabs.getTabs().add(claimsTab);
            }
            tabs.getSelectionModel().selectFirst();
            refresh();
        }
    }

    /** The study that is shown; null for none. */
    @Nullable WatchedStudy study() {
        return study;
    }

    /** Shows it as it stands now. */
    void refresh() {
        WatchedStudy present = study;
        if (present == null) {
            return;
        }
        StudyState state = present.state();
        title.setText(tr(present.name()));
        question.setText(tr(present.study().question()));
        chart.show(present.study(), state);
        table.show(present.study(), present.cells(), state);
        if (HeatMap.fits(present.study())) {
            heat.show(present.study(), state, theme);
        }
        if (state != null) {
            judge(state);
        }
        tick();
    }

    private void judge(StudyState state) {
        claims.getChildren().clear();
        for (Claim.Finding finding : state.findings()) {
            Label says = new Label(tr(finding.claim().says()));
            says.setWrapText(true);
            Label came =
                    new Label(
                            tr(
                                    "{0}: difference {1}{2}, {3} seeds",
                                    (finding.verdict() == Claim.Verdict.AGREES
                                                    ? "✓ "
                                                    : finding.verdict() == Claim.Verdict.OPEN
                                                            ? "… "
                                                            : "✗ ")
                                            + finding.verdict().words(),
                                    Numbers.shown(finding.difference()),
                                    (Double.isNaN(finding.p())
                                            ? ""
                                            : ", p " + Numbers.shown(finding.p())),
                                    finding.n()));
            came.getStyleClass().add("help");
            claims.getChildren().add(new VBox(2, says, came));
        }
    }

    /** What changes from pulse to pulse. */
    void tick() {
        WatchedStudy present = study;
        if (present == null) {
            return;
        }
        StudyState state = present.state();
        StudyTraining.Progress now = present.progress();
        boolean training = present.training();
        train.setDisable(training || present.complete());
        train.setText(state != null && state.over() > 0 ? tr("Go on") : tr("Train"));
        stop.setDisable(!training);
        report.setDisable(!present.complete());
        double jobs = state == null ? 0 : state.jobs();
        bar.setProgress(
                training && now != null
                        ? now.share()
                        : state == null || jobs == 0 ? 0 : state.over() / jobs);
        String words = state == null ? "" : tr("{0} of {1} runs", state.over(), state.jobs());
        if (training && now != null) {
            words +=
                    Double.isNaN(now.secondsLeft())
                            ? ""
                            : tr(", about {0} left", Numbers.duration(now.secondsLeft()));
        } else if (state != null && state.over() < state.jobs() && state.over() > 0) {
            words += tr(", not training here");
        }
        String trouble = present.trouble();
        progress.setText(trouble.isEmpty() ? words : words + " · " + trouble);
    }
}
