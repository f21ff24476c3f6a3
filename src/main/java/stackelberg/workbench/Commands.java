package stackelberg.workbench;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyEvent;
import stackelberg.workbench.session.RunQueue;
import stackelberg.workbench.session.ScenarioEditor;
import stackelberg.workbench.theme.Theme;

/** Everything the window can do by a button or a key. */
final class Commands {
    private final ScenarioEditor editor;
    private final RunQueue queue;
    private final WorkbenchWindow window;
    private final List<Command> files = new ArrayList<>();
    private final List<Command> training = new ArrayList<>();
    private final List<Command> view = new ArrayList<>();
    private final List<Command> keysOnly = new ArrayList<>();
    private final Command undo;
    private final Command redo;
    private final Command pause;
    private final Command stop;
    private final Command theme;
    private final Command present;
    private final Command worksheet;

    Commands(
            WorkbenchWindow window,
            FileActions fileActions,
            ScenarioEditor editor,
            RunQueue queue) {
        this.window = window;
        this.editor = editor;
        this.queue = queue;
        files.add(
                new Command(
                        "new",
                        "New",
                        "fth-file-plus",
                        "Shortcut+N",
                        "Begin a new scenario of the same kind of game, with automatic settings.",
                        () -> begin(fileActions)));
        files.add(
                new Command(
                        "open",
                        "Open",
                        "fth-folder",
                        "Shortcut+O",
                        "Open a scenario file; dragging one into the window does the same.",
                        fileActions::choose));
        files.add(
                new Command(
                        "save",
                        "Save",
                        "fth-save",
                        "Shortcut+S",
                        "Save the scenario; a sample asks for a file of its own.",
                        fileActions::save));
        undo =
                new Command(
                        "undo",
                        "Undo",
                        "fth-rotate-ccw",
                        "Shortcut+Z",
                        "Take the last edit back.",
                        editor::undo);
        redo =
                new Command(
                        "redo",
                        "Redo",
                        "fth-rotate-cw",
                        "Shortcut+Y",
                        "Make the edit again that was taken back.",
                        editor::redo);
        files.add(undo);
        files.add(redo);
        training.add(
                new Command(
                        "train",
                        "Train",
                        "fth-play",
                        "F5",
                        "Train the scenario as it stands, a run for each seed.",
                        window.training()::train));
        pause =
                new Command(
                        "pause",
                        "Pause",
                        "fth-pause",
                        "F6",
                        "Hold all runs where they are, or let them go on.",
                        this::pauseOrResume);
        stop =
                new Command(
                        "stop",
                        "Stop",
                        "fth-square",
                        "F8",
                        "End all runs; what they learned stays to be seen.",
                        queue::stop);
        training.add(pause);
        training.add(
                new Command(
                        "step",
                        "Episode",
                        "fth-skip-forward",
                        "F7",
                        "Step one outer episode: a response phase and a reward phase.",
                        window.training()::step));
        training.add(stop);
        theme =
                new Command(
                        "theme",
                        "Dark theme",
                        "fth-moon",
                        "Shortcut+T",
                        "Change between the light and the dark theme.",
                        () -> window.appearance().use(window.appearance().theme().other()));
        present =
                new Command(
                        "present",
                        "Present",
                        "fth-monitor",
                        "F11",
                        "One chart in large type, for an audience, Ctrl+2 for a play beside it;"
                                + " again for everything.",
                        window::togglePresent);
        view.add(
                new Command(
                        "gallery-button",
                        "Gallery",
                        "fth-grid",
                        "Shortcut+G",
                        "Sample scenarios and recent files; again to go back.",
                        window::toggleGallery));
        view.add(
                new Command(
                        "library-button",
                        "Runs",
                        "fth-archive",
                        "Shortcut+L",
                        "All runs on this machine: reopen, go on, compare, name; again to go back.",
                        window::toggleLibrary));
        view.add(
                new Command(
                        "scenario-pane",
                        "Scenario",
                        "fth-sidebar",
                        "Shortcut+1",
                        "Fold the scenario's pane away, or open it.",
                        () -> window.toggle(SidePanes.Side.SCENARIO)));
        view.add(
                new Command(
                        "inside-pane",
                        "Look inside",
                        "fth-eye",
                        "Shortcut+2",
                        "Fold the pane that looks into a run away, or open it.",
                        () -> window.toggle(SidePanes.Side.INSIDE)));
        view.add(theme);
        view.add(present);
        view.add(
                new Command(
                        "help",
                        "Help",
                        "fth-help-circle",
                        "F1",
                        "First steps, all keys, all symbols.",
                        window::help));
        keysOnly.add(
                new Command(
                        "save-as",
                        "Save as",
                        "fth-copy",
                        "Shortcut+Shift+S",
                        "Save the scenario to another file.",
                        fileActions::saveAs));
        keysOnly.add(
                new Command(
                        "step-play",
                        "Step one play",
                        "fth-chevron-right",
                        "Shift+F7",
                        "One play of the base game, then pause.",
                        window.training()::stepPlay));
        keysOnly.add(
                new Command(
                        "step-update",
                        "Step one update",
                        "fth-chevrons-right",
                        "Shortcut+F7",
                        "To the end of the learner's iteration, then pause.",
                        window.training()::stepUpdate));
        keysOnly.add(
                new Command(
                        "save-charts",
                        "Save all charts",
                        "fth-image",
                        "Shortcut+E",
                        "Every chart as PNG, SVG or PDF, each in a file of its own.",
                        window::saveCharts));
        keysOnly.add(
                new Command(
                        "palette-button",
                        "Find anything",
                        "fth-search",
                        "Shortcut+K",
                        "Every action, field and sample by a few letters of its name.",
                        window::openPalette));
        keysOnly.add(
                new Command(
                        "preferences-button",
                        "Preferences",
                        "fth-settings",
                        "Shortcut+Comma",
                        "Theme, size of type, runs side by side.",
                        window::showPreferences));
        keysOnly.add(
                new Command(
                        "studies",
                        "Studies",
                        "fth-bar-chart-2",
                        "Shortcut+B",
                        "Studies of many runs: yours, and the paper's; again to go back.",
                        window::toggleStudies));
        worksheet =
                new Command(
                        "worksheet",
                        "Worksheet",
                        "fth-edit-3",
                        "Shortcut+Shift+P",
                        "Predict the optimum before it is seen; again to see it at once.",
                        window::toggleWorksheet);
        keysOnly.add(worksheet);
        keysOnly.add(
                new Command(
                        "class-list",
                        "Best of the class",
                        "fth-award",
                        "Shortcut+Shift+B",
                        "What the people of a class came to in a seat, and who came to most.",
                        () -> window.showClass(null)));
        keysOnly.add(
                new Command(
                        "larger",
                        "Larger type",
                        "fth-zoom-in",
                        "Shortcut+Plus",
                        "Make all type larger.",
                        () -> window.appearance().zoom(2)));
        keysOnly.add(
                new Command(
                        "larger-too",
                        "Larger type",
                        "fth-zoom-in",
                        "Shortcut+Equals",
                        "Make all type larger.",
                        () -> window.appearance().zoom(2)));
        keysOnly.add(
                new Command(
                        "smaller",
                        "Smaller type",
                        "fth-zoom-out",
                        "Shortcut+Minus",
                        "Make all type smaller.",
                        () -> window.appearance().zoom(-2)));
        keysOnly.add(
                new Command(
                        "as-it-was",
                        "Normal type",
                        "fth-maximize",
                        "Shortcut+0",
                        "Type of the usual size.",
                        () -> window.appearance().zoom(0)));
    }

    private void begin(FileActions fileActions) {
        Object fresh =
                stackelberg.parameter.Declaration.of((Record) editor.scenario().game()).defaults();
        fileActions.begin((stackelberg.game.GameFamily) fresh);
    }

    private void pauseOrResume() {
        window.training().pauseOrResume();
        refresh();
    }

    List<Command> files() {
        return files;
    }

    List<Command> training() {
        return training;
    }

    List<Command> view() {
        return view;
    }

    /** All of them, those without a button as well. */
    List<Command> all() {
        List<Command> all = new ArrayList<>(files);
        all.addAll(training);
        all.addAll(view);
        all.addAll(keysOnly);
        return all;
    }

    /** Runs the command whose key was pressed, before any control sees the key. */
    void press(KeyEvent event) {
        for (Command command : all()) {
            if (command.key().match(event)) {
                event.consume();
                command.run();
                return;
            }
        }
    }

    /** Enables what is possible now. */
    void refresh() {
        undo.disabled().set(!editor.canUndo());
        redo.disabled().set(!editor.canRedo());
        boolean busy = queue.busy();
        pause.disabled().set(!busy);
        stop.disabled().set(!busy);
        boolean held = queue.held();
        pause.icon().set(held ? "fth-play-circle" : "fth-pause");
        pause.label().set(held ? "Resume" : "Pause");
        boolean dark = window.appearance().theme() == Theme.DARK;
        theme.icon().set(dark ? "fth-sun" : "fth-moon");
        theme.label().set(dark ? "Light theme" : "Dark theme");
        present.icon().set(window.appearance().presenting() ? "fth-minimize" : "fth-monitor");
        worksheet.label().set(window.desk().worksheet() ? "End the worksheet" : "Worksheet");
        present.label().set(window.appearance().presenting() ? "End presentation" : "Present");
    }
}
