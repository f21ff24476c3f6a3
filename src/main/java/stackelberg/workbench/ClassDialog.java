package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.ClassList;
import stackelberg.workbench.session.ClassList.Entry;

/** The best of the class on one screen, and a place to enter what one came to. */
final class ClassDialog {
    private final ClassList list;
    private final ChoiceBox<String> tasks = new ChoiceBox<>();
    private final TableView<Entry> table = new TableView<>();

    private ClassDialog(ClassList list) {
        this.list = list;
    }

    /**
     * @param offered what somebody has just come to; null to look only
     */
    static void show(Window owner, ClassList list, @Nullable Entry offered) {
        ClassDialog view = new ClassDialog(list);
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(tr("Best of the class"));
        dialog.setHeaderText(tr("Best of the class"));
        dialog.setResizable(true);
        dialog.getDialogPane().setId("class");
        dialog.getDialogPane().setContent(view.body(offered));
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    private VBox body(@Nullable Entry offered) {
        table.setId("class-table");
        table.getColumns().add(column("", 44, entry -> place(entry)));
        table.getColumns().add(column(tr("Name"), 180, Entry::name));
        table.getColumns().add(column(tr("Came to"), 420, Entry::words));
        table.setPlaceholder(new Label(tr("Nobody has entered anything yet.")));
        table.setPrefSize(680, 360);
        tasks.setId("class-task");
        tasks.setAccessibleText(tr("What was to be done"));
        tasks.setMaxWidth(Double.MAX_VALUE);
        tasks.valueProperty().addListener((o, was, is) -> fill());
        Button clear = new Button(tr("Clear this list"));
        clear.setId("class-clear");
        clear.setMinWidth(Button.USE_PREF_SIZE);
        clear.setOnAction(
                e -> {
                    String task = tasks.getValue();
                    if (task != null) {
                        list.clear(task);
                        choose(null);
                    }
                });
        HBox top = new HBox(8, tasks, clear);
        HBox.setHgrow(tasks, Priority.ALWAYS);
        VBox body = new VBox(10, top, table);
        VBox.setVgrow(table, Priority.ALWAYS);
        if (offered != null) {
            body.getChildren().add(0, enter(offered));
        }
        choose(offered == null ? null : offered.task());
        return body;
    }

    private HBox enter(Entry offered) {
        TextField name = new TextField();
        name.setId("class-name");
        name.setPromptText(tr("Your name"));
        name.setAccessibleText(tr("Your name"));
        Button enter = new Button(tr("Enter"));
        enter.setId("class-enter");
        enter.setDefaultButton(true);
        enter.setMinWidth(Button.USE_PREF_SIZE);
        enter.disableProperty().bind(name.textProperty().isEmpty());
        Label words = new Label(offered.words());
        words.setWrapText(true);
        HBox row = new HBox(8, words, name, enter);
        row.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        enter.setOnAction(
                e -> {
                    list.add(offered.by(name.getText().strip()));
                    row.setVisible(false);
                    row.setManaged(false);
                    choose(offered.task());
                });
        return row;
    }

    private void choose(@Nullable String task) {
        List<String> all = list.tasks();
        tasks.getItems().setAll(all);
        if (task != null && !all.contains(task)) {
            tasks.getItems().add(task);
        }
        if (task != null) {
            tasks.setValue(task);
        } else {
            tasks.getSelectionModel().selectLast();
        }
        fill();
    }

    private void fill() {
        String task = tasks.getValue();
        table.getItems().setAll(task == null ? List.of() : list.best(task));
    }

    /** Equals share a place. */
    private String place(Entry entry) {
        long better =
                table.getItems().stream().filter(one -> one.points() > entry.points()).count();
        return better + 1 + ".";
    }

    private static TableColumn<Entry, String> column(
            String title, double width, java.util.function.Function<Entry, String> words) {
        TableColumn<Entry, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        return column;
    }
}
