package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.Run;
import stackelberg.engine.RunLibrary;
import stackelberg.engine.RunRecord;
import stackelberg.engine.RunState;
import stackelberg.parameter.Services;
import stackelberg.scenario.AtomicFile;
import stackelberg.scenario.Scenario;
import stackelberg.study.StudyFile;
import stackelberg.study.StudyFolder;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.chart.ChartDesk;
import stackelberg.workbench.form.ScenarioForm;
import stackelberg.workbench.gallery.GalleryView;
import stackelberg.workbench.inside.InsidePane;
import stackelberg.workbench.session.ClassList;
import stackelberg.workbench.session.Course;
import stackelberg.workbench.session.Draft;
import stackelberg.workbench.session.Experiment;
import stackelberg.workbench.session.KeptPreferences;
import stackelberg.workbench.session.PendingAnswers;
import stackelberg.workbench.session.RecentFiles;
import stackelberg.workbench.session.Remedies;
import stackelberg.workbench.session.RunQueue;
import stackelberg.workbench.session.SampleScenarios;
import stackelberg.workbench.session.ScenarioEditor;
import stackelberg.workbench.session.TrainingDesk;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.session.WatchedStudy;

/** The window: puts the parts together, and passes on at every pulse what the runs have to tell. */
final class WorkbenchWindow {
    /** So often it is noted where the window and its dividers are. */
    private static final long PLACES_NANOS = 3_000_000_000L;

    /** After the first picture: the reader looks at the gallery. */
    private static final Duration QUIET = Duration.millis(600);

    private final Stage stage;
    private final WindowPlace place;
    private final Surroundings surroundings;
    private final KeptPreferences preferences;
    private final ScenarioEditor editor = new ScenarioEditor(new Scenario().automatic());
    private final PendingAnswers answers;
    private final TrainingDesk desk;
    private final Draft draft;
    private final RecentFiles recent;
    private final FileActions files;
    private final ScenarioForm form;
    private final Remedies remedies = new Remedies(scenario -> training().trainInstead(scenario));
    private final ClassList classList;
    private final InsidePane inside =
            new InsidePane(remedies, entry -> teaching().showClass(entry));
    private final QuestionBar question =
            new QuestionBar(editor, entry -> teaching().showClass(entry), this::revealed);
    private final ChartDesk charts;
    private final RunsTable table;
    private final StatusLine status;
    private final GalleryView gallery;
    private final WorkbenchView workbench;
    private final StudyActions studies;
    private final LibraryActions library;
    private final TrainingActions training;
    private final TeachingActions teaching;
    private final Commands commands;
    private final ToolBarView toolBar;
    private final BorderPane root = new BorderPane();

    /** All of it, with what may lie above. */
    private final StackPane whole = new StackPane();

    private final Appearance appearance;
    private final PointerRing ring = new PointerRing();
    private final Palette palette = new Palette();
    private final PaletteEntries entries;
    private final Tours tours;

    /** Those that were said, as long as they are in the table. */
    private final Set<WatchedRun> failures = Collections.newSetFromMap(new WeakHashMap<>());

    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    pulse(now);
                }
            };

    private boolean busy;
    private long placesKeptAt;

    WorkbenchWindow(Stage stage, Surroundings surroundings) {
        this.stage = stage;
        this.place = new WindowPlace(stage);
        this.surroundings = surroundings;
        this.preferences = new KeptPreferences(surroundings.folders().preferences());
        this.classList = new ClassList(surroundings.folders().classList());
        FilePicker picker = new FilePicker(stage, preferences);
        Questions questions = new Questions(stage, picker);
        this.form = new ScenarioForm(editor, picker);
        this.answers = new PendingAnswers(surroundings.oracle(), surroundings.landmarks());
        this.desk =
                new TrainingDesk(
                        new RunQueue(threads()),
                        answers,
                        surroundings.folders(),
                        surroundings.runs(),
                        LocalDateTime::now);
        this.draft = new Draft(surroundings.folders().drafts());
        this.recent = new RecentFiles(surroundings.folders().recent());
        this.status = new StatusLine(editor, this::revealFault);
        this.charts = new ChartDesk(picker, status::say);
        this.table =
                new RunsTable(
                        desk.queue(),
                        new RunDoors(this, picker),
                        remedies,
                        this::look,
                        charts::touch);
        this.files =
                new FileActions(editor, recent, draft, questions, status::say, this::showScenario);
        GalleryDoors doors = new GalleryDoors(this, files);
        this.gallery = new GalleryView(doors);
        this.workbench = new WorkbenchView(form, question, charts, table, inside);
        this.studies = new StudyActions(this, surroundings, questions, editor);
        this.library =
                new LibraryActions(
                        this,
                        stage,
                        questions,
                        new RunLibrary(
                                surroundings.folders().runs(), surroundings.folders().bin()));
        this.training = new TrainingActions(this, editor, desk, questions, gallery::seconds);
        form.onVary(studies::vary);
        TextField seeds = form.second("seeds");
        this.commands = new Commands(this, files, editor, desk.queue());
        this.toolBar =
                new ToolBarView(
                        commands.files(),
                        commands.training(),
                        commands.view(),
                        new StudyMenu(studies, this::showStudies),
                        seeds,
                        desk.queue()::speed);
        this.appearance =
                new Appearance(
                        whole,
                        preferences,
                        List.of(
                                charts::theme,
                                inside::theme,
                                gallery::theme,
                                studies.view()::theme),
                        List.of(workbench::type, inside::type, table::type, toolBar::type));
        this.teaching =
                new TeachingActions(stage, desk, classList, workbench, appearance, ring, this::say);
        this.tours = new Tours(gallery, doors, desk, inside, editor, workbench::reveal);
        this.entries =
                new PaletteEntries(
                        commands.all(), form, this::showScenario, gallery, doors, recent, tours);
        assemble();
    }

    /** How many runs train side by side. */
    private int threads() {
        int preferred = preferences.get().cores();
        return preferred == 0 ? RunQueue.threadsHere() : preferred;
    }

    private void assemble() {
        root.setTop(toolBar);
        root.setBottom(status);
        whole.getStyleClass().add("window");
        whole.getChildren().addAll(root, tours.guide(), palette, ring);
        Scene scene = new Scene(whole, WindowPlace.WIDTH, WindowPlace.HEIGHT);
        scene.getStylesheets().add(stylesheet());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, commands::press);
        FileDrop.onto(scene, this::openFile);
        stage.setScene(scene);
        stage.getIcons().setAll(ApplicationIcon.sizes());
        place.put(preferences.get().place());
        workbench.dividers(preferences.get().dividers());
        stage.setOnCloseRequest(
                event -> {
                    if (files.release()) {
                        shutDown();
                    } else {
                        event.consume();
                    }
                });
        editor.listen(change -> title());
        title();
        appearance.apply();
    }

    private static String stylesheet() {
        return java.util.Objects.requireNonNull(
                        WorkbenchWindow.class.getResource("app.css"), "app.css is missing")
                .toExternalForm();
    }

    /** Opens on the gallery. */
    void show() {
        Failures.catchAll(this::warn);
        gallery.showDrafts(files.leftUnsaved());
        showGallery();
        timer.start();
        stage.show();
        // Behind the first picture, so that nothing delays it.
        Platform.runLater(this::fillIn);
    }

    /** What the window can be seen without: the samples, and panes that are not yet shown. */
    private void fillIn() {
        Thread reader =
                new Thread(
                        () -> {
                            List<SampleScenarios.Sample> found =
                                    new ArrayList<>(SampleScenarios.read(surroundings.samples()));
                            found.addAll(SampleScenarios.inJars(Services.jars()));
                            List<String> troubles = Services.troubles();
                            double slowness = Course.read().slowness();
                            Platform.runLater(
                                    () -> {
                                        gallery.samples(found, slowness);
                                        gallery.leftOut(troubles);
                                    });
                            studies.read();
                            library.offer();
                            AtomicFile.sweep(surroundings.folders().data());
                        },
                        "sample scenarios");
        reader.setDaemon(true);
        reader.start();
        PauseTransition quiet = new PauseTransition(QUIET);
        quiet.setOnFinished(
                event -> {
                    form.prepare();
                    Platform.runLater(charts::prepare);
                });
        quiet.play();
    }

    /** Stops every run and lets go of everything; returns at once. */
    void shutDown() {
        timer.stop();
        studies.desk().close();
        desk.queue().leave();
        answers.close();
        draft.close();
        keepPlaces();
        preferences.close();
        classList.close();
    }

    private void keepPlaces() {
        preferences.change(now -> now.withPlace(place.now()).withDividers(workbench.dividers()));
    }

    private void title() {
        Path file = editor.file();
        stage.setTitle(
                tr(
                        "{0} – Stackelberg Workbench",
                        (editor.unsaved() ? "● " : "")
                                + editor.scenario().title()
                                + (file == null ? "" : " (" + file.getFileName() + ")")));
    }

    private void pulse(long now) {
        boolean news = false;
        for (WatchedRun run : desk.runs()) {
            news |= run.refresh();
            if (run.state() == RunState.FAILED && failures.add(run)) {
                warn(
                        run.experiment().name()
                                + ", seed "
                                + run.seed()
                                + ": "
                                + run.latest().message());
            }
        }
        desk.queue().tend();
        if (busy && !desk.queue().busy()) {
            training.over();
        }
        busy = desk.queue().busy();
        if (news) {
            charts.touch();
            inside.touch();
        }
        commands.refresh();
        table.pulse(now);
        question.show(inside.run());
        inside.pulse(now);
        status.pulse(now, desk);
        tours.pulse(now);
        charts.pulse(now, desk.runs(), inside.run());
        studies.pulse(now);
        if (now - placesKeptAt > PLACES_NANOS) {
            placesKeptAt = now;
            keepPlaces();
        }
    }

    /** Shows runs that are on disk in the workbench alone, and looks into the first. */
    void look(Scenario scenario, List<Run> saved) {
        desk.clear();
        bring(scenario, saved);
    }

    /** Shows them beside what is there. */
    void bring(Scenario scenario, List<Run> saved) {
        Experiment experiment = desk.bring(scenario, saved);
        show(experiment);
        inside.select(experiment.runs().get(0));
    }

    /** Says something on the status line. */
    void say(String words) {
        status.say(words);
    }

    /** The studies. */
    StudyActions studies() {
        return studies;
    }

    void showStudies() {
        root.setCenter(studies.view());
    }

    /** Goes to the studies, or back from them. */
    void toggleStudies() {
        if (root.getCenter() == studies.view()) {
            showWorkbench();
        } else {
            showStudies();
        }
    }

    /** Goes to the library of runs, or back from it. */
    void toggleLibrary() {
        if (root.getCenter() == library.view()) {
            showWorkbench();
        } else {
            library.view().refresh();
            root.setCenter(library.view());
        }
    }

    /** The runs on disk. */
    LibraryActions library() {
        return library;
    }

    /** Offers runs whose program ended before they did. */
    void offerRuns(List<RunRecord> left) {
        gallery.showRuns(left);
    }

    /** The same of studies. */
    void offerStudies(List<WatchedStudy> left) {
        gallery.showStudies(left);
    }

    /** What a person does with training. */
    TrainingActions training() {
        return training;
    }

    /** Shows an experiment that has been begun or brought back. */
    void show(Experiment experiment) {
        table.add(experiment.runs());
        workbench.prefer(SidePanes.Side.INSIDE);
        showWorkbench();
        charts.fit();
        charts.touch();
    }

    private void look(@Nullable WatchedRun run) {
        inside.select(run);
        workbench.prefer(SidePanes.Side.INSIDE);
        charts.touch();
    }

    /** Puts the scenario of a run into the form, as one that is not saved. */
    void edit(Scenario scenario) {
        if (files.openSample(scenario)) {
            say(tr("This is the scenario of the run; change it and train again."));
        }
    }

    /** Brings the first fault into view. */
    void revealFault() {
        showScenario();
        Platform.runLater(form::revealFirstFault);
    }

    void showGallery() {
        gallery.recent(recent.existing());
        root.setCenter(gallery);
    }

    void showWorkbench() {
        root.setCenter(workbench);
        charts.touch();
    }

    /** Shows the workbench with the scenario's pane open. */
    void showScenario() {
        workbench.reveal(SidePanes.Side.SCENARIO);
        showWorkbench();
    }

    /** Opens a pane beside the charts, or folds it away. */
    void toggle(SidePanes.Side side) {
        workbench.toggle(side);
        showWorkbench();
    }

    /** Goes to the gallery, or back from it. */
    void toggleGallery() {
        if (root.getCenter() == gallery) {
            showWorkbench();
        } else {
            showGallery();
        }
    }

    /** How the window looks. */
    Appearance appearance() {
        return appearance;
    }

    /** What a teacher does before a class. */
    TeachingActions teaching() {
        return teaching;
    }

    void saveCharts() {
        charts.saveAll();
    }

    /** An optimum was predicted: what was hidden shows. */
    private void revealed() {
        charts.touch();
        inside.touch();
    }

    /** The guided tours. */
    Tours tours() {
        return tours;
    }

    void openPalette() {
        palette.open(entries.now());
    }

    void showPreferences() {
        PreferencesDialog.show(
                stage, appearance, preferences, desk.queue(), surroundings.folders().data());
    }

    void help() {
        HelpPage.show(stage, commands.all());
    }

    private void warn(String message) {
        String words = tr(message);
        status.say(words);
        if (stage.isShowing()) {
            Notifications.create()
                    .owner(stage)
                    .title("Stackelberg Workbench")
                    .text(words.length() > 300 ? words.substring(0, 300) + " …" : words)
                    .position(Pos.BOTTOM_RIGHT)
                    .showWarning();
        }
    }

    /** Opens a file as if it had been dragged in. */
    void openFile(Path file) {
        if (isStudy(file)) {
            studies.open(file);
        } else if (Files.isDirectory(file)) {
            library.openFolder(file);
        } else {
            files.open(file);
        }
    }

    private static boolean isStudy(Path file) {
        return StudyFolder.holdsStudy(file) || StudyFile.looksLikeOne(file);
    }

    /** Opens files as if they had been dragged in: the first is seen, the others are at hand. */
    void openFiles(List<Path> named) {
        for (int i = named.size() - 1; i > 0; i--) {
            if (isStudy(named.get(i))) {
                studies.open(named.get(i));
            } else {
                recent.add(named.get(i));
            }
        }
        openFile(named.get(0));
        if (named.size() > 1) {
            say(
                    tr(
                            "Opened {0}. Scenarios named after it are under Recent files in the"
                                    + " gallery, studies among the studies.",
                            named.get(0)));
        }
    }

    /** The editor, for tests. */
    ScenarioEditor editor() {
        return editor;
    }

    /** The runs. */
    TrainingDesk desk() {
        return desk;
    }
}
