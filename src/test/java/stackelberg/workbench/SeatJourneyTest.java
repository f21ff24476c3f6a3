package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.click;
import static stackelberg.workbench.WindowSteps.fire;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.tab;
import static stackelberg.workbench.WindowSteps.type;
import static stackelberg.workbench.WindowSteps.until;

import java.nio.file.Files;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.workbench.session.ClassList;
import stackelberg.workbench.session.WatchedRun;

/** A person predicts the optimum, takes a follower's seat, and is entered into the class list. */
class SeatJourneyTest extends WindowJourney {
    @Test
    void predictSeeAndSit(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        press(robot, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        click(robot, "Train Escape");
        until(() -> !window.desk().runs().isEmpty());
        until(() -> window.desk().runs().stream().allMatch(run -> run.latest().verdict() != null));
        WatchedRun run = window.desk().runs().get(0);
        assertThat(run.experiment().optimum()).as("hidden").isNaN();
        assertThat(run.verdict()).contains("Predict the optimum");
        pulses();
        assertThat(robot.lookup("#inside-tabs").tryQuery()).as("hidden").isEmpty();
        Screenshots.take(stage.getScene(), "worksheet-light");
        TextField field = robot.lookup("#prediction").query();
        type(field, "0,8 or so");
        fire(robot.lookup("#predict").queryAs(Button.class));
        assertThat(run.experiment().concealed()).as("that is no number").isTrue();
        type(field, "0.8");
        fire(robot.lookup("#predict").queryAs(Button.class));
        until(() -> run.experiment().prediction() == 0.8);
        until(() -> !run.experiment().solving());
        pulses();
        assertThat(robot.lookup("#predicted").queryAs(Label.class).getText())
                .isEqualTo("You predicted 0.8. The optimum is 1, 0.2 away.");
        assertThat(run.experiment().optimum()).isEqualTo(1);

        until(() -> robot.lookup("#inside-tabs").tryQuery().isPresent());
        tab(robot, "Your seat");
        Button sit = robot.lookup("#seat-sit").query();
        until(() -> !sit.isDisabled());
        fire(sit);
        for (int play = 0; play < 10; play++) {
            until(() -> robot.lookup("#seat-act-2").tryQuery().isPresent());
            if (play == 9) {
                pulses();
                Screenshots.take(stage.getScene(), "seat-light");
            }
            fire(robot.lookup("#seat-act-" + (play == 3 ? 0 : 2)).queryAs(Button.class));
            if (play < 9) {
                fire(robot.lookup("#seat-next").queryAs(Button.class));
            }
        }
        assertThat(robot.lookup("#seat-score").queryAs(Label.class).getText())
                .startsWith("You: 0.")
                .contains("over 10 plays");
        pulses();
        Screenshots.take(stage.getScene(), "seat-over");
        fire(robot.lookup("#seat-enter").queryAs(Button.class));
        until(() -> robot.lookup("#class-name").tryQuery().isPresent());
        type(robot.lookup("#class-name").queryAs(TextField.class), "Ada");
        fire(robot.lookup("#class-enter").queryAs(Button.class));
        TableView<ClassList.Entry> best = robot.lookup("#class-table").query();
        assertThat(best.getItems()).extracting(ClassList.Entry::name).containsExactly("Ada");
        pulses();
        Screenshots.take(best.getScene(), "class-light");
        until(() -> Files.isRegularFile(data.resolve("class.json")));

        tab(robot, "What if");
        ChoiceBox<String> learners = robot.lookup("#what-if-followers").query();
        until(() -> learners.getItems().size() > 5);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> learners.getSelectionModel().select("Fictitious play"));
        assertThat(learners.getValue()).isNotNull();
        fire(robot.lookup("#what-if-respond").queryAs(Button.class));
        until(() -> robot.lookup("#what-if-reward").tryQuery().isPresent());
        assertThat(robot.lookup("#what-if-reward").queryAs(Label.class).getText()).isEqualTo("1");
    }
}
