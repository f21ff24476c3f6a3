package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

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
                        tr("New"),
                        "fth-file-plus",
                        "Shortcut+N",
                        tr(
                                "Begin a new scenario of the same kind of game, with automatic"
                                        + " settings."),
                        () -> begin(fileActions)));
        files.add(
                new Command(
                        "open",
                        tr("Open"),
                        "fth-folder",
                        "Shortcut+O",
                        tr("Open a scenario file; dragging one into the window does the same."),
                        fileActions::choose));
        files.add(
                new Command(
                        "save",
                        tr("Save"),
                        "fth-save",
                        "Shortcut+S",
                        tr("Save the scenario; a sample asks for a file of its own."),
                        fileActions::save));
        undo =
                new Command(
                        "undo",
                        tr("Undo"),
                        "fth-rotate-ccw",
                        "Shortcut+Z",
                        tr("Take the last edit back."),
                        editor::undo);
        redo =
                new Command(
                        "redo",
                        tr("Redo"),
                        "fth-rotate-cw",
                        "Shortcut+Y",
                        tr("Make the edit again that was taken back."),
                        editor::redo);
        files.add(undo);
        files.add(redo);
        training.add(
                new Command(
                        "train",
                        tr("Train"),
                        "fth-play",
                        "F5",
                        tr("Train the scenario as it stands, a run for each seed."),
                        window.training()::train));
        pause =
                new Command(
                        "pause",
                        tr("Pause"),
                        "fth-pause",
                        "F6",
                        tr("Hold all runs where they are, or let them go on."),
                        this::pauseOrResume);
        stop =
                new Command(
                        "stop",
                        tr("Stop"),
                        "fth-square",
                        "F8",
                        tr("End all runs; what they learned stays to be seen."),
                        queue::stop);
        training.add(pause);
        training.add(
                new Command(
                        "step",
                        tr("Episode"),
                        "fth-skip-forward",
                        "F7",
                        tr("Step one outer episode: a response phase and a reward phase."),
                        window.training()::step));
        training.add(stop);
        theme =
                new Command(
                        "theme",
                        tr("Dark theme"),
                        "fth-moon",
                        "Shortcut+T",
                        tr("Change between the light and the dark theme."),
                        () -> window.appearance().use(window.appearance().theme().other()));
        present =
                new Command(
                        "present",
                        tr("Present"),
                        "fth-monitor",
                        "F11",
                        tr(
                                "One chart in large type, for an audience, Ctrl+2 for a play beside"
                                        + " it; again for everything."),
                        () -> {
                            window.showWorkbench();
                            window.teaching().togglePresent();
                        });
        view.add(
                new Command(
                        "gallery-button",
                        tr("Gallery"),
                        "fth-grid",
                        "Shortcut+G",
                        tr("Sample scenarios and recent files; again to go back."),
                        window::toggleGallery));
        view.add(
                new Command(
                        "library-button",
                        tr("Runs"),
                        "fth-archive",
                        "Shortcut+L",
                        tr(
                                "All runs on this machine: reopen, go on, compare, name; again to"
                                        + " go back."),
                        window::toggleLibrary));
        view.add(
                new Command(
                        "scenario-pane",
                        tr("Scenario"),
                        "fth-sidebar",
                        "Shortcut+1",
                        tr("Fold the scenario's pane away, or open it."),
                        () -> window.toggle(SidePanes.Side.SCENARIO)));
        view.add(
                new Command(
                        "inside-pane",
                        tr("Look inside"),
                        "fth-eye",
                        "Shortcut+2",
                        tr("Fold the pane that looks into a run away, or open it."),
                        () -> window.toggle(SidePanes.Side.INSIDE)));
        view.add(theme);
        view.add(present);
        view.add(
                new Command(
                        "help",
                        tr("Help"),
                        "fth-help-circle",
                        "F1",
                        tr("First steps, all keys, all symbols."),
                        window::help));
        keysOnly.add(
                new Command(
                        "save-as",
                        tr("Save as"),
                        "fth-copy",
                        "Shortcut+Shift+S",
                        tr("Save the scenario to another file."),
                        fileActions::saveAs));
        keysOnly.add(
                new Command(
                        "step-play",
                        tr("Step one play"),
                        "fth-chevron-right",
                        "Shift+F7",
                        tr("One play of the base game, then pause."),
                        window.training()::stepPlay));
        keysOnly.add(
                new Command(
                        "step-update",
                        tr("Step one update"),
                        "fth-chevrons-right",
                        "Shortcut+F7",
                        tr("To the end of the learner's iteration, then pause."),
                        window.training()::stepUpdate));
        keysOnly.add(
                new Command(
                        "save-charts",
                        tr("Save all charts"),
                        "fth-image",
                        "Shortcut+E",
                        tr("Every chart as PNG, SVG or PDF, each in a file of its own."),
                        window::saveCharts));
        keysOnly.add(
                new Command(
                        "palette-button",
                        tr("Find anything"),
                        "fth-search",
                        "Shortcut+K",
                        tr("Every action, field and sample by a few letters of its name."),
                        window::openPalette));
        keysOnly.add(
                new Command(
                        "preferences-button",
                        tr("Preferences"),
                        "fth-settings",
                        "Shortcut+Comma",
                        tr("Theme, size of type, runs side by side."),
                        window::showPreferences));
        keysOnly.add(
                new Command(
                        "studies",
                        tr("Studies"),
                        "fth-bar-chart-2",
                        "Shortcut+B",
                        tr("Studies of many runs: yours, and the paper's; again to go back."),
                        window::toggleStudies));
        worksheet =
                new Command(
                        "worksheet",
                        tr("Worksheet"),
                        "fth-edit-3",
                        "Shortcut+Shift+P",
                        tr("Predict the optimum before it is seen; again to see it at once."),
                        () -> window.teaching().toggleWorksheet());
        keysOnly.add(worksheet);
        keysOnly.add(
                new Command(
                        "class-list",
                        tr("Best of the class"),
                        "fth-award",
                        "Shortcut+Shift+B",
                        tr("What the people of a class came to in a seat, and who came to most."),
                        () -> window.teaching().showClass(null)));
        keysOnly.add(
                new Command(
                        "larger",
                        tr("Larger type"),
                        "fth-zoom-in",
                        "Shortcut+Plus",
                        tr("Make all type larger."),
                        () -> window.appearance().zoom(2)));
        keysOnly.add(
                new Command(
                        "larger-too",
                        tr("Larger type"),
                        "fth-zoom-in",
                        "Shortcut+Equals",
                        tr("Make all type larger."),
                        () -> window.appearance().zoom(2)));
        keysOnly.add(
                new Command(
                        "smaller",
                        tr("Smaller type"),
                        "fth-zoom-out",
                        "Shortcut+Minus",
                        tr("Make all type smaller."),
                        () -> window.appearance().zoom(-2)));
        keysOnly.add(
                new Command(
                        "as-it-was",
                        tr("Normal type"),
                        "fth-maximize",
                        "Shortcut+0",
                        tr("Type of the usual size."),
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
        pause.label().set(held ? tr("Resume") : tr("Pause"));
        boolean dark = window.appearance().theme() == Theme.DARK;
        theme.icon().set(dark ? "fth-sun" : "fth-moon");
        theme.label().set(dark ? tr("Light theme") : tr("Dark theme"));
        present.icon().set(window.appearance().presenting() ? "fth-minimize" : "fth-monitor");
        worksheet
                .label()
                .set(window.desk().worksheet() ? tr("End the worksheet") : tr("Worksheet"));
        present.label()
                .set(window.appearance().presenting() ? tr("End presentation") : tr("Present"));
    }
}
