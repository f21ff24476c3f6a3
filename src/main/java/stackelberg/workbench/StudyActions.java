package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.awt.Desktop;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import stackelberg.engine.About;
import stackelberg.engine.Run;
import stackelberg.engine.SavedRun;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.Seeds;
import stackelberg.study.Cell;
import stackelberg.study.Job;
import stackelberg.study.Study;
import stackelberg.study.StudyRecipes;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.SampleStudies;
import stackelberg.workbench.session.ScenarioEditor;
import stackelberg.workbench.session.StudyDesk;
import stackelberg.workbench.session.WatchedStudy;
import stackelberg.workbench.study.StudiesView;

/** What a person does with studies in the window. */
final class StudyActions implements StudiesView.Doors {
    private static final Logger LOG = LoggerFactory.getLogger(StudyActions.class);

    private final WorkbenchWindow window;
    private final Surroundings surroundings;
    private final Questions questions;
    private final ScenarioEditor editor;
    private final StudyDesk desk;
    private final StudiesView view;
    private final DiskThread disk = new DiskThread();

    /** Whether the bin is listed. */
    private volatile boolean ofBin;

    StudyActions(
            WorkbenchWindow window,
            Surroundings surroundings,
            Questions questions,
            ScenarioEditor editor) {
        this.window = window;
        this.surroundings = surroundings;
        this.questions = questions;
        this.editor = editor;
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.desk = new StudyDesk(surroundings.folders(), LocalDateTime::now, workers);
        this.view = new StudiesView(desk, this);
    }

    StudyDesk desk() {
        return desk;
    }

    StudiesView view() {
        return view;
    }

    /** Reads what comes with the program and what earlier windows left. On a thread of its own. */
    void read() {
        List<SampleStudies.Sample> samples = SampleStudies.read(surroundings.samples());
        List<WatchedStudy> left = desk.left();
        List<WatchedStudy> interrupted = left.stream().filter(WatchedStudy::interrupted).toList();
        Platform.runLater(
                () -> {
                    view.samples(samples);
                    desk.takeIn(left);
                    view.fill(desk.studies());
                    window.offerStudies(interrupted);
                });
    }

    /** Does something with the disk, says what went wrong, and lists what there is then. */
    private void work(DiskThread.Work work) {
        disk.work(work, () -> ofBin ? desk.thrownAway() : desk.studies(), view::fill, window::say);
    }

    /** Shows what is new of the study that is seen, and says which have ended. */
    void pulse(long now) {
        view.pulse(now);
        for (WatchedStudy study : desk.ended()) {
            String trouble = study.trouble();
            window.say(
                    !trouble.isEmpty()
                            ? tr("{0} has ended. {1}", study.name(), trouble)
                            : study.stopped()
                                    ? tr("{0} was stopped; it can be gone on with.", study.name())
                                    : tr("{0} is trained.", study.name()));
        }
    }

    @Override
    public void refresh(boolean bin) {
        ofBin = bin;
        work(() -> {});
    }

    @Override
    public boolean keeps(WatchedStudy study) {
        return desk.keeps(study);
    }

    @Override
    public void describe(WatchedStudy study) {
        About said = questions.about(study.study().title(), study.about());
        if (said != null) {
            say(study, said);
        }
    }

    void say(WatchedStudy study, About words) {
        work(() -> desk.say(study, words));
    }

    @Override
    public void throwAway(WatchedStudy study) {
        work(() -> desk.throwAway(study));
        window.say(tr("{0} moved to the bin, from where it can be taken back.", study.name()));
    }

    @Override
    public void takeBack(WatchedStudy study) {
        work(() -> desk.takeBack(study));
    }

    @Override
    public void emptyBin() {
        if (questions.sure(
                tr("Empty the bin?"),
                tr("The studies in it are deleted for good, with all their runs."),
                tr("Delete for good"))) {
            work(desk::emptyBin);
        }
    }

    /** Makes a study of the open scenario and trains it. */
    void begin(Function<Scenario, Study> recipe) {
        if (!editor.faults().isEmpty()) {
            window.say(tr("Mend what is marked first, then study it."));
            return;
        }
        Scenario scenario = editor.scenario();
        disk.execute(
                () -> {
                    try {
                        WatchedStudy study = desk.add(recipe.apply(scenario));
                        desk.train(study);
                        Platform.runLater(() -> begun(study));
                    } catch (IOException e) {
                        Platform.runLater(
                                () ->
                                        questions.complain(
                                                tr("This study cannot begin"),
                                                tr(String.valueOf(e.getMessage()))));
                    }
                });
    }

    private void begun(WatchedStudy study) {
        show(study);
        window.showStudies();
        window.say(tr("Training {0}.", study.study().title()));
    }

    /** Trains what is not over of these, and shows the first. */
    void trainOn(List<WatchedStudy> studies) {
        studies.forEach(desk::train);
        show(studies.get(0));
        window.showStudies();
    }

    /** Does not offer these again; they stay among the studies. */
    void setAside(List<WatchedStudy> studies) {
        work(() -> studies.forEach(WatchedStudy::setAside));
    }

    private void show(WatchedStudy study) {
        ofBin = false;
        view.show(study);
    }

    /** Asks for values of a parameter and studies them. */
    void vary(ParameterPath path) {
        if (!editor.faults().isEmpty()) {
            window.say(tr("Mend what is marked first, then study it."));
            return;
        }
        String place = path.text().substring(2);
        String value = StudyRecipes.valueAt(editor.scenario(), place);
        if (value.isEmpty()) {
            window.say(tr("Only a single number, word or mark can be varied here."));
            return;
        }
        String name = place.substring(place.lastIndexOf('.') + 1);
        List<String> values = questions.values(place, suggested(value));
        if (!values.isEmpty()) {
            begin(scenario -> StudyRecipes.vary(scenario, place, name, values));
        }
    }

    private static String suggested(String value) {
        if (value.equals("true") || value.equals("false")) {
            return "true, false";
        }
        try {
            double number = Double.parseDouble(value);
            return text(number / 2) + ", " + text(number) + ", " + text(2 * number);
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** Three digits: what a person would vary by. */
    private static String text(double number) {
        double rounded = new BigDecimal(number).round(new MathContext(3)).doubleValue();
        return Numbers.edited(rounded);
    }

    @Override
    public void open(Path file) {
        try {
            show(desk.open(file));
            window.showStudies();
        } catch (IOException e) {
            questions.complain(
                    tr("This study cannot be opened"), tr(String.valueOf(e.getMessage())));
        }
    }

    @Override
    public void choose() {
        Path file = questions.open();
        if (file != null) {
            open(file);
        }
    }

    @Override
    public void look(WatchedStudy study, Cell cell) {
        List<Run> saved = new ArrayList<>();
        try {
            for (long seed : Seeds.parse(study.study().seeds())) {
                Job job = new Job(cell, seed);
                if (study.folder().result(job).isPresent()) {
                    saved.add(SavedRun.look(study.folder().job(job)));
                }
            }
        } catch (IOException e) {
            questions.complain(
                    tr("These runs cannot be opened"), tr(String.valueOf(e.getMessage())));
            return;
        }
        if (saved.isEmpty()) {
            window.say(tr("No run of this row is over yet."));
        } else {
            Scenario scenario = saved.get(0).scenario();
            String levels = String.join(", ", cell.levels().values());
            String title = scenario.title() + (levels.isEmpty() ? "" : ": " + levels);
            window.look((Scenario) ParameterPath.ROOT.at("title").write(scenario, title), saved);
        }
    }

    @Override
    public void report(WatchedStudy study) {
        Path file = study.folder().report();
        window.say(tr("The report is {0}.", file));
        Thread opener =
                new Thread(
                        () -> {
                            try {
                                if (Desktop.isDesktopSupported()) {
                                    Desktop.getDesktop().browse(file.toUri());
                                }
                            } catch (IOException | RuntimeException e) {
                                LOG.debug("no browser opens the report", e);
                            }
                        },
                        "opens a report");
        opener.setDaemon(true);
        opener.start();
    }
}
