package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.click;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.until;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
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
import stackelberg.workbench.language.Language;
import stackelberg.workbench.language.Text;

/** The window in German: nothing that can be seen has stayed English. */
@ExtendWith(ApplicationExtension.class)
class GermanJourneyTest {
    @TempDir private Path data;
    private Stage stage;
    private WorkbenchWindow window;
    private final Set<String> english = new TreeSet<>();

    @Start
    void open(Stage opened) {
        stage = opened;
        Text.speak(Language.GERMAN);
        window = WindowSteps.open(stage, data);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::shutDown);
        Text.speak(Language.ENGLISH);
    }

    @Test
    void nothingStaysEnglish(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        look("german-gallery");
        train(robot, Text.tr("Train {0}", "Escape"));
        TabPane tabs = robot.lookup("#inside-tabs").query();
        for (int tab = 0; tab < tabs.getTabs().size(); tab++) {
            int chosen = tab;
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> tabs.getSelectionModel().select(chosen));
            look("german-" + tabs.getTabs().get(tab).getId());
        }
        press(robot, KeyCode.CONTROL, KeyCode.L);
        look("german-library");
        press(robot, KeyCode.CONTROL, KeyCode.B);
        look("german-studies");
        press(robot, KeyCode.CONTROL, KeyCode.G);
        train(robot, Text.tr("Train {0}", "Simple allocation, 2 messages"));
        look("german-messages");
        assertThat(english).as("texts with a translation that are seen in English").isEmpty();
    }

    private void train(FxRobot robot, String button) throws Exception {
        int before = window.desk().runs().size();
        click(robot, button);
        until(() -> window.desk().runs().size() > before);
        until(
                () ->
                        window.desk().runs().stream()
                                .skip(before)
                                .anyMatch(run -> run.latest().verdict() != null));
    }

    /** Takes a picture, and notes every text that could have been told in German and was not. */
    private void look(String name) {
        pulses();
        Screenshots.take(stage.getScene(), name);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> read(stage.getScene().getRoot()));
    }

    private void read(Node node) {
        for (Node each : node.lookupAll("*")) {
            if (each instanceof Labeled labeled) {
                note(labeled.getText());
                Tooltip tooltip = labeled.getTooltip();
                note(tooltip == null ? null : tooltip.getText());
            } else if (each instanceof TextInputControl field) {
                note(field.getPromptText());
            }
            note(each.getAccessibleText());
        }
    }

    private void note(@org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isBlank() && !Text.tr(text).equals(text)) {
            english.add(text + "  →  " + Text.tr(text));
        }
    }
}
