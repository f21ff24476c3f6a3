package stackelberg.workbench;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.ScenarioEditor;
import stackelberg.workbench.session.WatchedRun;

/** What the scenario asks, and below it what the run that is looked into has come to. */
final class QuestionBar extends VBox {
    private final ScenarioEditor editor;
    private final Label question = line("asked");
    private final Label answer = line("answered");

    QuestionBar(ScenarioEditor editor) {
        super(2);
        this.editor = editor;
        setId("question-bar");
        getStyleClass().add("question-bar");
        question.setId("asked");
        answer.setId("answered");
        getChildren().addAll(question, answer);
        show(null);
    }

    private static Label line(String style) {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    /** Shows the question of a run's scenario with its answer; without a run, the open one's. */
    void show(@Nullable WatchedRun run) {
        say(
                question,
                run == null
                        ? editor.scenario().question()
                        : run.experiment().scenario().question());
        say(
                answer,
                run == null || run.latest().verdict() == null
                        ? ""
                        : "Seed " + run.seed() + ": " + run.verdict());
        boolean some = question.isManaged() || answer.isManaged();
        setVisible(some);
        setManaged(some);
    }

    private static void say(Label label, String words) {
        if (!words.equals(label.getText()) || label.isManaged() == words.isEmpty()) {
            label.setText(words);
            label.setVisible(!words.isEmpty());
            label.setManaged(!words.isEmpty());
        }
    }
}
