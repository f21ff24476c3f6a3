package stackelberg.workbench.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import org.controlsfx.control.spreadsheet.SpreadsheetView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.game.SequentialPricing;
import stackelberg.scenario.Scenario;
import stackelberg.scenario.ScenarioFile;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.session.KeptPreferences;
import stackelberg.workbench.session.ScenarioEditor;

/**
 * A person assembles prices with messages in the form, and is told of every mistake at its place.
 */
@ExtendWith(ApplicationExtension.class)
class PriceFormTest {
    private ScenarioEditor editor;
    private Stage stage;

    @Start
    void open(Stage opened) throws Exception {
        stage = opened;
        editor = new ScenarioEditor(new Scenario());
        KeptPreferences preferences = new KeptPreferences(Path.of("there", "is", "none"));
        ScenarioForm form = new ScenarioForm(editor, new FilePicker(opened, preferences));
        stage.setScene(new Scene(form, 330, 700));
        stage.show();
        editor.open(
                ScenarioFile.read(Path.of("sample-scenarios", "mspm-uniform-3.json")).scenario(),
                null);
    }

    @Test
    void valuesAndPriorArePastedFromCsv(FxRobot robot) {
        paste(robot, "Values", "0.1,0.9\n0.2,0.8\n");
        assertThat(faults(robot)).anyMatch(text -> text.contains("2 rows, one for each type"));
        paste(robot, "Prior", "0.4;0.1\r\n0.1;0.4\r\n");
        assertThat(editor.faults()).isEmpty();
        SequentialPricing game = (SequentialPricing) editor.scenario().game();
        assertThat(game.values().at(1, 1, 0)).isEqualTo(0.8);
        assertThat(game.prior().at(0, 0, 0)).isEqualTo(0.4);
        assertThat(game.assemble().followers()).isEqualTo(2);
    }

    @Test
    void aSecondItemComesWithASecondNumberInEachCell(FxRobot robot) {
        paste(robot, "Values", "\"0.1, 0.9\",\"0.5, 0.6\"\n\"0.2, 0.8\",\"0.3, 0.3\"");
        paste(robot, "Prior", "0.25 0.25\n0.25 0.25");
        assertThat(faults(robot)).singleElement().asString().contains("2 items", "each item");
        type(robot, "units", "1, 2");
        assertThat(editor.faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Values | 0 1.5 1;0 0.5 1 | Buyer 1, type 2 | Scale the values",
                "Values | 0 -1 1;0 0.5 1 | Buyer 1, type 2 | Scale the values",
                "Values | 0 x 1;0 0.5 1 | Buyer 1, type 2 | Write one number",
                "Prior | -0.1 0 0;0.1 0.5 0;0 0 0.5 | Type 1, others 1 | Enter 0 or more",
                "Prior | 0.1 0 0;0 0.1 0;0 0 0.1 | sum to 0.3 | Make them sum to 1",
                "Prior | 0.5 0.5 | 1 rows and 2 columns | Give 3 rows",
                "units | 0 | Number 1 | Enter 1 or more",
                "units | 1, 1 | 2 entries for 1 items | one number of units",
                "units | one | is not a number | Write whole numbers",
                "messages | 64 | more than the limit of 20000 | Use fewer messages",
                "messages | 0 | It is 0 | from 1 to 64",
                "responsePlays | 3 | less than one update | Allow at least 4",
            })
    void everyMistakeIsShownAtItsFieldWithItsRemedy(
            String field, String text, String where, String remedy, FxRobot robot) {
        if (Character.isUpperCase(field.charAt(0))) {
            paste(robot, field, text.replace(';', '\n'));
        } else {
            type(robot, field, text);
        }
        assertThat(faults(robot))
                .anySatisfy(
                        shown -> {
                            assertThat(shown).contains(where);
                            assertThat(shown).contains(remedy);
                        });
        WaitForAsyncUtils.waitForAsyncFx(10_000, editor::undo);
        assertThat(editor.faults()).isEmpty();
        assertThat(faults(robot)).isEmpty();
    }

    @Test
    void aPasteTooLargeForASpreadsheetLeavesTheTable(FxRobot robot) {
        paste(robot, "Values", ("0.5,".repeat(400) + "0.5\n").repeat(300));
        assertThat(faults(robot)).singleElement().asString().contains("300 rows and 401 columns");
        assertThat(((SequentialPricing) editor.scenario().game()).values().columns()).isEqualTo(3);
        paste(robot, "Values", "0,0.5,1\n0,0.25,1");
        assertThat(editor.faults()).isEmpty();
    }

    @Test
    void aClearedCellIsSaidToBeEmpty(FxRobot robot) {
        SpreadsheetView sheet =
                robot.lookup("#field-game-values-sheet").queryAs(SpreadsheetView.class);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sheet.getGrid().setCellValue(1, 2, null));
        assertThat(faults(robot))
                .containsExactly("Buyer 2, type 3: It is empty. Write one number in each cell.");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> sheet.getGrid().setCellValue(1, 2, "0.25"));
        assertThat(editor.faults()).isEmpty();
    }

    private static void paste(FxRobot robot, String label, String text) {
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                });
        ButtonBase button =
                robot.lookup(
                                n ->
                                        n instanceof ButtonBase
                                                && n.getAccessibleText() != null
                                                && n.getAccessibleText()
                                                        .startsWith(label + ": Replace"))
                        .query();
        WaitForAsyncUtils.waitForAsyncFx(10_000, button::fire);
    }

    private static void type(FxRobot robot, String field, String text) {
        String id = (field.equals("responsePlays") ? "#field-episode-" : "#field-game-") + field;
        TitledPane settings = robot.lookup("#settings").queryAs(TitledPane.class);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> settings.setExpanded(true));
        WaitForAsyncUtils.waitForFxEvents();
        TextInputControl control = robot.lookup(id).queryAs(TextInputControl.class);
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> control.setText(text));
    }

    private static List<String> faults(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".fault").queryAllAs(Label.class).stream().map(Label::getText).toList();
    }
}
