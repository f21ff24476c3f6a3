package stackelberg.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import stackelberg.game.GameFamily;
import stackelberg.parameter.Family;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.workbench.session.Draft;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.RecentFiles;
import stackelberg.workbench.session.SampleScenarios;
import stackelberg.workbench.session.ScenarioEditor;

/** New, open, save: nothing that a person made is dropped without asking. */
final class FileActions {
    private final ScenarioEditor editor;
    private final RecentFiles recent;
    private final Draft draft;
    private final Questions questions;
    private final Consumer<String> say;
    private final Runnable opened;

    /**
     * @param opened called when another scenario was opened
     */
    FileActions(
            ScenarioEditor editor,
            RecentFiles recent,
            Draft draft,
            Questions questions,
            Consumer<String> say,
            Runnable opened) {
        this.editor = editor;
        this.recent = recent;
        this.draft = draft;
        this.questions = questions;
        this.say = say;
        this.opened = opened;
        editor.listen(
                change -> {
                    if (editor.unsaved()) {
                        draft.keep(editor.scenario());
                    }
                });
    }

    /** A new scenario of a game, with its defaults; whether that happened. */
    boolean begin(GameFamily game) {
        if (!release()) {
            return false;
        }
        Scenario defaults = new Scenario().automatic();
        Record fresh = ParameterPath.ROOT.at("game").write(defaults, game);
        fresh = ParameterPath.ROOT.at("title").write(fresh, "New: " + Family.about(game).label());
        editor.open((Scenario) fresh, null);
        say.accept("A new scenario; the program settles what is left automatic.");
        opened.run();
        return true;
    }

    /** Opens a sample, which saving will not overwrite; whether that happened. */
    boolean openSample(Scenario sample) {
        if (!release()) {
            return false;
        }
        editor.open(sample, null);
        say.accept("Opened the sample " + sample.title() + ".");
        opened.run();
        return true;
    }

    /** Asks for a file and opens it. */
    void choose() {
        Path file = questions.open();
        if (file != null) {
            open(file);
        }
    }

    /** Opens a file; one that breaks rules opens too, to be mended. */
    void open(Path file) {
        try {
            ScenarioFile.Reading reading = ScenarioFile.read(file);
            Scenario draftOfIt = reading.draft();
            Scenario scenario = reading.scenario() != null ? reading.scenario() : draftOfIt;
            if (scenario == null) {
                questions.complain(
                        file.getFileName() + " is not a scenario",
                        SampleScenarios.problems(reading));
                return;
            }
            if (release()) {
                editor.open(scenario, file);
                recent.add(file);
                say.accept("Opened " + file + ".");
                opened.run();
            }
        } catch (IOException e) {
            questions.complain("This file cannot be opened", String.valueOf(e.getMessage()));
        }
    }

    /** Saves to the scenario's file, or asks for one; whether it was saved. */
    boolean save() {
        Path file = editor.file();
        return file == null ? saveAs() : write(file);
    }

    /** Asks for a file and saves to it; whether it was saved. */
    boolean saveAs() {
        Path file = questions.save(editor.scenario().title());
        return file != null && write(file);
    }

    private boolean write(Path file) {
        try {
            ScenarioFile.save(editor.scenario(), file);
            editor.saved(file);
            draft.discard();
            recent.add(file);
            say.accept("Saved " + file + ".");
            return true;
        } catch (IOException e) {
            questions.complain("The scenario could not be saved", String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Asks about unsaved changes if there are any; whether the scenario may now be dropped. */
    boolean release() {
        if (!editor.unsaved()) {
            return true;
        }
        return switch (questions.unsaved(editor.scenario().title())) {
            case SAVE -> save();
            case DROP -> {
                draft.discard();
                yield true;
            }
            case CANCEL -> false;
        };
    }

    /** What an earlier session left unsaved; null if nothing. */
    @Nullable Scenario leftUnsaved() {
        return draft.recover();
    }

    /** Takes up what an earlier session left unsaved; whether that happened. */
    boolean restore() {
        Scenario left = draft.recover();
        if (left == null || !release()) {
            return false;
        }
        editor.recover(left, null);
        say.accept("Taken up again where you left off; it is not saved yet.");
        opened.run();
        return true;
    }

    void discardDraft() {
        draft.discard();
    }
}
