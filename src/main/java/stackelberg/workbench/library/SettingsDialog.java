package stackelberg.workbench.library;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Window;
import stackelberg.engine.RunRecord;
import stackelberg.scenario.Differences.Difference;
import stackelberg.workbench.session.Numbers;

/** In what runs differ, side by side: what they came to, and the settings that are not the same. */
public final class SettingsDialog {
    private SettingsDialog() {}

    /**
     * @param differences of their scenarios, in the same order
     */
    public static void show(Window owner, List<RunRecord> runs, List<Difference> differences) {
        TableView<Difference> table = new TableView<>();
        table.setId("settings-differences");
        table.getColumns().add(column("", 260, SettingsDialog::words));
        for (int i = 0; i < runs.size(); i++) {
            int number = i;
            RunRecord run = runs.get(i);
            table.getColumns()
                    .add(
                            column(
                                    tr("{0}, seed {1}", run.name(), run.seed()),
                                    220,
                                    row -> row.values().get(number)));
        }
        List<Difference> rows = new ArrayList<>();
        rows.add(row(tr("Reward"), runs, run -> Numbers.shown(run.reward())));
        rows.add(row(tr("Gap"), runs, run -> Numbers.shown(run.gap())));
        rows.addAll(differences);
        table.getItems().setAll(rows);
        table.setPlaceholder(new Label(tr("They have the same settings.")));
        table.setPrefSize(Math.min(1000, 240 + 220 * runs.size()), 420);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(tr("Settings compared"));
        dialog.setHeaderText(
                differences.isEmpty()
                        ? tr("All settings are the same.")
                        : tr("{0} settings differ; all others are the same.", differences.size()));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("settings-dialog");
        dialog.getDialogPane().setContent(table);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    private static String words(Difference row) {
        return row.labels().stream().map(label -> tr(label)).collect(Collectors.joining(" · "));
    }

    private static Difference row(
            String name, List<RunRecord> runs, Function<RunRecord, String> words) {
        return new Difference(name, List.of(name), runs.stream().map(words).toList());
    }

    private static TableColumn<Difference, String> column(
            String title, double width, Function<Difference, String> words) {
        TableColumn<Difference, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        return column;
    }
}
