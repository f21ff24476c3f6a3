package stackelberg.workbench;

import java.nio.file.Path;
import java.util.ConcurrentModificationException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.ExactAnswers;
import stackelberg.workbench.session.LiveRun;
import stackelberg.workbench.session.UserFolders;

/** What the tests of the window do with it. */
final class WindowSteps {
    /** At least so many samples are in the gallery. */
    static final int SAMPLES = 8;

    private static final int PATIENCE_SECONDS = 120;

    private WindowSteps() {}

    static WorkbenchWindow open(Stage stage, Path data) {
        WorkbenchWindow window =
                new WorkbenchWindow(
                        stage,
                        new Surroundings(
                                new UserFolders(data),
                                Path.of("sample-scenarios"),
                                LiveRun::of,
                                ExactAnswers::of,
                                stackelberg.engine.Landmark::of));
        window.show();
        return window;
    }

    /** Presses the button with this accessible text, once it is there. */
    static void click(FxRobot robot, String accessibleText) {
        Predicate<Node> named = n -> accessibleText.equals(n.getAccessibleText());
        try {
            until(() -> robot.lookup(named).tryQuery().isPresent());
        } catch (TimeoutException e) {
            throw new AssertionError("nothing is called \"" + accessibleText + "\"", e);
        }
        fire(robot.lookup(named).query());
    }

    static void fire(ButtonBase button) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, button::fire);
    }

    static void press(FxRobot robot, KeyCode... keys) {
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void tab(FxRobot robot, String title) {
        TabPane tabs = robot.lookup("#inside-tabs").queryAs(TabPane.class);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    tabs.getTabs().stream()
                            .filter(t -> t.getText().equals(title))
                            .forEach(tabs.getSelectionModel()::select);
                    // What it holds becomes part of the window now, and not with the next pulse.
                    tabs.applyCss();
                    tabs.layout();
                });
    }

    static TextInputControl field(FxRobot robot, String id) {
        return (TextInputControl) part(robot, id);
    }

    /** Looked for on the window's thread: from any other the window may change meanwhile. */
    static Node part(FxRobot robot, String id) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> robot.lookup(id).query());
    }

    /** Opens the section for what is settled automatically. */
    static void unfold(FxRobot robot) {
        TitledPane settings = (TitledPane) part(robot, "#settings");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> settings.setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
    }

    static void type(TextInputControl field, String text) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> field.setText(text));
    }

    /** Lets charts and tables catch up. */
    static void pulses() {
        for (int i = 0; i < 40; i++) {
            WaitForAsyncUtils.waitForFxEvents(1);
            WaitForAsyncUtils.sleep(30, TimeUnit.MILLISECONDS);
        }
    }

    /** Waits as long as it takes, within generous bounds. */
    static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS,
                TimeUnit.SECONDS,
                () -> {
                    try {
                        return condition.call();
                    } catch (IndexOutOfBoundsException | ConcurrentModificationException e) {
                        // TestFX looks through the window from another thread, and it changed.
                        return false;
                    }
                });
    }
}
