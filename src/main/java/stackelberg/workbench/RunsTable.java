package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.Remedies;
import stackelberg.workbench.session.RunQueue;
import stackelberg.workbench.session.WatchedRun;

/** All runs: select one to look inside, tick those whose curves are to be shown. */
final class RunsTable extends TableView<RunRow> {
    private static final double ROW_HEIGHT = 28;
    private static final double SCROLL_BAR = 14;
    private static final long LEAST_INTERVAL = 200_000_000;

    /** What can be done with a run. */
    interface Doors {
        void edit(WatchedRun run);

        void saveEvents(WatchedRun run);
    }

    private final ObservableList<RunRow> rows =
            FXCollections.observableArrayList(row -> new javafx.beans.Observable[] {row.shown()});
    private final RunQueue queue;
    private TableColumn<RunRow, String> verdict = new TableColumn<>();
    private long refreshedAt = Long.MIN_VALUE / 2;

    /**
     * @param doors what the menu of a run leads to
     * @param remedies what helps a run that fell short
     * @param select told of the run that is selected; null for none
     * @param changed called when runs are ticked or removed
     */
    RunsTable(
            RunQueue queue,
            Doors doors,
            Remedies remedies,
            Consumer<@Nullable WatchedRun> select,
            Runnable changed) {
        this.queue = queue;
        setId("runs");
        setItems(rows);
        setEditable(true);
        setMinSize(0, 90);
        setPlaceholder(new Label(tr("No runs yet. Press Train (F5).")));
        setAccessibleText(tr("Table of runs"));
        columns();
        getSelectionModel()
                .selectedItemProperty()
                .addListener((o, was, is) -> select.accept(is == null ? null : is.run()));
        rows.addListener((javafx.collections.ListChangeListener<RunRow>) change -> changed.run());
        MenuItem only = new MenuItem(tr("Show only this run's experiment"));
        only.setOnAction(e -> showOnly());
        MenuItem remove = new MenuItem(tr("Remove (Delete)"));
        remove.setOnAction(e -> removeSelected());
        MenuItem help = new MenuItem();
        help.setId("remedy-item");
        help.setOnAction(e -> remedies.apply(getSelectionModel().getSelectedItem().run()));
        MenuItem edit = new MenuItem(tr("Edit its scenario"));
        edit.setOnAction(e -> ofSelected(doors::edit));
        MenuItem events = new MenuItem(tr("Save as TensorBoard events …"));
        events.setOnAction(e -> ofSelected(doors::saveEvents));
        ContextMenu menu = new ContextMenu(help, only, edit, events, remove);
        menu.setOnShowing(
                e -> {
                    RunRow selected = getSelectionModel().getSelectedItem();
                    String words = selected == null ? "" : Remedies.words(selected.run());
                    help.setText(words);
                    help.setVisible(!words.isEmpty());
                });
        setContextMenu(menu);
        setOnKeyPressed(
                e -> {
                    if (e.getCode() == KeyCode.DELETE) {
                        removeSelected();
                    } else if (e.getCode() == KeyCode.SPACE) {
                        toggleSelected();
                        e.consume();
                    }
                });
    }

    private void columns() {
        TableColumn<RunRow, Boolean> show = new TableColumn<>(tr("Show"));
        show.setCellValueFactory(row -> row.getValue().shown());
        show.setCellFactory(CheckBoxTableCell.forTableColumn(show));
        show.setUserData(Math.max(48, 20 + 7.4 * show.getText().length()));
        show.setEditable(true);
        getColumns().add(show);
        text(
                tr("Run"),
                112,
                row -> new ReadOnlyStringWrapper(row.run().experiment().name()),
                false);
        text(tr("Seed"), 46, row -> new ReadOnlyStringWrapper("" + row.run().seed()), true);
        text(tr("State"), 66, RunRow::state, false);
        text(tr("Transitions"), 84, RunRow::transitions, true);
        text(tr("Reward"), 66, RunRow::reward, true);
        text(tr("Gap"), 62, RunRow::gap, true);
        verdict = text(tr("Verdict"), 200, RunRow::verdict, false);
        text(tr("Optimum"), 70, RunRow::optimum, true);
        text(tr("Plays/s"), 60, RunRow::rate, true);
        type(1);
    }

    private TableColumn<RunRow, String> text(
            String title,
            double width,
            Function<RunRow, ObservableValue<String>> value,
            boolean number) {
        TableColumn<RunRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(row -> value.apply(row.getValue()));
        column.setCellFactory(c -> new TextCell());
        column.setUserData(Math.max(width, 20 + 7.4 * title.length()));
        if (number) {
            column.getStyleClass().add("number-column");
        }
        getColumns().add(column);
        return column;
    }

    /** A cell whose tooltip holds what may not fit, such as why a run failed. */
    private static final class TextCell extends javafx.scene.control.TableCell<RunRow, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            Tooltip whole = empty || text == null || text.length() < 12 ? null : new Tooltip(text);
            if (whole != null) {
                whole.setWrapText(true);
                whole.setMaxWidth(420);
            }
            setTooltip(whole);
        }
    }

    private void ofSelected(Consumer<WatchedRun> action) {
        RunRow selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            action.accept(selected.run());
        }
    }

    private void showOnly() {
        RunRow selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            rows.forEach(r -> r.shown().set(r.run().experiment() == selected.run().experiment()));
        }
    }

    private void toggleSelected() {
        RunRow selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            selected.shown().set(!selected.shown().get());
        }
    }

    private void removeSelected() {
        RunRow selected = getSelectionModel().getSelectedItem();
        if (selected != null) {
            queue.remove(selected.run());
            rows.remove(selected);
        }
    }

    /** Type so many times larger than usual. */
    void type(double times) {
        double others = 0;
        for (TableColumn<RunRow, ?> column : getColumns()) {
            if (column.getUserData() instanceof Double width) {
                if (column != verdict) {
                    column.setPrefWidth(width * times);
                }
                others += column == verdict ? 0 : width * times;
            }
        }
        verdict.prefWidthProperty()
                .bind(Bindings.max(180 * times, widthProperty().subtract(others + SCROLL_BAR)));
        setFixedCellSize(ROW_HEIGHT * times);
    }

    /** Adds the runs of a new experiment and selects the first of them. */
    void add(List<WatchedRun> runs) {
        rows.forEach(RunRow::refresh);
        int first = rows.size();
        rows.addAll(runs.stream().map(RunRow::new).toList());
        getSelectionModel().clearAndSelect(first);
        scrollTo(first);
    }

    /** Refreshes the texts, at most five times a second. */
    void pulse(long now) {
        if (now - refreshedAt >= LEAST_INTERVAL) {
            refreshedAt = now;
            rows.forEach(RunRow::refresh);
        }
    }
}
