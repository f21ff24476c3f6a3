package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.tab;
import static stackelberg.workbench.WindowSteps.until;

import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.RunState;
import stackelberg.workbench.session.ParameterPath;
import stackelberg.workbench.session.WatchedRun;

/** A person changes what they see the run do, and steps through it. */
class SteerJourneyTest extends WindowJourney {
    private WatchedRun first() {
        return window.desk().runs().get(0);
    }

    @Test
    void aValueIsChangedInAllSeeds(FxRobot robot) throws Exception {
        inWindow(
                () -> {
                    window.editor().edit(ParameterPath.ROOT.at("budget"), 1_000_000_000L);
                    window.editor().edit(ParameterPath.ROOT.at("seeds"), "1-2");
                    window.training().train();
                });
        until(() -> first().latest().transitions() > 20_000);
        tab(robot, "Steer");
        until(() -> robot.lookup("#steer-leader-learningRate").tryQuery().isPresent());
        TextField field = robot.lookup("#steer-leader-learningRate").query();
        Label fault = robot.lookup("#steer-fault").query();
        inWindow(
                () -> {
                    field.setText("-1");
                    field.fireEvent(new javafx.event.ActionEvent());
                });
        assertThat(fault.getText()).contains("leader.learningRate");
        inWindow(
                () -> {
                    field.setText("0.005");
                    field.fireEvent(new javafx.event.ActionEvent());
                });
        assertThat(fault.getText()).isEmpty();
        until(
                () ->
                        window.desk().runs().stream()
                                .allMatch(run -> run.latest().steerings().size() == 1));
        until(() -> first().latest().transitions() > 200_000);
        pulses();
        Screenshots.take(stage.getScene(), "steer-light");

        press(robot, KeyCode.F6);
        until(() -> first().state() == RunState.PAUSED);
        long transitions = first().latest().transitions();
        press(robot, KeyCode.CONTROL, KeyCode.F7);
        // The update under way may need no more transitions; then the next one does.
        until(
                () -> {
                    boolean paused = first().state() == RunState.PAUSED;
                    boolean more = first().latest().transitions() > transitions;
                    if (paused && !more) {
                        inWindow(window.training()::stepUpdate);
                    }
                    return paused && more;
                });
        long before = first().latest().plays();
        press(robot, KeyCode.SHIFT, KeyCode.F7);
        until(() -> first().latest().plays() > before && first().state() == RunState.PAUSED);
        long after = first().latest().plays();
        press(robot, KeyCode.SHIFT, KeyCode.F7);
        until(() -> first().latest().plays() > after && first().state() == RunState.PAUSED);
        assertThat(first().latest().plays()).isEqualTo(after + 1);

        // What was just made is told, and so is what is made in slow motion.
        tab(robot, "Play");
        until(() -> robot.lookup("#play-live").tryQuery().filter(Node::isVisible).isPresent());
        until(() -> told(robot).matches("(?s).*[12]\\. (Response|Reward) phase.*End.*"));
        String stepped = told(robot);
        Screenshots.take(stage.getScene(), "play-as-it-is-made-light");
        press(robot, KeyCode.SHIFT, KeyCode.F7);
        until(() -> !told(robot).equals(stepped));
        String before2 = told(robot);
        inWindow(
                () -> {
                    window.desk().queue().speed(20);
                    window.desk().queue().resume();
                });
        until(() -> !told(robot).equals(before2));
        inWindow(
                () -> {
                    window.desk().queue().speed(Double.POSITIVE_INFINITY);
                    window.desk().queue().stop();
                });
    }

    /** All that stands in the story of a play, which changes as one looks. */
    private static String told(FxRobot robot) {
        return WaitForAsyncUtils.waitForAsyncFx(
                20_000,
                () ->
                        robot.lookup(".event .label").queryAllAs(Label.class).stream()
                                .map(Label::getText)
                                .collect(Collectors.joining("\n")));
    }
}
