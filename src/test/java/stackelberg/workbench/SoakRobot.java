package stackelberg.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import stackelberg.engine.About;
import stackelberg.engine.RunRecord;
import stackelberg.leader.PolicyEnumeration;
import stackelberg.study.StudyRecipes;
import stackelberg.workbench.chart.ChartFiles;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.WatchedRun;

/**
 * Uses the window as people do who do not know where they are going: one thing after another, drawn
 * with a seed. The same seed does the same things in the same order; how far the runs have come
 * meanwhile is the machine's affair.
 */
final class SoakRobot {
    /** More runs are not kept in the table. */
    private static final int MOST_RUNS = 6;

    /** More are not kept on disk either. */
    private static final int MOST_RECORDS = 12;

    private static final long ENDLESS = 1_000_000_000L;

    /** Nobody waits longer for a run that is not meant to be long. */
    private static final int PATIENCE_SECONDS = 15;

    /** Something that people do, and how often. */
    private record Habit(String name, int weight, Doing doing) {}

    private interface Doing {
        void act() throws InterruptedException;
    }

    private final WorkbenchWindow window;
    private final RobotHands hands;
    private final Path exports;
    private final long seed;
    private final List<Habit> habits =
            List.of(
                    new Habit("opens a sample", 5, this::openSample),
                    new Habit("edits", 4, this::edit),
                    new Habit("trains", 6, this::train),
                    new Habit("looks inside", 5, this::lookInside),
                    new Habit("steers and steps", 3, this::steer),
                    new Habit("asks what if", 3, this::whatIf),
                    new Habit("takes a seat", 2, this::sit),
                    new Habit("makes a study", 1, this::study),
                    new Habit("exports charts", 2, this::export),
                    new Habit("uses the library", 2, this::library),
                    new Habit("changes the looks", 2, this::looks),
                    new Habit("opens dialogs", 1, this::dialogs),
                    new Habit("removes runs", 3, this::removeRuns));

    private Random dice = new Random();
    private long round;
    private volatile String doing = "opens the window";
    private volatile int runs;

    /**
     * @param exports a folder for charts
     */
    SoakRobot(WorkbenchWindow window, RobotHands hands, Path exports, long seed) {
        this.window = window;
        this.hands = hands;
        this.exports = exports;
        this.seed = seed;
    }

    /** What it does now. */
    String doing() {
        return doing;
    }

    /** How many runs were in the table when it last began something. */
    int runs() {
        return runs;
    }

    /** How much it has done. */
    long rounds() {
        return round;
    }

    /** Does the next thing. */
    void next() throws InterruptedException {
        dice = new Random(1_000_003 * seed + round);
        dice.nextInt(); // neighbouring seeds begin alike
        round++;
        runs = hands.in(() -> window.desk().runs().size());
        Habit chosen = habits.get(0);
        int place = dice.nextInt(habits.stream().mapToInt(Habit::weight).sum());
        for (Habit habit : habits) {
            if (place < habit.weight()) {
                chosen = habit;
                break;
            }
            place -= habit.weight();
        }
        doing = round + " " + chosen.name();
        chosen.doing().act();
        rest();
    }

    private void rest() throws InterruptedException {
        Thread.sleep(150 + dice.nextInt(200));
    }

    private void note(String detail) {
        doing = round + " " + detail;
    }

    private void openSample() throws InterruptedException {
        hands.act(window::showGallery);
        List<String> names =
                hands.in(
                        () ->
                                List.copyOf(
                                        new TreeSet<>(
                                                hands.all(".button")
                                                        .map(Node::getAccessibleText)
                                                        .filter(
                                                                n ->
                                                                        n != null
                                                                                && n.startsWith(
                                                                                        "Open "))
                                                        .toList())));
        if (!names.isEmpty()) {
            open(names.get(dice.nextInt(names.size())));
        }
    }

    private void open(String button) throws InterruptedException {
        note(button);
        hands.act(window::showGallery);
        rest();
        hands.act(
                () ->
                        hands.all(".button")
                                .filter(n -> button.equals(n.getAccessibleText()))
                                .findFirst()
                                .ifPresent(n -> ((ButtonBase) n).fire()));
        rest();
    }

    private void type(String field, String text) throws InterruptedException {
        hands.act(
                () ->
                        hands.all(field)
                                .filter(TextInputControl.class::isInstance)
                                .findFirst()
                                .ifPresent(n -> ((TextInputControl) n).setText(text)));
    }

    private void edit() throws InterruptedException {
        hands.act(window::showScenario);
        hands.act(
                () ->
                        hands.all("#settings")
                                .forEach(n -> ((TitledPane) n).setExpanded(dice.nextBoolean())));
        type("#field-episode-responsePlays", "" + (20 + dice.nextInt(400)));
        rest();
        type("#field-budget", "" + (1_000 + dice.nextInt(9_000)));
        type("#field-episode-rewardPlays", "" + (1 + dice.nextInt(9)));
        rest();
        type("#field-budget", dice.nextBoolean() ? "many" : "-3");
        rest();
        int steps = 1 + dice.nextInt(4);
        for (int i = 0; i < steps; i++) {
            hands.press(KeyCode.Z, true, false);
        }
        rest();
        for (int i = 0; i < steps - 1; i++) {
            hands.press(KeyCode.Y, true, false);
        }
        hands.act(
                () -> {
                    while (!window.editor().faults().isEmpty() && window.editor().canUndo()) {
                        window.editor().undo();
                    }
                });
    }

    private void begin(long budget, int seeds) throws InterruptedException {
        if (hands.in(() -> window.desk().runs().size()) + seeds > MOST_RUNS) {
            removeAll();
        }
        long first = 1L + dice.nextInt(50);
        hands.act(
                () -> {
                    window.editor().edit(ParameterPath.ROOT.at("budget"), budget);
                    window.editor()
                            .edit(
                                    ParameterPath.ROOT.at("seeds"),
                                    first + "-" + (first + seeds - 1));
                });
        hands.press(KeyCode.F5, false, false);
    }

    private boolean over() {
        return window.desk().runs().stream().allMatch(run -> run.state().over());
    }

    private void endRuns() throws InterruptedException {
        hands.press(KeyCode.F8, false, false);
        hands.until(PATIENCE_SECONDS, this::over);
    }

    private void train() throws InterruptedException {
        begin(2_000 + dice.nextInt(40_000), 1 + dice.nextInt(3));
        if (!hands.until(PATIENCE_SECONDS, this::over)) {
            endRuns();
        }
    }

    private void tab(int index) throws InterruptedException {
        hands.act(
                () ->
                        hands.all("#inside-tabs")
                                .findFirst()
                                .ifPresent(t -> ((TabPane) t).getSelectionModel().select(index)));
        Thread.sleep(350);
    }

    @SuppressWarnings("unchecked")
    private TableView<RunRow> table() {
        return (TableView<RunRow>) hands.all("#runs").findFirst().orElseThrow();
    }

    /** Selects one of the runs; whether there is one. */
    private boolean select() throws InterruptedException {
        hands.act(window::showWorkbench);
        int drawn = dice.nextInt(MOST_RUNS);
        return hands.in(
                () -> {
                    int there = table().getItems().size();
                    if (there > 0) {
                        table().getSelectionModel().clearAndSelect(drawn % there);
                    }
                    return there > 0;
                });
    }

    private void lookInside() throws InterruptedException {
        if (!select()) {
            return;
        }
        for (int index = 0; index < 7; index++) {
            note("looks inside, tab " + index);
            tab(index);
            if (index == 0) {
                double share = dice.nextDouble();
                hands.act(
                        () ->
                                hands.all("#mechanism-time")
                                        .map(Slider.class::cast)
                                        .forEach(s -> s.setValue(share * s.getMax())));
            }
            for (int i = 0; index == 3 && i < 5; i++) {
                hands.fire(i == 4 ? "#play-another" : "#play-forth");
            }
        }
        tab(0);
    }

    private void steer() throws InterruptedException {
        begin(ENDLESS, 2);
        hands.until(PATIENCE_SECONDS, () -> moved(0));
        tab(6);
        String rate = "0.00" + (1 + dice.nextInt(9));
        hands.act(
                () ->
                        hands.all("#steer-leader-learningRate")
                                .map(TextField.class::cast)
                                .forEach(
                                        f -> {
                                            f.setText(rate);
                                            f.fireEvent(new ActionEvent());
                                        }));
        rest();
        note("pauses and steps");
        hands.press(KeyCode.F6, false, false);
        rest();
        hands.press(KeyCode.F7, false, false);
        rest();
        hands.press(KeyCode.F7, false, true);
        rest();
        hands.press(KeyCode.F7, true, false);
        rest();
        tab(dice.nextInt(4));
        hands.press(KeyCode.F6, false, false);
        Thread.sleep(1_000 + dice.nextInt(4_000));
        note("stops");
        endRuns();
    }

    private boolean moved(long than) {
        return window.desk().runs().stream().anyMatch(r -> r.latest().transitions() > than);
    }

    private void whatIf() throws InterruptedException {
        if (!select()) {
            return;
        }
        tab(4);
        int drawn = dice.nextInt(1_000);
        hands.act(
                () ->
                        hands.all(".choice-box")
                                .filter(c -> c.getId() != null && c.getId().matches("what-if-\\d+"))
                                .map(c -> (ChoiceBox<?>) c)
                                .forEach(
                                        c ->
                                                c.getSelectionModel()
                                                        .select(drawn % c.getItems().size())));
        if (hands.fire("#what-if-respond")) {
            hands.until(PATIENCE_SECONDS, () -> hands.all("#what-if-reward").findAny().isPresent());
        }
        rest();
        hands.fire("#what-if-reset");
    }

    private void sit() throws InterruptedException {
        if (!select()) {
            return;
        }
        tab(5);
        hands.fire("#seat-sit");
        for (int play = 0; play < 6; play++) {
            rest();
            int action = dice.nextInt(2);
            if (!hands.fire("#seat-act-" + action)) {
                hands.fire("#seat-act");
            }
            hands.fire("#seat-next");
        }
    }

    /** Policies are few in Escape, and all are tried. */
    private void study() throws InterruptedException {
        open("Open Escape");
        note("makes a study");
        int before = hands.in(() -> window.studies().desk().studies().size());
        hands.act(
                () -> {
                    window.editor().edit(ParameterPath.ROOT.at("leader"), new PolicyEnumeration());
                    window.editor().edit(ParameterPath.ROOT.at("seeds"), "1-2");
                    window.studies()
                            .begin(
                                    s ->
                                            StudyRecipes.vary(
                                                    s,
                                                    "episode.responsePlays",
                                                    "plays",
                                                    List.of("50", "100")));
                });
        if (!hands.until(
                PATIENCE_SECONDS, () -> window.studies().desk().studies().size() > before)) {
            return;
        }
        hands.until(
                3 * PATIENCE_SECONDS, () -> window.studies().desk().studies().get(0).complete());
        rest();
        hands.act(
                () ->
                        hands.all("#study-table")
                                .map(t -> (TableView<?>) t)
                                .forEach(t -> t.getSelectionModel().select(0)));
        removeAll();
        hands.act(window::showStudies);
        hands.fire("#study-runs");
        hands.until(PATIENCE_SECONDS, this::over);
    }

    private void export() throws InterruptedException {
        hands.act(window::showWorkbench);
        rest();
        List<Node> charts = hands.in(() -> hands.all("#charts .chart-pane").toList());
        for (Node chart : charts) {
            hands.act(() -> ChartFiles.write(chart, exports, hands::complain));
        }
        List<String> copies = List.of("Copy as picture", "Copy numbers", "Copy as LaTeX table");
        String copy = copies.get(dice.nextInt(copies.size()));
        note(copy);
        hands.act(
                () ->
                        hands.all(".chart-menu")
                                .limit(1)
                                .flatMap(m -> ((MenuButton) m).getItems().stream())
                                .filter(item -> copy.equals(item.getText()))
                                .forEach(MenuItem::fire));
    }

    @SuppressWarnings("unchecked")
    private TableView<RunRecord> records() {
        return (TableView<RunRecord>) hands.all("#library-table").findFirst().orElseThrow();
    }

    private void select(int from, int to) throws InterruptedException {
        hands.act(
                () -> {
                    records().getSelectionModel().clearSelection();
                    records().getSelectionModel().selectRange(from, to);
                });
    }

    private void library() throws InterruptedException {
        hands.act(window::showWorkbench);
        hands.act(window::toggleLibrary);
        hands.until(3, () -> !records().getItems().isEmpty());
        int there = hands.in(() -> records().getItems().size());
        if (there == 0) {
            return;
        }
        note("compares settings");
        select(0, Math.min(3, there));
        hands.fire("#library-compare");
        rest();
        RunRecord one = hands.in(() -> records().getItems().get(0));
        hands.act(() -> window.library().say(one, new About("Mine", "by a robot", false)));
        type("#library-search", "robot");
        rest();
        type("#library-search", "");
        if (there > MOST_RECORDS) {
            note("throws runs away");
            select(MOST_RECORDS, there);
            hands.fire("#library-throw-away");
            rest();
            hands.fire("#library-bin");
            hands.until(3, () -> !records().getItems().isEmpty());
            hands.fire("#library-empty-bin");
            rest();
            hands.fire("#library-bin");
            rest();
        }
        note("reopens runs");
        removeAll();
        hands.act(window::toggleLibrary);
        rest();
        select(0, 1 + dice.nextInt(3));
        hands.fire("#library-look");
        hands.until(PATIENCE_SECONDS, this::over);
        rest();
        hands.act(window::showWorkbench);
    }

    private void looks() throws InterruptedException {
        hands.press(KeyCode.T, true, false);
        rest();
        int steps = dice.nextInt(7) - 3;
        hands.act(() -> window.appearance().zoom(steps));
        rest();
        hands.press(KeyCode.F11, false, false);
        rest();
        hands.press(KeyCode.F11, false, false);
        hands.press(KeyCode.DIGIT1, true, false);
        rest();
        hands.press(KeyCode.DIGIT1, true, false);
        hands.press(KeyCode.DIGIT2, true, false);
        rest();
        hands.press(KeyCode.DIGIT2, true, false);
        hands.press(KeyCode.DIGIT0, true, false);
    }

    private void dialogs() throws InterruptedException {
        note("opens the palette");
        hands.act(window::openPalette);
        type("#palette-search", "train");
        rest();
        hands.act(
                () ->
                        hands.all("#palette-search")
                                .forEach(n -> RobotHands.press(n, KeyCode.ESCAPE, false, false)));
        for (KeyCode code : List.of(KeyCode.F1, KeyCode.COMMA, KeyCode.B)) {
            note("opens a dialog by " + code);
            hands.press(code, code != KeyCode.F1, code == KeyCode.B);
            rest();
        }
    }

    private void removeRuns() throws InterruptedException {
        if (select()) {
            hands.act(() -> RobotHands.press(table(), KeyCode.DELETE, false, false));
        }
    }

    private void removeAll() throws InterruptedException {
        hands.act(window::showWorkbench);
        hands.act(
                () -> {
                    List<RunRow> rows = new ArrayList<>(table().getItems());
                    rows.sort(Comparator.comparing(row -> row.run().seed()));
                    for (RunRow row : rows) {
                        table().getSelectionModel().select(row);
                        RobotHands.press(table(), KeyCode.DELETE, false, false);
                    }
                });
    }

    /** Leaves the window as it was found: nothing runs, nothing is in the table. */
    void tidyUp() throws InterruptedException {
        doing = "tidies up";
        endRuns();
        removeAll();
        List<WatchedRun> left = hands.in(() -> window.desk().runs());
        if (!left.isEmpty()) {
            throw new IllegalStateException("runs cannot be removed: " + left.size());
        }
    }
}
