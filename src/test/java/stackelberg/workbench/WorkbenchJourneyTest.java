package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.click;
import static stackelberg.workbench.WindowSteps.field;
import static stackelberg.workbench.WindowSteps.fire;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.tab;
import static stackelberg.workbench.WindowSteps.type;
import static stackelberg.workbench.WindowSteps.until;

import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.RunState;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Theme;

/** A person's way through the window: gallery, edit, train, pause, step, stop, look inside. */
class WorkbenchJourneyTest extends WindowJourney {
    @Test
    void fromTheGalleryToACertificate(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        picture("gallery-light");
        click(robot, "Open Maintain");
        until(() -> robot.lookup("#workbench").tryQuery().isPresent());
        pulses();
        picture("workbench-light");

        WindowSteps.unfold(robot);
        TextInputControl plays = field(robot, "#field-episode-responsePlays");
        String before = plays.getText();
        type(plays, "many");
        until(() -> window.editor().faults().size() == 1);
        assertThat(robot.lookup("#faults").queryAs(Labeled.class).getText()).contains("1 thing");
        press(robot, KeyCode.F5);
        assertThat(window.desk().runs()).isEmpty();
        picture("fault-light");
        type(plays, "450");
        until(() -> window.editor().faults().isEmpty());
        assertThat(window.editor().scenario().episode().responsePlays()).isEqualTo(450);
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        until(() -> plays.getText().equals(before));
        press(robot, KeyCode.CONTROL, KeyCode.Y);
        until(() -> plays.getText().equals("450"));
        type(field(robot, "#seeds"), "1-3");
        type(field(robot, "#field-budget"), "50000000");

        press(robot, KeyCode.F5);
        until(() -> first().latest().evaluation() != null);
        until(() -> first().latest().transitions() > 15_000);
        assertThat(window.desk().runs()).hasSize(3);
        pulses();
        picture("training-light");

        press(robot, KeyCode.F6);
        until(() -> first().state() == RunState.PAUSED);
        long episodes = first().latest().transitions();
        press(robot, KeyCode.F7);
        until(
                () ->
                        first().latest().transitions() > episodes
                                && first().state() == RunState.PAUSED);
        press(robot, KeyCode.CONTROL, KeyCode.T);
        until(() -> window.appearance().theme() == Theme.DARK);
        pulses();
        picture("training-dark");
        tab(robot, "Certificate");
        until(
                () ->
                        !robot.lookup("#certificate-optimum")
                                .queryAs(Labeled.class)
                                .getText()
                                .startsWith("being"));
        pulses();
        picture("certificate-dark");
        tab(robot, "Followers");
        pulses();
        picture("followers-dark");
        press(robot, KeyCode.F11);
        pulses();
        picture("present-dark");
        press(robot, KeyCode.CONTROL, KeyCode.T);
        pulses();
        picture("present-light");
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
        tab(robot, "Play");
        pulses();
        assertThat(robot.lookup("#inside-tabs").tryQuery()).isPresent();
        fire(robot.lookup("#play-forth").queryAs(Button.class));
        robot.moveTo("#play-forth");
        pulses();
        assertThat(robot.lookup("#pointer-ring").query().isVisible()).isTrue();
        picture("present-play");
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT2);
        press(robot, KeyCode.F11);
        press(robot, KeyCode.F6);
        until(() -> first().state() == RunState.RUNNING);
        press(robot, KeyCode.F8);
        until(() -> window.desk().runs().stream().allMatch(r -> r.state() == RunState.STOPPED));
        press(robot, KeyCode.CONTROL, KeyCode.G);
        press(robot, KeyCode.CONTROL, KeyCode.T);
        pulses();
        picture("gallery-dark");
        press(robot, KeyCode.CONTROL, KeyCode.G);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.appearance().zoom(13));
        pulses();
        assertThat(robot.lookup("#scenario-form").tryQuery()).as("folded away").isEmpty();
        picture("large-type-dark");
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
        pulses();
        assertThat(robot.lookup("#scenario-form").tryQuery()).isPresent();
        assertThat(robot.lookup("#inside-tabs").tryQuery()).as("gives its room away").isEmpty();
        picture("large-type-scenario");
        press(robot, KeyCode.CONTROL, KeyCode.DIGIT1);
        pulses();
        picture("large-type-charts");
    }

    private WatchedRun first() {
        return window.desk().runs().get(0);
    }

    private void picture(String name) {
        Screenshots.take(stage.getScene(), name);
    }
}
