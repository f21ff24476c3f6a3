package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.click;
import static stackelberg.workbench.WindowSteps.fire;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.tab;
import static stackelberg.workbench.WindowSteps.until;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A person does otherwise than the leader, and sees how the followers learn to respond. */
class WhatIfJourneyTest extends WindowJourney {
    @Test
    void aDeviationIsPlayedByHand(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        click(robot, "Train Escape");
        until(
                () ->
                        !window.desk().runs().isEmpty()
                                && window.desk().runs().get(0).latest().verdict() != null);
        until(() -> window.desk().runs().stream().allMatch(run -> run.latest().verdict() != null));
        int other = 0;
        while (window.desk().runs().get(other).latest().mechanisms().get(0).mechanism()[0][2] > 0) {
            other++;
        }
        int begunElsewhere = other;
        Slider time = robot.lookup("#mechanism-time").query();
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    robot.lookup("#runs")
                            .queryAs(TableView.class)
                            .getSelectionModel()
                            .select(begunElsewhere);
                });
        pulses();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> time.setValue(0));
        pulses();
        assertThat(robot.lookup(".heat-cell").<Node>queryAll())
                .as("what was different at first is framed")
                .anyMatch(
                        cell ->
                                cell.getPseudoClassStates()
                                        .contains(PseudoClass.getPseudoClass("changed")));
        Screenshots.take(stage.getScene(), "mechanism-then");
        tab(robot, "What if");
        until(() -> robot.lookup("#what-if-0").tryQuery().isPresent());
        ChoiceBox<String> row = robot.lookup("#what-if-0").query();
        assertThat(row.getValue()).isEqualTo("row 3");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> row.getSelectionModel().select("row 1"));
        fire(robot.lookup("#what-if-respond").queryAs(Button.class));
        until(() -> robot.lookup("#what-if-reward").tryQuery().isPresent());
        assertThat(robot.lookup("#what-if-reward").queryAs(Label.class).getText()).startsWith("0.");
        pulses();
        Screenshots.take(stage.getScene(), "what-if-light");
        fire(robot.lookup("#what-if-reset").queryAs(Button.class));
        assertThat(robot.lookup("#what-if-0").<ChoiceBox<String>>query().getValue())
                .isEqualTo("row 3");
    }
}
