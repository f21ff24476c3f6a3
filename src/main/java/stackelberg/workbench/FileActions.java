package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import stackelberg.game.Commitment;
import stackelberg.game.GameFamily;
import stackelberg.game.NormalForm;
import stackelberg.parameter.Family;
import stackelberg.parameter.Table;
import stackelberg.scenario.AtomicFile;
import stackelberg.scenario.GambitFile;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.workbench.form.TableFile;
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
        say.accept(tr("A new scenario; the program settles what is left automatic."));
        opened.run();
        return true;
    }

    /** Opens a sample, which saving will not overwrite; whether that happened. */
    boolean openSample(Scenario sample) {
        if (!release()) {
            return false;
        }
        editor.open(sample, null);
        say.accept(tr("Opened the sample {0}.", sample.title()));
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
        if (GambitFile.looksLikeOne(file)) {
            takeIn(file, () -> GambitFile.read(file));
            return;
        } else if (TableFile.looksLikeOne(file)) {
            takeIn(file, () -> ofTable(TableFile.read(file)));
            return;
        }
        try {
            ScenarioFile.Reading reading = ScenarioFile.read(file);
            Scenario draftOfIt = reading.draft();
            Scenario scenario = reading.scenario() != null ? reading.scenario() : draftOfIt;
            if (scenario == null) {
                questions.complain(
                        tr("{0} is not a scenario", file.getFileName()),
                        SampleScenarios.problems(reading));
                return;
            }
            if (release()) {
                editor.open(scenario, file);
                recent.add(file);
                say.accept(tr("Opened {0}.", file));
                opened.run();
            }
        } catch (IOException e) {
            questions.complain(
                    tr("This file cannot be opened"), tr(String.valueOf(e.getMessage())));
        }
    }

    /** Reads a file of another kind. */
    private interface Foreign {
        Scenario read() throws IOException;
    }

    /** Makes a scenario of a file of another kind; saving asks for a file of its own. */
    private void takeIn(Path file, Foreign kind) {
        try {
            Scenario scenario = kind.read();
            if (release()) {
                editor.open(scenario, null);
                say.accept(tr("Took in {0}: the rows are the leader's.", file));
                opened.run();
            }
        } catch (IOException e) {
            questions.complain(
                    tr("{0} cannot be taken in", file.getFileName()),
                    tr(String.valueOf(e.getMessage())));
        }
    }

    private static Scenario ofTable(Table payoffs) {
        Record fresh =
                ParameterPath.ROOT
                        .at("game")
                        .write(
                                new Scenario().automatic(),
                                new NormalForm(payoffs, Commitment.RANDOMISED, List.of()));
        return (Scenario) ParameterPath.ROOT.at("title").write(fresh, "From a table");
    }

    /** Saves to the scenario's file, or asks for one; whether it was saved. */
    boolean save() {
        Path file = editor.file();
        return file == null ? saveAs() : write(file);
    }

    /** Asks for a file and saves to it; whether it was saved. */
    boolean saveAs() {
        Scenario scenario = editor.scenario();
        Path file = questions.save(scenario.title(), GambitFile.canHold(scenario.game()));
        if (file == null) {
            return false;
        }
        return GambitFile.looksLikeOne(file) ? giveOut(file) : write(file);
    }

    /** The game alone, for Gambit: the scenario itself stays unsaved. */
    private boolean giveOut(Path file) {
        Scenario scenario = editor.scenario();
        try {
            AtomicFile.write(
                    file,
                    GambitFile.write(scenario.title(), scenario.game())
                            .getBytes(StandardCharsets.UTF_8));
            say.accept(tr("Wrote the game to {0}; its settings are in no file yet.", file));
        } catch (IOException e) {
            questions.complain(
                    tr("The game could not be written"), tr(String.valueOf(e.getMessage())));
        }
        return false;
    }

    private boolean write(Path file) {
        try {
            ScenarioFile.save(editor.scenario(), file);
            editor.saved(file);
            draft.discard();
            recent.add(file);
            say.accept(tr("Saved {0}.", file));
            return true;
        } catch (IOException e) {
            questions.complain(
                    tr("The scenario could not be saved"), tr(String.valueOf(e.getMessage())));
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

    /** What earlier windows left unsaved, the newest first. */
    List<Draft.Left> leftUnsaved() {
        return draft.left();
    }

    /** Takes up what an earlier window left unsaved; whether it is settled what becomes of it. */
    boolean restore(Draft.Left left) {
        if (!release()) {
            return false;
        }
        if (!draft.takeUp(left)) {
            say.accept(tr("Another window has taken it up."));
            return true;
        }
        editor.recover(left.scenario(), null);
        say.accept(tr("Taken up again where you left off; it is not saved yet."));
        opened.run();
        return true;
    }

    void drop(Draft.Left left) {
        draft.drop(left);
    }
}
