package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.until;

import java.nio.file.Path;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
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
import stackelberg.engine.RunState;
import stackelberg.workbench.session.FakeRun;
import stackelberg.workbench.session.UserFolders;

/** A run or an oracle that fails is said plainly, and the window goes on. */
@ExtendWith(ApplicationExtension.class)
class FailedRunTest {
    @TempDir Path data;

    private Stage stage;
    private WorkbenchWindow window;
    private FakeRun run;

    @Start
    void open(Stage opened) {
        stage = opened;
        window =
                new WorkbenchWindow(
                        stage,
                        new Surroundings(
                                new UserFolders(data),
                                null,
                                (scenario, seed, folder) -> {
                                    run = new FakeRun(scenario, seed);
                                    return run;
                                },
                                game -> {
                                    throw new IllegalStateException("no oracle today");
                                },
                                scenario -> {
                                    throw new IllegalStateException("no comparison today");
                                }));
        window.show();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::shutDown);
    }

    @Test
    void whatFailedIsSaidAndTheWindowGoesOn(FxRobot robot) throws Exception {
        press(robot, KeyCode.F5);
        until(() -> window.desk().runs().size() == 1);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> run.become(RunState.FAILED));
        until(
                () ->
                        robot.lookup("#status .label").queryAllAs(Labeled.class).stream()
                                .anyMatch(label -> label.getText().contains("seed 1")));
        TableView<?> table = robot.lookup("#runs").queryAs(TableView.class);
        until(() -> ((RunRow) table.getItems().get(0)).state().get().startsWith("failed"));
        WindowSteps.tab(robot, "Certificate");
        pulses();
        assertThat(robot.lookup("#certificate-optimum").queryAs(Labeled.class).getText())
                .isEqualTo("not found");
        Screenshots.take(stage.getScene(), "failed-light");
        press(robot, KeyCode.F1);
        until(() -> robot.lookup("#help-page").tryQuery().isPresent());
        DialogPane help = robot.lookup("#help-page").queryAs(DialogPane.class);
        Screenshots.take(help.getScene(), "help-light");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> help.getScene().getWindow().hide());
    }
}
