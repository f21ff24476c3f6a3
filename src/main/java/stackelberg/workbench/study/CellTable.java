package stackelberg.workbench.study;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import stackelberg.study.Axis;
import stackelberg.study.Cell;
import stackelberg.study.Comparison;
import stackelberg.study.Study;
import stackelberg.study.StudyState;
import stackelberg.study.StudyTable;
import stackelberg.study.Summary;
import stackelberg.workbench.session.Numbers;

/** The cells of a study as rows that fill while its jobs end. */
final class CellTable extends TableView<Integer> {
    private @Nullable Study study;
    private List<Cell> cells = List.of();
    private @Nullable StudyTable table;

    /**
     * @param open what happens when the row of a cell is chosen by a double click or the Enter key
     */
    CellTable(Consumer<Cell> open) {
        setId("study-table");
        setAccessibleText(tr("The cells of the study"));
        setPlaceholder(new Label(tr("nothing yet")));
        setRowFactory(
                t -> {
                    TableRow<Integer> row = new TableRow<>();
                    row.setOnMouseClicked(
                            e -> {
                                if (e.getClickCount() == 2 && !row.isEmpty()) {
                                    open.accept(cells.get(row.getItem()));
                                }
                            });
                    return row;
                });
        setOnKeyPressed(
                e -> {
                    Cell chosen = chosen();
                    if (e.getCode() == KeyCode.ENTER && chosen != null) {
                        open.accept(chosen);
                    }
                });
    }

    /** The cell whose row is selected; null for none. */
    @Nullable Cell chosen() {
        Integer row = getSelectionModel().getSelectedItem();
        return row == null ? null : cells.get(row);
    }

    /** Shows a study's cells, filled as far as its state is known. */
    void show(Study newStudy, List<Cell> newCells, @Nullable StudyState state) {
        table = state == null ? null : state.table();
        if (study != newStudy) {
            study = newStudy;
            cells = newCells;
            build(newStudy);
            getItems().setAll(IntStream.range(0, cells.size()).boxed().toList());
        }
        refresh();
    }

    private void build(Study shown) {
        getColumns().clear();
        for (Axis axis : shown.axes()) {
            column(
                    tr(axis.name()),
                    150,
                    row -> tr(cells.get(row).levels().getOrDefault(axis.name(), "")));
        }
        summary(tr("seeds"), 58, s -> String.valueOf(s.n()));
        summary(tr("mean"), 76, s -> Numbers.shown(s.mean()));
        summary(tr("± 95 %"), 76, s -> Numbers.shown(s.high() - s.mean()));
        summary(tr("middle half"), 112, s -> Numbers.shown(s.middle()));
        summary(tr("best"), 72, s -> Numbers.shown(s.best()));
        summary(tr("worst"), 72, s -> Numbers.shown(s.worst()));
        summary(
                tr("optimum"),
                92,
                s -> {
                    Double optimum = s.optimum();
                    return optimum == null ? "–" : Numbers.shown(optimum);
                });
        summary(
                tr("reached"),
                92,
                s -> s.optimum() == null ? "–" : tr("{0} of {1}", s.reached(), s.n()));
        if (!shown.references().isEmpty()) {
            column(
                    tr("reference"),
                    100,
                    row ->
                            shown.reference(cells.get(row))
                                    .map(r -> Numbers.shown(r.value()))
                                    .orElse("–"));
        }
        if (cells.size() > 1) {
            compared(tr("less the first"), 120, c -> Numbers.shown(c.difference()));
            compared(
                    tr("p (Holm)"),
                    96,
                    c -> Double.isNaN(c.p()) ? "–" : String.format(Locale.ROOT, "%.2g", c.p()));
        }
    }

    private void summary(String name, double width, Function<Summary, String> words) {
        column(name, width, row -> table == null ? "" : words.apply(table.summaries().get(row)));
    }

    private void compared(String name, double width, Function<Comparison, String> words) {
        column(
                name,
                width,
                row -> {
                    List<Comparison> all = table == null ? new ArrayList<>() : table.comparisons();
                    return row == 0 || all.isEmpty() ? "" : words.apply(all.get(row - 1));
                });
    }

    private void column(String name, double width, Function<Integer, String> words) {
        TableColumn<Integer, String> column = new TableColumn<>(name);
        column.setPrefWidth(Math.max(width, 24 + 7.4 * name.length()));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(words.apply(row.getValue())));
        getColumns().add(column);
    }
}
