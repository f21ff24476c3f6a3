package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.controlsfx.control.StatusBar;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.workbench.session.Experiment;
import stackelberg.workbench.session.ScenarioEditor;
import stackelberg.workbench.session.TrainingDesk;

/** The bottom line: what happened last, how far training has come, what is to be mended. */
final class StatusLine extends StatusBar {
    private static final long LEAST_INTERVAL = 250_000_000;

    private final Label progress = new Label();
    private final Button faults = new Button("", new FontIcon("fth-alert-triangle"));
    private long refreshedAt = Long.MIN_VALUE / 2;

    /**
     * @param reveal shows the first fault of the scenario
     */
    StatusLine(ScenarioEditor editor, Runnable reveal) {
        setId("status");
        setText("");
        progress.setId("progress");
        progress.setMaxHeight(Double.MAX_VALUE);
        faults.setId("faults");
        faults.getStyleClass().addAll("small", "danger", "flat");
        faults.setOnAction(e -> reveal.run());
        getRightItems().addAll(progress, faults);
        editor.listen(change -> count(editor.faults().size()));
        count(editor.faults().size());
    }

    private void count(int found) {
        faults.setText(found == 1 ? tr("1 thing to mend") : tr("{0} things to mend", found));
        faults.setVisible(found > 0);
        faults.setManaged(found > 0);
    }

    /** Says something. */
    void say(String message) {
        setText(tr(message));
    }

    /** Shows how far the newest experiment is, at most four times a second. */
    void pulse(long now, TrainingDesk desk) {
        if (now - refreshedAt < LEAST_INTERVAL) {
            return;
        }
        refreshedAt = now;
        Experiment experiment = desk.newest();
        show(experiment == null || experiment.runs().isEmpty() ? null : experiment, desk);
    }

    private void show(@Nullable Experiment experiment, TrainingDesk desk) {
        if (experiment == null) {
            progress.setText("");
            setProgress(0);
            return;
        }
        Progress now = Progress.of(experiment);
        String held = desk.queue().held() ? tr("paused") : "";
        progress.setText(
                held.isEmpty() || now.words().isEmpty()
                        ? held + now.words()
                        : held + " · " + now.words());
        setProgress(desk.queue().busy() ? Math.min(0.999, now.share()) : 0);
    }
}
