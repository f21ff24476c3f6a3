package stackelberg.workbench;

import java.nio.file.Path;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.stage.Window;
import javafx.util.StringConverter;
import stackelberg.workbench.session.KeptPreferences;
import stackelberg.workbench.session.Preferences;
import stackelberg.workbench.session.RunQueue;
import stackelberg.workbench.theme.Theme;

/** What a person prefers; every change holds at once and the next time. */
final class PreferencesDialog {
    private PreferencesDialog() {}

    static void show(
            Window owner,
            Appearance appearance,
            KeptPreferences preferences,
            RunQueue queue,
            Path data) {
        GridPane grid = new GridPane(14, 12);
        ChoiceBox<Theme> theme = new ChoiceBox<>();
        theme.setId("preferred-theme");
        theme.getItems().setAll(Theme.values());
        theme.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(Theme one) {
                        return one == Theme.DARK ? "Dark" : "Light";
                    }

                    @Override
                    public Theme fromString(String words) {
                        return words.equals("Dark") ? Theme.DARK : Theme.LIGHT;
                    }
                });
        theme.setValue(appearance.theme());
        theme.valueProperty().addListener((o, was, is) -> appearance.use(is));
        row(grid, "Theme", theme, "");

        Spinner<Integer> type =
                new Spinner<>(
                        (int) Preferences.SMALLEST,
                        (int) Preferences.LARGEST,
                        (int) appearance.typeSize());
        type.setId("preferred-type");
        type.valueProperty()
                .addListener((o, was, is) -> appearance.zoom(is - (int) appearance.typeSize()));
        row(grid, "Size of type", type, "pixels; Ctrl+Plus and Ctrl+Minus change it too");

        int here = RunQueue.threadsHere();
        Spinner<Integer> cores = new Spinner<>(1, Preferences.MOST_CORES, queue.threads());
        cores.setId("preferred-cores");
        cores.setEditable(true);
        cores.valueProperty()
                .addListener(
                        (o, was, is) -> {
                            queue.threads(is);
                            preferences.change(now -> now.withCores(is == here ? 0 : is));
                        });
        row(grid, "Runs side by side", cores, "this machine has " + here + " processors");

        Hyperlink folder = new Hyperlink(data.toString());
        folder.setOnAction(
                e -> {
                    javafx.scene.input.ClipboardContent content =
                            new javafx.scene.input.ClipboardContent();
                    content.putString(data.toString());
                    javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
                });
        row(grid, "Your runs and drafts", folder, "a click copies the path");

        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle("Preferences");
        dialog.setHeaderText("Preferences");
        dialog.getDialogPane().setId("preferences");
        dialog.getDialogPane().setContent(grid);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    private static void row(GridPane grid, String words, javafx.scene.Node control, String help) {
        Label label = new Label(words);
        label.setLabelFor(control);
        label.setMinWidth(Label.USE_PREF_SIZE);
        control.setAccessibleText(words);
        Label aside = new Label(help);
        aside.setMinWidth(Label.USE_PREF_SIZE);
        aside.getStyleClass().add("help");
        grid.addRow(grid.getRowCount(), label, control, aside);
    }
}
