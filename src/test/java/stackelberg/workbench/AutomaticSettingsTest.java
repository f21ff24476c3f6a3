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

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.RunState;
import stackelberg.engine.Verdict;
import stackelberg.parameter.Declaration;
import stackelberg.pomdp.ResponseRule;

/** What the program settles is seen, overridden and given back; a verdict mends a bad setting. */
class AutomaticSettingsTest extends WindowJourney {
    @Test
    void aSettingIsOverriddenAndGivenBackAndAVerdictMendsIt(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        click(robot, "Open Maintain");
        until(() -> robot.lookup("#workbench").tryQuery().isPresent());
        pulses();
        TitledPane settings = robot.lookup("#settings").queryAs(TitledPane.class);
        assertThat(settings.getText()).isEqualTo("Settings: automatic");
        assertThat(settings.isExpanded()).isFalse();
        assertThat(robot.lookup("#field-episode-responsePlays").tryQuery()).isEmpty();
        WindowSteps.unfold(robot);
        TextInputControl plays = field(robot, "#field-episode-responsePlays");
        assertThat(plays.getText()).isEmpty();
        assertThat(plays.getPromptText()).isEqualTo("auto: 600");

        type(plays, "3");
        until(() -> settings.getText().equals("Settings: 1 set by hand"));
        fire(robot.lookup("#field-episode-responsePlays-automatic").query());
        until(() -> settings.getText().equals("Settings: automatic"));
        assertThat(plays.getText()).isEmpty();
        type(plays, "3");
        type(plays, "");
        assertThat(Declaration.setByHand(window.editor().scenario())).isZero();

        type(plays, "3");
        ComboBox<ResponseRule> rule =
                robot.lookup("#field-episode-response").<ComboBox<ResponseRule>>query();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> rule.setValue(ResponseRule.LAST_MIXED));
        type(field(robot, "#field-followers-0-rate"), "0.1");
        type(field(robot, "#seeds"), "1");
        until(() -> settings.getText().equals("Settings: 3 set by hand"));
        press(robot, KeyCode.F5);
        until(() -> state(0) == RunState.FINISHED);
        tab(robot, "Certificate");
        pulses();
        assertThat(verdict(0).kind()).isNotEqualTo(Verdict.Kind.REACHED);
        Labeled said =
                WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> robot.lookup("#certificate-verdict").queryAs(Labeled.class));
        assertThat(said.getText()).isEqualTo(verdict(0).sentence());
        Screenshots.take(stage.getScene(), "verdict-light");
        ButtonBase remedy =
                WaitForAsyncUtils.waitForAsyncFx(
                        10_000, () -> robot.lookup("#remedy").<ButtonBase>query());
        assertThat(remedy.getText()).isEqualTo("Train with automatic settings");
        fire(remedy);
        until(() -> window.desk().runs().size() == 2 && state(1) == RunState.FINISHED);
        pulses();
        assertThat(verdict(1).kind()).isEqualTo(Verdict.Kind.REACHED);
        assertThat(settings.getText()).isEqualTo("Settings: automatic");
        assertThat(remedy.isVisible()).isFalse();
        Screenshots.take(stage.getScene(), "remedied-light");
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        until(() -> settings.getText().equals("Settings: 3 set by hand"));
    }

    private RunState state(int run) {
        return window.desk().runs().get(run).state();
    }

    private Verdict verdict(int run) {
        Verdict verdict = window.desk().runs().get(run).latest().verdict();
        assertThat(verdict).isNotNull();
        return verdict;
    }
}
