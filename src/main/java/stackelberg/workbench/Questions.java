package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.About;
import stackelberg.workbench.ask.FilePicker;
import stackelberg.workbench.session.Numbers;

/** What the window asks a person, in dialogs of its own. */
final class Questions {
    /** What to do with unsaved changes. */
    enum Unsaved {
        SAVE,
        DROP,
        CANCEL
    }

    /** What to do with a training that takes long. */
    enum Lengthy {
        ALL,
        ONE_SEED,
        CANCEL
    }

    private static final FilePicker.Kind JSON =
            new FilePicker.Kind("Scenario", ".stackelberg.json", ".json");

    private static final FilePicker.Kind GAMBIT = new FilePicker.Kind("Gambit game", ".nfg");
    private static final FilePicker.Kind ANY =
            new FilePicker.Kind("Scenarios and games", ".json", ".nfg", ".csv", ".tsv");

    private final Window window;
    private final FilePicker picker;

    Questions(Window window, FilePicker picker) {
        this.window = window;
        this.picker = picker;
    }

    /** Asks what to do with the unsaved changes of a scenario. */
    Unsaved unsaved(String title) {
        ButtonType save = new ButtonType(tr("Save"), ButtonBar.ButtonData.YES);
        ButtonType drop = new ButtonType(tr("Don't save"), ButtonBar.ButtonData.NO);
        Alert alert =
                new Alert(
                        Alert.AlertType.CONFIRMATION,
                        tr("Your changes to \"{0}\" are not saved.", title),
                        save,
                        drop,
                        ButtonType.CANCEL);
        alert.initOwner(window);
        alert.setTitle(tr("Unsaved changes"));
        alert.setHeaderText(tr("Save them first?"));
        alert.getDialogPane().setId("unsaved-question");
        wholeButtons(alert);
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        return answer == save ? Unsaved.SAVE : answer == drop ? Unsaved.DROP : Unsaved.CANCEL;
    }

    /**
     * Asks whether to train what takes long.
     *
     * @param seconds that one seed takes
     * @param all that all of them take on this machine
     */
    Lengthy lengthy(double seconds, int seeds, double all) {
        ButtonType every =
                new ButtonType(
                        seeds == 1 ? tr("Train") : tr("Train all {0} seeds", seeds),
                        ButtonBar.ButtonData.YES);
        ButtonType one = new ButtonType(tr("Train one seed"), ButtonBar.ButtonData.OTHER);
        Alert alert =
                new Alert(
                        Alert.AlertType.CONFIRMATION,
                        tr(
                                "One seed takes about {0} on this machine{1}{2} What it has learned"
                                        + " can be seen at any time, and Stop (F8) ends it.",
                                Numbers.duration(seconds),
                                (seeds == 1 ? "." : tr(", all {0} about ", seeds)),
                                (seeds == 1 ? "" : Numbers.duration(all) + ".")),
                        every,
                        ButtonType.CANCEL);
        if (seeds > 1) {
            alert.getButtonTypes().add(1, one);
        }
        alert.initOwner(window);
        alert.setTitle(tr("This takes a while"));
        alert.setHeaderText(tr("Train it now?"));
        alert.getDialogPane().setId("lengthy-question");
        wholeButtons(alert);
        ButtonType answer = alert.showAndWait().orElse(ButtonType.CANCEL);
        return answer == every ? Lengthy.ALL : answer == one ? Lengthy.ONE_SEED : Lengthy.CANCEL;
    }

    /** Whether a person is sure of what cannot be undone. */
    boolean sure(String header, String text, String yes) {
        ButtonType go = new ButtonType(yes, ButtonBar.ButtonData.YES);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, text, go, ButtonType.CANCEL);
        alert.initOwner(window);
        alert.setTitle("Stackelberg Workbench");
        alert.setHeaderText(header);
        alert.getDialogPane().setId("sure-question");
        wholeButtons(alert);
        return alert.showAndWait().orElse(ButtonType.CANCEL) == go;
    }

    /** Buttons of a dialog are of one width, which may be too little for what one of them says. */
    private static void wholeButtons(Alert alert) {
        for (ButtonType type : alert.getButtonTypes()) {
            ButtonBar.setButtonUniformSize(alert.getDialogPane().lookupButton(type), false);
        }
    }

    /** Says at length what is wrong. */
    void complain(String header, String text) {
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.initOwner(window);
        alert.setTitle("Stackelberg Workbench");
        alert.setHeaderText(header);
        Label label = new Label(text);
        label.setWrapText(true);
        ScrollPane scroll = new ScrollPane(label);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(520, 180);
        alert.getDialogPane().setContent(scroll);
        alert.getDialogPane().setId("complaint");
        alert.setResizable(true);
        // Of a dialog that can be resized and opens with the program, some window managers keep the
        // size that it had before it was laid out.
        Window shown = alert.getDialogPane().getScene().getWindow();
        alert.setOnShown(e -> Platform.runLater(shown::sizeToScene));
        alert.show();
    }

    /** Asks which file to open; null for none. */
    @Nullable Path open() {
        return picker.open(tr("Open a scenario"), ANY, JSON, GAMBIT);
    }

    /** Asks for the values that a parameter is to have in a study; empty for none. */
    List<String> values(String parameter, String suggested) {
        TextInputDialog dialog = new TextInputDialog(suggested);
        dialog.initOwner(window);
        dialog.setTitle(tr("Vary this parameter"));
        dialog.setHeaderText(tr("Which values of \"{0}\"?", parameter));
        dialog.setContentText(tr("Values, with commas between them:"));
        dialog.getEditor().setId("vary-values");
        dialog.getEditor().setPrefColumnCount(24);
        dialog.getDialogPane().setId("vary-question");
        return dialog.showAndWait().stream()
                .flatMap(text -> Stream.of(text.split("[,;]", -1)))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Asks what a person calls something and has to say of it; null for nothing new.
     *
     * @param title what it is called otherwise
     */
    @Nullable About about(String title, About now) {
        TextField name = new TextField(now.name().isEmpty() ? title : now.name());
        name.setId("about-name");
        TextArea note = new TextArea(now.note());
        note.setId("about-note");
        note.setPrefRowCount(3);
        note.setPrefColumnCount(32);
        note.setWrapText(true);
        Label called = new Label(tr("Name"));
        called.setLabelFor(name);
        Label noted = new Label(tr("Note"));
        noted.setLabelFor(note);
        GridPane grid = new GridPane(10, 8);
        grid.addRow(0, called, name);
        grid.addRow(1, noted, note);
        GridPane.setHgrow(name, Priority.ALWAYS);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(window);
        dialog.setTitle(tr("Name and note"));
        dialog.getDialogPane().setId("about-question");
        dialog.getDialogPane().setContent(grid);
        dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
        Platform.runLater(name::requestFocus);
        if (dialog.showAndWait().orElse(ButtonType.CANCEL) != ButtonType.OK) {
            return null;
        }
        String own = name.getText().strip();
        return new About(own.equals(title) ? "" : own, note.getText().strip(), now.setAside());
    }

    /**
     * Asks where to save; null for nowhere.
     *
     * @param game whether the game alone can be written for Gambit
     */
    @Nullable Path save(String title, boolean game) {
        return game
                ? picker.save(tr("Save the scenario"), title, JSON, GAMBIT)
                : picker.save(tr("Save the scenario"), title, JSON);
    }
}
