package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.fire;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.tab;
import static stackelberg.workbench.WindowSteps.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.workbench.tour.Tour;

/** A guided tour points at real controls and waits for the person. */
class TourTest extends WindowJourney {
    private int step() {
        return window.tours().guide().step();
    }

    @Test
    void everyTourBeginsWithASampleAndHasSteps() {
        assertThat(Tour.all()).hasSize(5);
        for (Tour tour : Tour.all()) {
            assertThat(Files.exists(Path.of("sample-scenarios", tour.sample() + ".json"))).isTrue();
            assertThat(tour.steps()).hasSizeGreaterThan(4);
            assertThat(tour.steps()).allMatch(step -> step.words().length() < 330);
            assertThat(tour.steps()).allMatch(step -> step.at().startsWith("#"));
        }
    }

    @Test
    void theFirstTourIsGoneThrough(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> robot.lookup("#tour-commitment").queryAs(Hyperlink.class).fire());
        until(() -> step() == 0);
        pulses();
        Screenshots.take(stage.getScene(), "tour-light");
        fire(robot.lookup("#tour-next").queryAs(ButtonBase.class));
        assertThat(step()).isEqualTo(1);
        press(robot, KeyCode.F5);
        until(() -> step() == 3);
        fire(robot.lookup("#tour-next").queryAs(ButtonBase.class));
        tab(robot, "What if");
        until(() -> step() == 5);
        until(() -> robot.lookup("#what-if-0").tryQuery().isPresent());
        pulses();
        Screenshots.take(stage.getScene(), "tour-what-if");
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        robot.lookup("#what-if-0")
                                .<ChoiceBox<String>>query()
                                .getSelectionModel()
                                .select(0));
        fire(robot.lookup("#what-if-respond").queryAs(Button.class));
        until(() -> step() == 6);
        fire(robot.lookup("#tour-next").queryAs(ButtonBase.class));
        assertThat(step()).isEqualTo(-1);
        assertThat(robot.lookup("#tour").query().isVisible()).isFalse();
    }

    /** Every control that a tour points at is in the window once its sample has been trained. */
    @Test
    void whatToursPointAtIsThere(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        for (Tour tour : Tour.all().subList(0, 4)) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.tours().begin(tour));
            int before = window.desk().runs().size();
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.training().train());
            until(
                    () ->
                            window.desk().runs().size() > before
                                    && window.desk().runs().get(before).latest().evaluation()
                                            != null);
            Set<String> missing = new TreeSet<>();
            tour.steps().forEach(step -> missing.add(step.at()));
            missing.remove("#what-if-worth");
            for (String name : new String[] {"Mechanism", "Followers", "Play", "What if"}) {
                tab(robot, name);
                pulses();
                missing.removeIf(at -> robot.lookup(at).tryQuery().isPresent());
            }
            assertThat(missing).as(tour.id()).isEmpty();
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.desk().queue().stop());
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.tours().guide().end());
        }
    }
}
