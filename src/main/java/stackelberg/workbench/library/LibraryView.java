package stackelberg.workbench.library;

import static stackelberg.workbench.language.Text.tr;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.engine.About;
import stackelberg.engine.RunRecord;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.theme.Presence;

/** All runs on this machine, newest first. */
public final class LibraryView extends BorderPane {
    /** What a person can do here. */
    public interface Doors {
        /** Reads again what there is; {@link #show} will be called. */
        void refresh(boolean ofBin);

        void look(List<RunRecord> runs, boolean beside);

        void goOn(List<RunRecord> runs);

        void compare(List<RunRecord> runs);

        void say(RunRecord run, About words);

        void throwAway(List<RunRecord> runs);

        void takeBack(List<RunRecord> runs);

        void emptyBin();

        /** How many studies, which hold runs of their own, have these words. */
        long studies(String words);

        /** Shows them. */
        void showStudies(String words);
    }

    private final Doors doors;
    private final ObservableList<RunRecord> all = FXCollections.observableArrayList();
    private RunList list = RunList.NONE;
    private final FilteredList<RunRecord> found = new FilteredList<>(all);
    private final TableView<RunRecord> table = new TableView<>();
    private final TextField search = new TextField();
    private final ToggleButton bin = new ToggleButton(tr("Bin"), new FontIcon("fth-trash-2"));
    private final Label nothing = new Label();
    private final Button look = button("library-look", tr("Open"), "fth-eye", this::look);
    private final Button lay =
            button("library-lay-over", tr("Lay over"), "fth-layers", () -> look(true));
    private final Button goOn = button("library-go-on", tr("Go on"), "fth-play", this::goOn);
    private final Button compare =
            button("library-compare", tr("Compare settings"), "fth-columns", this::compare);
    private final Button throwAway =
            button("library-throw-away", tr("Throw away"), "fth-trash", this::throwAway);
    private final Button takeBack =
            button("library-take-back", tr("Take back"), "fth-corner-up-left", this::takeBack);
    private final Button empty =
            button("library-empty-bin", tr("Empty the bin"), "fth-x-circle", this::emptyBin);

    private final Button studies =
            button("library-studies", tr("Studies"), "fth-layers", this::showStudies);

    public LibraryView(Doors doors) {
        this.doors = doors;
        studies.setTooltip(new Tooltip(tr("Studies that have what is searched for")));
        setId("library");
        getStyleClass().add("library");
        Label title = new Label(tr("Runs on this machine"));
        title.getStyleClass().add("gallery-title");
        search.setId("library-search");
        search.setPromptText(tr("Search: a title, a note, finished, interrupted, a date"));
        search.setAccessibleText(tr("Search the runs"));
        search.setPrefWidth(340);
        search.textProperty().addListener((o, was, is) -> filter());
        bin.setId("library-bin");
        bin.setTooltip(new Tooltip(tr("Runs that were thrown away")));
        bin.setOnAction(e -> refresh());
        look.setTooltip(new Tooltip(tr("Show with charts and inspector (Enter)")));
        lay.setTooltip(new Tooltip(tr("The same, beside the runs that are on the charts")));
        goOn.setTooltip(new Tooltip(tr("Train on from the last checkpoint")));
        compare.setTooltip(new Tooltip(tr("In which settings two or more runs differ")));
        throwAway.setTooltip(new Tooltip(tr("Move to the bin (Delete)")));
        FlowPane bar =
                new FlowPane(
                        8, 6, search, look, lay, goOn, compare, throwAway, takeBack, empty, bin,
                        studies);
        bar.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(10, title, bar);
        top.getStyleClass().add("library-top");
        setTop(top);
        fillTable();
        setCenter(table);
        buttons();
    }

    private Button button(String id, String text, String icon, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setOnAction(e -> action.run());
        return button;
    }

    private void fillTable() {
        table.setId("library-table");
        table.setAccessibleText(tr("Runs on this machine"));
        nothing.setWrapText(true);
        table.setPlaceholder(nothing);
        table.setEditable(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (javafx.collections.ListChangeListener<RunRecord>) change -> buttons());
        SortedList<RunRecord> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        spoken(
                tr("Name"),
                190,
                RunRecord::name,
                (run, name) -> about(run, name, run.about().note()));
        numbers(tr("Seed"), 56, run -> (double) run.seed(), run -> "" + run.seed());
        when();
        column(tr("State"), 92, run -> list.state(run));
        numbers(tr("Transitions"), 92, run -> (double) run.steps(), LibraryView::steps);
        numbers(tr("Reward"), 80, RunRecord::reward, run -> Numbers.shown(run.reward()));
        numbers(tr("Gap"), 76, RunRecord::gap, run -> Numbers.shown(run.gap()));
        column(tr("Verdict"), 330, run -> list.verdict(run));
        spoken(
                tr("Note"),
                200,
                run -> run.about().note(),
                (run, note) -> about(run, run.about().name(), note));
        table.setOnKeyPressed(
                event -> {
                    if (table.getEditingCell() != null) {
                        return;
                    }
                    if (event.getCode() == KeyCode.DELETE) {
                        throwAway();
                    } else if (event.getCode() == KeyCode.ENTER) {
                        look();
                    }
                });
    }

    private static String steps(RunRecord run) {
        return run.steps() == 0 ? "–" : Numbers.count(run.steps());
    }

    private static About about(RunRecord run, String name, String note) {
        String own = name.strip().equals(run.title()) ? "" : name.strip();
        return new About(own, note.strip(), run.about().setAside());
    }

    private TableColumn<RunRecord, String> column(
            String title, double width, Function<RunRecord, String> words) {
        TableColumn<RunRecord, String> column = new TableColumn<>(title);
        column.setPrefWidth(Math.max(width, 20 + 7.4 * title.length()));
        column.setEditable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        column.setCellFactory(c -> new ToldCell());
        table.getColumns().add(column);
        return column;
    }

    /** Words of the person's own: a double click or F2 changes them. */
    private void spoken(
            String title,
            double width,
            Function<RunRecord, String> words,
            java.util.function.BiFunction<RunRecord, String, About> said) {
        TableColumn<RunRecord, String> column = column(title, width, words);
        column.setEditable(true);
        column.setCellFactory(TextFieldTableCell.forTableColumn());
        column.setOnEditCommit(
                edit ->
                        doors.say(
                                edit.getRowValue(),
                                said.apply(edit.getRowValue(), edit.getNewValue())));
    }

    private void numbers(
            String title,
            double width,
            Function<RunRecord, Double> value,
            Function<RunRecord, String> words) {
        TableColumn<RunRecord, RunRecord> column = new TableColumn<>(title);
        column.setPrefWidth(Math.max(width, 20 + 7.4 * title.length()));
        column.setEditable(false);
        column.getStyleClass().add("number-column");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(Comparator.comparing(value));
        column.setCellFactory(c -> new RecordCell(words));
        table.getColumns().add(column);
    }

    private void when() {
        TableColumn<RunRecord, RunRecord> column = new TableColumn<>(tr("Begun"));
        column.setPrefWidth(140);
        column.setEditable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setComparator(Comparator.comparing(RunRecord::begun));
        column.setCellFactory(c -> new RecordCell(run -> list.begun(run)));
        table.getColumns().add(column);
    }

    /** A cell whose tooltip holds what may not fit. */
    private static final class ToldCell extends TableCell<RunRecord, String> {
        @Override
        protected void updateItem(@Nullable String text, boolean none) {
            super.updateItem(text, none);
            setText(none ? null : text);
            Tooltip whole = none || text == null || text.length() < 12 ? null : new Tooltip(text);
            if (whole != null) {
                whole.setWrapText(true);
                whole.setMaxWidth(420);
            }
            setTooltip(whole);
        }
    }

    private static final class RecordCell extends TableCell<RunRecord, RunRecord> {
        private final Function<RunRecord, String> words;

        RecordCell(Function<RunRecord, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable RunRecord run, boolean none) {
            super.updateItem(run, none);
            setText(none || run == null ? null : tr(words.apply(run)));
        }
    }

    private void filter() {
        List<String> wanted =
                Stream.of(search.getText().toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                        .toList();
        found.setPredicate(run -> list.has(run, wanted));
        sayNothing();
        countStudies();
    }

    /** Why the table is empty, should it be. */
    private void sayNothing() {
        nothing.setText(
                !all.isEmpty()
                        ? tr("No run is like that.")
                        : bin.isSelected()
                                ? tr("The bin is empty.")
                                : tr("No runs yet. What is trained in this window is kept here."));
    }

    private void countStudies() {
        studies.setText(tr("Studies ({0})", doors.studies(search.getText())));
    }

    private void showStudies() {
        doors.showStudies(search.getText());
    }

    private List<RunRecord> chosen() {
        return List.copyOf(table.getSelectionModel().getSelectedItems());
    }

    private void buttons() {
        List<RunRecord> chosen = chosen();
        boolean inBin = bin.isSelected();
        look.setDisable(chosen.isEmpty() || inBin);
        lay.setDisable(look.isDisabled());
        goOn.setDisable(inBin || chosen.stream().noneMatch(RunRecord::resumable));
        compare.setDisable(chosen.size() < 2);
        throwAway.setDisable(chosen.isEmpty() || inBin);
        Presence.of(throwAway, !inBin);
        takeBack.setDisable(chosen.isEmpty());
        Presence.of(takeBack, inBin);
        empty.setDisable(all.isEmpty());
        Presence.of(empty, inBin);
    }

    private void look() {
        look(false);
    }

    private void look(boolean beside) {
        if (!look.isDisabled()) {
            doors.look(chosen(), beside);
        }
    }

    private void goOn() {
        doors.goOn(chosen().stream().filter(RunRecord::resumable).toList());
    }

    private void compare() {
        doors.compare(chosen());
    }

    private void throwAway() {
        if (!throwAway.isDisabled()) {
            List<RunRecord> thrown = chosen();
            doors.throwAway(thrown);
            // At once, not when they are moved: nobody opens what is on its way to the bin. Rows
            // that go while they are selected leave null among what is selected.
            table.getSelectionModel().clearSelection();
            all.removeAll(thrown);
        }
    }

    private void takeBack() {
        doors.takeBack(chosen());
    }

    private void emptyBin() {
        doors.emptyBin();
    }

    /** Asks for what there is now. */
    public void refresh() {
        nothing.setText(tr("Looking …"));
        countStudies();
        doors.refresh(bin.isSelected());
    }

    /** Shows these runs; those that are selected stay so. */
    public void show(RunList runs) {
        Set<Path> selected = chosen().stream().map(RunRecord::folder).collect(Collectors.toSet());
        table.getSelectionModel().clearSelection();
        list = runs;
        all.setAll(runs.runs());
        List<RunRecord> shown = table.getItems();
        int[] rows =
                IntStream.range(0, shown.size())
                        .filter(row -> selected.contains(shown.get(row).folder()))
                        .toArray();
        if (rows.length > 0) {
            // All at once: each by itself would be looked for from the first row on.
            table.getSelectionModel().selectIndices(rows[0], rows);
        }
        sayNothing();
        buttons();
    }
}
