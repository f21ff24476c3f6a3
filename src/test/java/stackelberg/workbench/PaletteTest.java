package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.type;
import static stackelberg.workbench.WindowSteps.until;

import java.util.List;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.workbench.theme.Theme;

/** Anything is found by a few letters; what a person prefers holds in the next window too. */
class PaletteTest extends WindowJourney {
    private void find(FxRobot robot, String letters) {
        press(robot, KeyCode.CONTROL, KeyCode.K);
        type(robot.lookup("#palette-search").query(), letters);
    }

    @Test
    void keysAloneFindAndDo(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        find(robot, "dark th");
        Screenshots.take(stage.getScene(), "palette-light");
        press(robot, KeyCode.ENTER);
        assertThat(window.appearance().theme()).isEqualTo(Theme.DARK);
        assertThat(robot.lookup("#palette").query().isVisible()).isFalse();

        find(robot, "taxation");
        press(robot, KeyCode.ENTER);
        until(() -> window.editor().scenario().title().equals("Taxation"));

        find(robot, "response plays");
        Screenshots.take(stage.getScene(), "palette-dark");
        press(robot, KeyCode.ENTER);
        until(
                () ->
                        stage.getScene().getFocusOwner() != null
                                && "field-episode-responsePlays"
                                        .equals(stage.getScene().getFocusOwner().getId()));

        find(robot, "nothing is called so");
        press(robot, KeyCode.ENTER);
        press(robot, KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette").query().isVisible()).isFalse();
    }

    @Test
    void theBestFitComesFirst() {
        List<Palette.Entry> entries =
                List.of(
                        new Palette.Entry("field", "Entropy", "", () -> {}),
                        new Palette.Entry("action", "Retrain", "F5", () -> {}),
                        new Palette.Entry("sample", "Learn to train", "", () -> {}),
                        new Palette.Entry("action", "Train", "F5", () -> {}));
        assertThat(Palette.found(entries, " TRAIN"))
                .extracting(Palette.Entry::name)
                .containsExactly("Train", "Learn to train", "Retrain");
        assertThat(Palette.found(entries, "f5 action")).hasSize(2);
        assertThat(Palette.found(entries, "")).hasSize(4);
    }

    @Test
    void preferencesHoldInTheNextWindow(FxRobot robot) throws Exception {
        press(robot, KeyCode.CONTROL, KeyCode.COMMA);
        until(() -> robot.lookup("#preferences").tryQuery().isPresent());
        Spinner<Integer> type = robot.lookup("#preferred-type").query();
        Spinner<Integer> cores = robot.lookup("#preferred-cores").query();
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    type.getValueFactory().setValue(20);
                    cores.getValueFactory().setValue(7);
                });
        Screenshots.take(type.getScene(), "preferences-light");
        assertThat(window.desk().queue().threads()).isEqualTo(7);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    type.getScene().getWindow().hide();
                    window.shutDown();
                    stage.close();
                    stage = new Stage();
                    window = WindowSteps.open(stage, data);
                });
        assertThat(window.appearance().typeSize()).isEqualTo(20);
        assertThat(window.desk().queue().threads()).isEqualTo(7);
    }
}
