package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.click;
import static stackelberg.workbench.WindowSteps.field;
import static stackelberg.workbench.WindowSteps.fire;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.type;
import static stackelberg.workbench.WindowSteps.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.controlsfx.control.spreadsheet.SpreadsheetView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.game.NormalForm;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.workbench.session.ParameterPath;

/** Nothing that a person made is lost: questions, drafts, files that are no scenarios. */
@ExtendWith(ApplicationExtension.class)
class UnsavedWorkTest {
    @TempDir Path data;

    private Stage stage;
    private WorkbenchWindow window;

    @Start
    void open(Stage opened) throws Exception {
        Scenario left =
                (Scenario) ParameterPath.ROOT.at("title").write(new Scenario(), "Left behind");
        Path gone =
                Files.createDirectories(data.resolve("drafts").resolve("of a window that is gone"));
        ScenarioFile.save(left, gone.resolve("scenario.json"));
        stage = opened;
        window = WindowSteps.open(stage, data);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::shutDown);
    }

    @Test
    void aDraftIsTakenUpAgainAndClosingAsks(FxRobot robot) throws Exception {
        fire(robot.lookup(".restore-draft").queryAs(Button.class));
        assertThat(window.editor().scenario().title()).isEqualTo("Left behind");
        assertThat(stage.getTitle()).startsWith("●");
        Platform.runLater(
                () ->
                        Event.fireEvent(
                                stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        until(() -> robot.lookup("#unsaved-question").tryQuery().isPresent());
        answer(robot, "#unsaved-question", "Cancel");
        until(() -> robot.lookup("#unsaved-question").tryQuery().isEmpty());
        assertThat(stage.isShowing()).isTrue();
        assertThat(window.editor().scenario().title()).isEqualTo("Left behind");
    }

    @Test
    void everyWindowKeepsADraftOfItsOwn(FxRobot robot) throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> window.editor().edit(ParameterPath.ROOT.at("title"), "Of the first"));
        until(() -> drafts().size() == 2);
        Stage[] other = new Stage[1];
        WorkbenchWindow[] second = new WorkbenchWindow[1];
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    other[0] = new Stage();
                    second[0] = WindowSteps.open(other[0], data);
                });
        assertThat(robot.from(other[0].getScene().getRoot()).lookup(".restore-draft").queryAll())
                .as("the draft of a window that is open is not offered")
                .hasSize(1);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> second[0].editor().edit(ParameterPath.ROOT.at("title"), "Another"));
        until(() -> drafts().size() == 3);
        assertThat(drafts()).anyMatch(text -> text.contains("Of the first"));
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    second[0].shutDown();
                    window.shutDown();
                    other[0].hide();
                    window = WindowSteps.open(other[0], data);
                });
        Set<Button> offered =
                robot.from(other[0].getScene().getRoot())
                        .lookup(".restore-draft")
                        .queryAllAs(Button.class);
        assertThat(offered).as("whatever windows that are gone have left").hasSize(3);
        Screenshots.take(other[0].getScene(), "drafts-light");
        fire(
                robot.from(other[0].getScene().getRoot())
                        .lookup(".discard-draft")
                        .<Button>queryAll()
                        .iterator()
                        .next());
        until(() -> drafts().size() == 2);
        WaitForAsyncUtils.waitForAsyncFx(10_000, other[0]::hide);
    }

    private List<String> drafts() throws Exception {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> folders = Files.list(data.resolve("drafts"))) {
            for (Path folder : folders.toList()) {
                Path file = folder.resolve("scenario.json");
                if (Files.exists(file)) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }

    @Test
    void aFileThatIsNoScenarioSaysWhereItIsWrong(FxRobot robot) throws Exception {
        Path bad = Files.writeString(data.resolve("bad.json"), "{\n  \"title\": \n}");
        Platform.runLater(() -> window.openFile(bad));
        until(() -> robot.lookup("#complaint").tryQuery().isPresent());
        assertThat(robot.lookup("#complaint").queryAs(DialogPane.class).getHeaderText())
                .contains("bad.json is not a scenario");
        answer(robot, "#complaint", "OK");
        assertThat(window.editor().scenario()).isEqualTo(new Scenario().automatic());
    }

    @Test
    void aTableIsPastedAndTakenBack(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        click(robot, "Open Escape");
        until(() -> robot.lookup("#field-game-payoffs-sheet").tryQuery().isPresent());
        SpreadsheetView sheet =
                robot.lookup("#field-game-payoffs-sheet").queryAs(SpreadsheetView.class);
        paste(sheet, "1,1\t3,0\t5,5\n0,0\t2,1\t5,5");
        NormalForm pasted = (NormalForm) window.editor().scenario().game();
        assertThat(pasted.payoffs().rows()).isEqualTo(2);
        assertThat(pasted.payoffs().at(0, 1, 0)).isEqualTo(3);
        paste(sheet, "1,1\tnonsense\n0,0\t2,1");
        assertThat(window.editor().faults()).anyMatch(f -> f.path().equals("$.game.payoffs[0][1]"));
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.editor().faults()).isEmpty();
        press(robot, KeyCode.CONTROL, KeyCode.Z);
        assertThat(((NormalForm) window.editor().scenario().game()).payoffs().rows()).isEqualTo(3);
        WindowSteps.unfold(robot);
        type(field(robot, "#field-budget"), "-5");
        until(() -> !window.editor().faults().isEmpty());
        assertThat(window.editor().faults().get(0).path()).isEqualTo("$.budget");
    }

    private static void paste(SpreadsheetView sheet, String text) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                    sheet.getSelectionModel().focus(0, sheet.getColumns().get(0));
                    sheet.pasteClipboard();
                });
    }

    private static void answer(FxRobot robot, String dialog, String text) {
        DialogPane pane = robot.lookup(dialog).queryAs(DialogPane.class);
        for (var type : pane.getButtonTypes()) {
            if (type.getText().equals(text)) {
                Node button = pane.lookupButton(type);
                fire((Button) button);
                return;
            }
        }
        throw new AssertionError("no button " + text);
    }
}
