package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.ExactAnswers;
import stackelberg.engine.RunState;
import stackelberg.workbench.session.LiveRun;
import stackelberg.workbench.session.UserFolders;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Theme;

/** A person's way through the window: gallery, edit, train, pause, step, stop, look inside. */
@ExtendWith(ApplicationExtension.class)
class WorkbenchJourneyTest {
    @TempDir static Path data;

    private Stage stage;
    private WorkbenchWindow window;

    @Start
    void open(Stage opened) {
        stage = opened;
        window =
                new WorkbenchWindow(
                        stage,
                        new Surroundings(
                                new UserFolders(data),
                                Path.of("sample-scenarios"),
                                LiveRun::of,
                                ExactAnswers::of));
        window.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::shutDown);
    }

    @Test
    void fromTheGalleryToACertificate(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        picture("gallery-light");
        click(robot, "Open Maintain");
        until(() -> robot.lookup("#workbench").tryQuery().isPresent());
        picture("workbench-light");

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
        robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
        until(() -> plays.getText().equals(before));
        robot.press(KeyCode.CONTROL, KeyCode.Y).release(KeyCode.Y, KeyCode.CONTROL);
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
        robot.press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
        until(() -> window.theme() == Theme.DARK);
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
        robot.press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
        pulses();
        picture("present-light");
        press(robot, KeyCode.F11);
        press(robot, KeyCode.F6);
        until(() -> first().state() == RunState.RUNNING);
        press(robot, KeyCode.F8);
        until(() -> window.desk().runs().stream().allMatch(r -> r.state() == RunState.STOPPED));
        robot.press(KeyCode.CONTROL, KeyCode.G).release(KeyCode.G, KeyCode.CONTROL);
        robot.press(KeyCode.CONTROL, KeyCode.T).release(KeyCode.T, KeyCode.CONTROL);
        pulses();
        picture("gallery-dark");
    }

    private WatchedRun first() {
        return window.desk().runs().get(0);
    }

    private void picture(String name) {
        Screenshots.take(stage.getScene(), name);
    }

    private static void click(FxRobot robot, String accessibleText) {
        Node node = robot.lookup(n -> accessibleText.equals(n.getAccessibleText())).query();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> ((javafx.scene.control.Button) node).fire());
    }

    private static void press(FxRobot robot, KeyCode key) {
        robot.press(key).release(key);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void tab(FxRobot robot, String title) {
        javafx.scene.control.TabPane tabs =
                robot.lookup("#inside-tabs").queryAs(javafx.scene.control.TabPane.class);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        tabs.getTabs().stream()
                                .filter(t -> t.getText().equals(title))
                                .forEach(tabs.getSelectionModel()::select));
    }

    private static TextInputControl field(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(TextInputControl.class);
    }

    private static void type(TextInputControl field, String text) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> field.setText(text));
    }

    /** Lets the charts and tables catch up. */
    private static void pulses() {
        for (int i = 0; i < 40; i++) {
            WaitForAsyncUtils.waitForFxEvents(1);
            WaitForAsyncUtils.sleep(30, TimeUnit.MILLISECONDS);
        }
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
    }
}
