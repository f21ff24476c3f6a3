package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.ClassList;
import stackelberg.workbench.session.Experiment;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.ScenarioEditor;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Presence;

/**
 * What the scenario asks, and below it what the run that is looked into has come to; in a worksheet
 * the person's prediction in between.
 */
final class QuestionBar extends VBox {
    private static final String PROMPT =
            "What is the best that the leader can earn? Predict it, on the scale of the chart.";

    private final ScenarioEditor editor;
    private final Consumer<ClassList.Entry> entries;
    private final Runnable revealed;
    private final Label prompt = new Label(tr(PROMPT));
    private final TextField predicted = new TextField();
    private final HBox prediction = new HBox(8);
    private final Label outcome = line("asked");
    private final HBox foretold = new HBox(8);
    private @Nullable WatchedRun run;
    private final Label question = line("asked");
    private final Label answer = line("answered");

    /**
     * @param entries takes what a person predicted, for the list of the class
     * @param revealed is told when what was hidden can be shown
     */
    QuestionBar(ScenarioEditor editor, Consumer<ClassList.Entry> entries, Runnable revealed) {
        super(2);
        this.editor = editor;
        this.entries = entries;
        this.revealed = revealed;
        predicted.setId("prediction");
        predicted.setPrefColumnCount(6);
        predicted.setMinWidth(USE_PREF_SIZE);
        predicted.setAccessibleText(tr(PROMPT));
        predicted.setOnAction(e -> predict());
        Button see = new Button(tr("See it"));
        see.setId("predict");
        see.setMinWidth(USE_PREF_SIZE);
        see.setOnAction(e -> predict());
        prompt.setWrapText(true);
        prediction.getChildren().addAll(prompt, predicted, see);
        prediction.setAlignment(Pos.CENTER_LEFT);
        outcome.setId("predicted");
        Button enter = new Button(tr("Best of the class …"));
        enter.setId("prediction-enter");
        enter.getStyleClass().add("small");
        enter.setMinWidth(USE_PREF_SIZE);
        enter.setOnAction(e -> enter());
        foretold.getChildren().addAll(outcome, enter);
        foretold.setAlignment(Pos.CENTER_LEFT);
        setId("question-bar");
        getStyleClass().add("question-bar");
        question.setId("asked");
        answer.setId("answered");
        getChildren().addAll(question, prediction, foretold, answer);
        show(null);
    }

    private static Label line(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private void predict() {
        WatchedRun of = run;
        if (of == null) {
            return;
        }
        try {
            of.experiment().predict(Numbers.parse(predicted.getText()));
            predicted.clear();
            revealed.run();
        } catch (IllegalArgumentException e) {
            prompt.setText(tr(PROMPT) + " (" + tr(String.valueOf(e.getMessage())) + ")");
        }
    }

    /** Shows the question of a run's scenario with its answer; without a run, the open one's. */
    void show(@Nullable WatchedRun shown) {
        if (shown != run) {
            run = shown;
            prompt.setText(tr(PROMPT));
        }
        say(
                question,
                shown == null
                        ? tr(editor.scenario().question())
                        : tr(shown.experiment().scenario().question()));
        say(
                answer,
                shown == null || shown.latest().verdict() == null
                        ? ""
                        : tr("Seed {0}: {1}", shown.seed(), shown.verdict()));
        Presence.of(prediction, shown != null && shown.experiment().concealed());
        String compared = shown == null ? "" : compared(shown.experiment());
        say(outcome, compared);
        Presence.of(foretold, !compared.isEmpty());
        boolean some =
                question.isManaged()
                        || answer.isManaged()
                        || prediction.isManaged()
                        || foretold.isManaged();
        setVisible(some);
        setManaged(some);
    }

    /** How far a prediction is from the optimum; empty if there was none. */
    private static String compared(Experiment experiment) {
        double prediction = experiment.prediction();
        if (Double.isNaN(prediction)) {
            return "";
        }
        String said = tr("You predicted {0}. ", Numbers.shown(prediction));
        double optimum = experiment.optimum();
        if (Double.isNaN(optimum)) {
            return said
                    + (experiment.solving()
                            ? tr("The exact optimum is being computed …")
                            : tr("Nothing exact is known about this game."));
        }
        double off = Math.abs(prediction - optimum);
        return tr(
                "{0}The optimum is {1}{2}",
                said,
                Numbers.shown(optimum),
                (off < 5e-5 ? tr(": exactly so.") : tr(", {0} away.", Numbers.shown(off))));
    }

    private void enter() {
        WatchedRun of = run;
        if (of != null && !Double.isNaN(of.experiment().optimum())) {
            entries.accept(
                    new ClassList.Entry(
                            tr("{0}: predict the optimum", of.experiment().scenario().title()),
                            "",
                            -Math.abs(of.experiment().prediction() - of.experiment().optimum()),
                            outcome.getText()));
        }
    }

    private static void say(Label label, String words) {
        if (!words.equals(label.getText()) || label.isManaged() == words.isEmpty()) {
            label.setText(words);
            label.setVisible(!words.isEmpty());
            label.setManaged(!words.isEmpty());
        }
    }
}
