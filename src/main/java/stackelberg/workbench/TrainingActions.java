package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.RunState;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.Seeds;
import stackelberg.workbench.session.Experiment;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.ScenarioEditor;
import stackelberg.workbench.session.TrainingDesk;

/** What a person does with training: begin, step, hold, go on. */
final class TrainingActions {
    /** What is known to take longer is asked about before. */
    private static final double LONG_SECONDS = 300;

    private final WorkbenchWindow window;
    private final ScenarioEditor editor;
    private final TrainingDesk desk;
    private final Questions questions;
    private final ToDoubleFunction<Scenario> seconds;

    /**
     * @param seconds how long a seed of a scenario takes here; NaN if that is not known
     */
    TrainingActions(
            WorkbenchWindow window,
            ScenarioEditor editor,
            TrainingDesk desk,
            Questions questions,
            ToDoubleFunction<Scenario> seconds) {
        this.window = window;
        this.editor = editor;
        this.desk = desk;
        this.questions = questions;
        this.seconds = seconds;
    }

    /** Begins an experiment with the scenario as it stands; whether that was possible. */
    boolean train() {
        if (!editor.faults().isEmpty()) {
            window.showWorkbench();
            window.say(tr("Mend what is marked first, then train."));
            window.revealFault();
            return false;
        }
        Scenario wanted = bearable(editor.scenario());
        if (wanted == null) {
            return false;
        }
        Experiment experiment = desk.begin(wanted);
        window.show(experiment);
        window.say(
                tr(
                        "Training {0}{1}",
                        experiment.name(),
                        (desk.trouble().isEmpty() ? "." : ", " + desk.trouble() + ".")));
        return true;
    }

    /** The scenario, or with one seed only, or null: asked if it is known to take long. */
    private @Nullable Scenario bearable(Scenario scenario) {
        double each = seconds.applyAsDouble(scenario);
        int seeds = Seeds.parse(scenario.seeds()).size();
        double all = each * Math.ceil((double) seeds / desk.queue().threads());
        if (Double.isNaN(each) || all < LONG_SECONDS) {
            return scenario;
        }
        return switch (questions.lengthy(each, seeds, all)) {
            case ALL -> scenario;
            case ONE_SEED ->
                    (Scenario)
                            ParameterPath.ROOT
                                    .at("seeds")
                                    .write(scenario, "" + Seeds.parse(scenario.seeds()).get(0));
            case CANCEL -> null;
        };
    }

    /** Puts another scenario into the form, as a step that can be undone, and trains it. */
    void trainInstead(Scenario scenario) {
        editor.replace(scenario);
        train();
    }

    /** Goes on by one outer episode; begins an experiment if none is under way. */
    void step() {
        if (desk.queue().busy() || trainHeld()) {
            desk.queue().step();
            window.say(tr("One outer episode, then pause."));
        }
    }

    /** The same by one play. */
    void stepPlay() {
        if (desk.queue().busy() || trainHeld()) {
            desk.queue().stepPlay();
            window.say(tr("One play, then pause."));
        }
    }

    /** The same to the end of the learner's iteration. */
    void stepUpdate() {
        if (desk.queue().busy() || trainHeld()) {
            desk.queue().stepUpdate();
            window.say(tr("To the next update, then pause."));
        }
    }

    private boolean trainHeld() {
        boolean begun = train();
        if (begun) {
            desk.queue().pause();
        }
        return begun;
    }

    /** Holds all training, or lets it go on. */
    void pauseOrResume() {
        if (desk.queue().held()) {
            desk.queue().resume();
            window.say(tr("Training goes on."));
        } else {
            desk.queue().pause();
            window.say(tr("Paused."));
        }
    }

    /** Says that all is over. What failed was said already, and is not to be covered up. */
    void over() {
        if (desk.runs().stream().noneMatch(run -> run.state() == RunState.FAILED)) {
            window.say(tr("All runs are over."));
        }
    }
}
