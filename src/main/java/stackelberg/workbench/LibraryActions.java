package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.stage.Window;
import stackelberg.engine.About;
import stackelberg.engine.Run;
import stackelberg.engine.RunLibrary;
import stackelberg.engine.RunRecord;
import stackelberg.engine.SavedRun;
import stackelberg.scenario.Differences;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.library.LibraryView;
import stackelberg.workbench.library.RunList;
import stackelberg.workbench.library.SettingsDialog;

/** What a person does with the runs on disk; files are touched by a thread of their own. */
final class LibraryActions implements LibraryView.Doors {
    private final WorkbenchWindow window;
    private final Window owner;
    private final Questions questions;
    private final RunLibrary library;
    private final LibraryView view = new LibraryView(this);
    private final DiskThread disk = new DiskThread();

    private volatile boolean ofBin;

    LibraryActions(WorkbenchWindow window, Window owner, Questions questions, RunLibrary library) {
        this.window = window;
        this.owner = owner;
        this.questions = questions;
        this.library = library;
    }

    LibraryView view() {
        return view;
    }

    /** Does it, says what went wrong, and shows what there is then. */
    private void work(DiskThread.Work work) {
        disk.work(
                work,
                () -> new RunList(ofBin ? library.thrownAway() : library.records()),
                view::show,
                window::say);
    }

    @Override
    public void refresh(boolean bin) {
        ofBin = bin;
        work(() -> {});
    }

    @Override
    public void look(List<RunRecord> runs, boolean beside) {
        open(runs, SavedRun::look, beside);
    }

    @Override
    public void goOn(List<RunRecord> runs) {
        open(runs, SavedRun::resume, false);
        window.say(runs.size() == 1 ? tr("The run goes on.") : tr("{0} runs go on.", runs.size()));
    }

    /** Opens the run in a folder, or all the runs in its folders, wherever it lies. */
    void openFolder(Path folder) {
        disk.execute(
                () -> {
                    try {
                        List<RunRecord> records = new ArrayList<>();
                        for (Path run : SavedRun.folders(folder)) {
                            RunRecord.readIfThere(run).ifPresent(records::add);
                        }
                        Platform.runLater(() -> look(records, false));
                    } catch (IOException e) {
                        Platform.runLater(
                                () ->
                                        questions.complain(
                                                tr("These runs cannot be opened"),
                                                e.getMessage() + "."));
                    }
                });
    }

    private interface Opening {
        Run of(Path folder) throws IOException;
    }

    /** Opens runs behind the window's back, and shows those of one scenario as one experiment. */
    private void open(List<RunRecord> records, Opening opening, boolean beside) {
        disk.execute(
                () -> {
                    Map<Scenario, List<Run>> byScenario = new LinkedHashMap<>();
                    List<String> troubles = new ArrayList<>();
                    int gone = 0;
                    for (RunRecord record : records) {
                        try {
                            Run run = opening.of(record.folder());
                            byScenario
                                    .computeIfAbsent(
                                            run.scenario().withSeeds("1"), s -> new ArrayList<>())
                                    .add(run);
                        } catch (IOException | RuntimeException e) {
                            if (SavedRun.isIn(record.folder())) {
                                troubles.add(tr(String.valueOf(e.getMessage())));
                            } else {
                                gone++;
                            }
                        }
                    }
                    int without = gone;
                    Platform.runLater(
                            () -> {
                                bring(byScenario, troubles, beside);
                                sayGone(without);
                            });
                });
    }

    private void bring(Map<Scenario, List<Run>> byScenario, List<String> troubles, boolean beside) {
        if (!beside && !byScenario.isEmpty()) {
            window.desk().clear();
        }
        byScenario.forEach((scenario, runs) -> window.bring(withSeeds(scenario, runs), runs));
        if (!troubles.isEmpty()) {
            questions.complain(
                    troubles.size() == 1
                            ? tr("This run cannot be opened")
                            : tr("{0} runs cannot be opened", troubles.size()),
                    String.join("\n", troubles));
        }
    }

    /** A list may show for a moment what was moved or deleted: that is no damage. */
    private void sayGone(int runs) {
        if (runs > 0) {
            window.say(
                    runs == 1
                            ? tr("A run is not there any more: it was moved or deleted.")
                            : tr("{0} runs are not there any more: moved or deleted.", runs));
        }
    }

    private static Scenario withSeeds(Scenario scenario, List<Run> runs) {
        return scenario.withSeeds(
                String.join(",", runs.stream().map(run -> "" + run.seed()).toList()));
    }

    @Override
    public void compare(List<RunRecord> runs) {
        disk.execute(
                () -> {
                    try {
                        List<Scenario> scenarios = new ArrayList<>();
                        for (RunRecord run : runs) {
                            scenarios.add(SavedRun.scenario(run.folder()));
                        }
                        List<Differences.Difference> differences = Differences.of(scenarios);
                        Platform.runLater(() -> SettingsDialog.show(owner, runs, differences));
                    } catch (IOException e) {
                        Platform.runLater(() -> window.say(tr(e.getMessage()) + "."));
                    }
                });
    }

    @Override
    public void say(RunRecord run, About words) {
        work(() -> run.say(words));
    }

    @Override
    public void throwAway(List<RunRecord> runs) {
        work(
                () -> {
                    for (RunRecord run : runs) {
                        library.throwAway(run);
                    }
                });
        window.say(
                tr(
                        "{0} moved to the bin, from where it can be taken back.",
                        (runs.size() == 1 ? tr("One run was") : tr("{0} runs were", runs.size()))));
    }

    @Override
    public void takeBack(List<RunRecord> runs) {
        work(
                () -> {
                    for (RunRecord run : runs) {
                        library.takeBack(run);
                    }
                });
    }

    @Override
    public void emptyBin() {
        if (questions.sure(
                tr("Empty the bin?"),
                tr("The runs in it are deleted for good."),
                tr("Delete for good"))) {
            work(library::emptyBin);
        }
    }

    @Override
    public long studies(String words) {
        return window.studies().desk().studies().stream().filter(one -> one.has(words)).count();
    }

    @Override
    public void showStudies(String words) {
        window.studies().view().search(words);
        window.showStudies();
    }

    /** Looks for runs whose program ended before they did, and offers to go on with them. */
    void offer() {
        disk.execute(
                () -> {
                    List<RunRecord> left =
                            library.records().stream().filter(RunRecord::offered).toList();
                    if (!left.isEmpty()) {
                        Platform.runLater(() -> window.offerRuns(left));
                    }
                });
    }

    /** Does not offer these again; they stay in the library. */
    void setAside(List<RunRecord> runs) {
        work(
                () -> {
                    for (RunRecord run : runs) {
                        run.say(new About(run.about().name(), run.about().note(), true));
                    }
                });
    }
}
