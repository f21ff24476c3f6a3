package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.StringConverter;
import stackelberg.workbench.language.Language;
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
                        return one == Theme.DARK ? tr("Dark") : tr("Light");
                    }

                    @Override
                    public Theme fromString(String words) {
                        throw new UnsupportedOperationException("the box is not editable");
                    }
                });
        theme.setValue(appearance.theme());
        theme.valueProperty().addListener((o, was, is) -> appearance.use(is));
        row(grid, tr("Theme"), theme, "");

        ChoiceBox<String> language = new ChoiceBox<>();
        language.setId("preferred-language");
        language.getItems().add("");
        for (Language one : Language.values()) {
            language.getItems().add(one.tag());
        }
        language.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(String tag) {
                        return tag.isEmpty()
                                ? tr("as this system")
                                : Language.of(tag, Locale.ROOT).ownName();
                    }

                    @Override
                    public String fromString(String words) {
                        throw new UnsupportedOperationException("the box is not editable");
                    }
                });
        language.setValue(preferences.get().language());
        language.valueProperty()
                .addListener((o, was, is) -> preferences.change(now -> now.withLanguage(is)));
        row(grid, tr("Language"), language, tr("holds from the next start on"));

        Spinner<Integer> type =
                new Spinner<>(
                        (int) Preferences.SMALLEST,
                        (int) Preferences.LARGEST,
                        (int) appearance.typeSize());
        type.setId("preferred-type");
        type.getEditor().setPrefColumnCount(5);
        type.valueProperty()
                .addListener((o, was, is) -> appearance.zoom(is - (int) appearance.typeSize()));
        row(grid, tr("Size of type"), type, tr("pixels; Ctrl+Plus and Ctrl+Minus change it too"));

        int here = RunQueue.threadsHere();
        Spinner<Integer> cores = new Spinner<>(1, Preferences.MOST_CORES, queue.threads());
        cores.setId("preferred-cores");
        cores.getEditor().setPrefColumnCount(5);
        cores.setEditable(true);
        cores.valueProperty()
                .addListener(
                        (o, was, is) -> {
                            queue.threads(is);
                            preferences.change(now -> now.withCores(is == here ? 0 : is));
                        });
        row(grid, tr("Runs side by side"), cores, tr("this machine has {0} processors", here));

        Hyperlink folder = new Hyperlink(data.toString());
        folder.setOnAction(
                e -> {
                    javafx.scene.input.ClipboardContent content =
                            new javafx.scene.input.ClipboardContent();
                    content.putString(data.toString());
                    javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
                });
        row(grid, tr("Your runs and drafts"), folder, tr("a click copies the path"));

        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(tr("Preferences"));
        dialog.setHeaderText(tr("Preferences"));
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
        if (control instanceof Region field) {
            field.setMinWidth(Region.USE_PREF_SIZE);
        }
        grid.addRow(grid.getRowCount(), label, control, aside);
    }
}
