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

import java.nio.file.Files;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.RunState;
import stackelberg.follower.RegretMatching;
import stackelberg.parameter.Registered;
import stackelberg.workbench.session.Draft;
import stackelberg.workbench.session.WatchedRun;

/** Several seeds, two experiments over each other, and what is left when the window closes. */
class WorkbenchCompareTest extends WindowJourney {
    @Test
    void twoFollowerModelsOverSeveralSeeds(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        click(robot, "Train Simple allocation, 3 messages");
        until(() -> runs().size() == 5 && over());
        tab(robot, "Play");
        until(() -> robot.lookup(".event").tryQuery().isPresent());
        fire(robot.lookup("#play-forth").queryAs(Button.class));
        fire(robot.lookup("#play-forth").queryAs(Button.class));
        assertThat(robot.lookup(".event").queryAll()).hasSize(3);
        pulses();
        Screenshots.take(stage.getScene(), "finished-light");

        choose(robot, "#field-followers-0", "regret-matching");
        assertThat(window.editor().scenario().followers()).containsExactly(new RegretMatching());
        type(field(robot, "#seeds"), "1-2");
        press(robot, KeyCode.F5);
        until(() -> runs().size() == 7 && over());
        tickEverything(robot);
        tab(robot, "Mechanism");
        pulses();
        Screenshots.take(stage.getScene(), "compare-light");
        press(robot, KeyCode.CONTROL, KeyCode.T);
        tab(robot, "Followers");
        pulses();
        Screenshots.take(stage.getScene(), "compare-dark");
        assertThat(runs()).allMatch(r -> r.latest().evaluation() != null);
        assertThat(data.resolve("runs")).isDirectoryContaining("glob:**simple-allocation*");
    }

    @Test
    void closingWhileTrainingLeavesNothingBehind(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        click(robot, "Open Escape");
        until(() -> robot.lookup("#settings").tryQuery().isPresent());
        WindowSteps.unfold(robot);
        type(field(robot, "#field-budget"), "900000000000");
        press(robot, KeyCode.F5);
        until(() -> runs().get(0).latest().transitions() > 0);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    window.shutDown();
                    stage.hide();
                });
        assertThat(stage.isShowing()).isFalse();
        until(() -> threadsOfRuns().isEmpty());
        Draft drafts = new Draft(data.resolve("drafts"));
        until(() -> drafts.left().size() == 1);
        assertThat(drafts.left().get(0).scenario().budget()).isEqualTo(900_000_000_000L);
    }

    @Test
    void aFailedRunIsSaidAndNothingElseHappens(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        // A file where the folder of runs should be: training goes on without a record.
        Files.writeString(data.resolve("runs"), "in the way");
        click(robot, "Train Simple allocation, 1 message");
        until(() -> !runs().isEmpty());
        assertThat(robot.lookup("#status .label").queryAllAs(Labeled.class))
                .anyMatch(label -> label.getText().contains("not recorded on disk"));
        until(() -> over());
        assertThat(runs()).allMatch(r -> r.state() == RunState.FINISHED);
    }

    @SuppressWarnings("unchecked")
    private static void choose(FxRobot robot, String id, String type) {
        ComboBox<Registered> box = robot.lookup(id).queryAs(ComboBox.class);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        box.getItems().stream()
                                .filter(r -> r.type().equals(type))
                                .forEach(box::setValue));
    }

    @SuppressWarnings("unchecked")
    private static void tickEverything(FxRobot robot) {
        TableView<RunRow> table = robot.lookup("#runs").queryAs(TableView.class);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> table.getItems().forEach(row -> row.shown().set(true)));
    }

    private java.util.List<WatchedRun> runs() {
        return window.desk().runs();
    }

    private boolean over() {
        return runs().stream().allMatch(r -> r.state().over());
    }

    private static Set<String> threadsOfRuns() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("run of Escape"))
                .collect(Collectors.toSet());
    }
}
