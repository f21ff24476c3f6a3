package stackelberg.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static stackelberg.workbench.WindowSteps.click;
import static stackelberg.workbench.WindowSteps.press;
import static stackelberg.workbench.WindowSteps.pulses;
import static stackelberg.workbench.WindowSteps.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import stackelberg.engine.About;
import stackelberg.study.StudyRecipes;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.language.Language;
import stackelberg.workbench.language.Text;
import stackelberg.workbench.session.ClassList;
import stackelberg.workbench.session.KeptPreferences;
import stackelberg.workbench.tour.Tour;

/** The window in German: nothing that can be seen has stayed English. */
@ExtendWith(ApplicationExtension.class)
class GermanJourneyTest {
    /** In so long a German text a name or two may be words that have a translation. */
    private static final int LONG = 20;

    private static final double MAY_CHANGE = 0.1;

    @TempDir private Path data;
    private Stage stage;
    private WorkbenchWindow window;
    private final Locale before = Locale.getDefault();
    private final Set<String> english = new TreeSet<>();

    @Start
    void open(Stage opened) {
        stage = opened;
        Text.speak(Language.GERMAN);
        Locale.setDefault(Locale.GERMAN);
        window = WindowSteps.open(stage, data);
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, window::shutDown);
        Text.speak(Language.ENGLISH);
        Locale.setDefault(before);
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
        WaitForAsyncUtils.waitForAsyncFx(
                10_000, () -> window.studies().begin(StudyRecipes::learners));
        until(() -> robot.lookup("#study-table .table-row-cell").tryQuery().isPresent());
        look("german-study");
        press(robot, KeyCode.CONTROL, KeyCode.G);
        train(robot, Text.tr("Train {0}", "Simple allocation, 2 messages"));
        look("german-messages");
        assertThat(english).as("texts with a translation that are seen in English").isEmpty();
    }

    @Test
    void dialogsToursAndFormsAreGermanToo(FxRobot robot) throws Exception {
        until(() -> robot.lookup(".card").queryAll().size() >= 8);
        dialog("german-preferences", window::showPreferences);
        dialog("german-help", window::help);
        ClassList.Entry entry = new ClassList.Entry("Escape", "", 0.5, "0.5");
        dialog("german-class", () -> window.teaching().showClass(entry));
        Questions questions =
                new Questions(
                        stage,
                        new FilePicker(
                                stage, new KeptPreferences(data.resolve("preferences.json"))));
        dialog("german-unsaved", () -> questions.unsaved("Escape"));
        dialog("german-lengthy", () -> questions.lengthy(100, 5, 400));
        dialog("german-vary", () -> questions.values("episode.responsePlays", "100"));
        dialog("german-about", () -> questions.about("Escape", new About("", "", false)));
        dialog("german-bin", () -> window.studies().emptyBin());
        Path bad = Files.writeString(data.resolve("bad.json"), "{\n  \"title\": \n}");
        dialog("german-bad-file", () -> window.openFile(bad));

        WaitForAsyncUtils.waitForAsyncFx(10_000, window::openPalette);
        look("german-palette");
        press(robot, KeyCode.ESCAPE);
        for (String sample : List.of("mspm-uniform-3", "security-game", "followers-bandits")) {
            WaitForAsyncUtils.waitForAsyncFx(
                    10_000, () -> window.openFile(Path.of("sample-scenarios", sample + ".json")));
            until(() -> robot.lookup("#settings").tryQuery().isPresent());
            WindowSteps.unfold(robot);
            look("german-form-" + sample);
        }
        for (Tour tour : Tour.all()) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> window.tours().begin(tour));
            look("german-tour");
        }
        assertThat(english).as("texts with a translation that are seen in English").isEmpty();
    }

    /** Opens a dialog, looks at all of it, and closes it. */
    private void dialog(String name, Runnable opening) throws Exception {
        Platform.runLater(opening);
        until(() -> others().size() == 1);
        pulses();
        Screenshots.take(others().get(0).getScene(), name);
        WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> {
                    Window dialog = others().get(0);
                    note(((Stage) dialog).getTitle());
                    read(dialog.getScene().getRoot());
                    dialog.hide();
                });
        until(() -> others().isEmpty());
    }

    private List<Window> others() {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () ->
                        Window.getWindows().stream()
                                .filter(
                                        window ->
                                                window != stage
                                                        && window.isShowing()
                                                        && window instanceof Stage shown
                                                        && shown.getOwner() == stage)
                                .toList());
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
        if (text == null || text.isBlank()) {
            return;
        }
        String german = Text.tr(text);
        boolean some = text.split("\\s+", -1).length >= LONG;
        if (some ? changed(text, german) > MAY_CHANGE : !german.equals(text)) {
            english.add(text + "  →  " + german);
        }
    }

    /** The share of a text's words that are others when it is told in German. */
    private static double changed(String text, String german) {
        List<String> kept = List.of(german.split("\\s+", -1));
        String[] words = text.split("\\s+", -1);
        return (double) Stream.of(words).filter(word -> !kept.contains(word)).count()
                / words.length;
    }
}
