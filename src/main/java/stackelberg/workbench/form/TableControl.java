package stackelberg.workbench.form;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.spreadsheet.GridBase;
import org.controlsfx.control.spreadsheet.GridChange;
import org.controlsfx.control.spreadsheet.SpreadsheetCell;
import org.controlsfx.control.spreadsheet.SpreadsheetCellType;
import org.jspecify.annotations.Nullable;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Table;
import stackelberg.workbench.session.ParameterPath;

/** A spreadsheet for a table of numbers. */
final class TableControl implements ParameterControl {
    private static final int ROW_HEIGHT = 28;
    private static final int MOST_VISIBLE_ROWS = 10;

    /** Beyond this many cells a spreadsheet is no way to edit a table, and stops the window. */
    private static final int MOST_CELLS = 10_000;

    private final Declared parameter;
    private final ParameterPath path;
    private final FormContext context;
    private final PayoffSheet sheet = new PayoffSheet(this::paste);
    private final FieldFrame frame;
    private @Nullable Table shown;
    private String[][] cells = new String[0][];

    TableControl(Declared parameter, ParameterPath path, FormContext context) {
        this.parameter = parameter;
        this.path = path;
        this.context = context;
        FlowPane buttons = new FlowPane(4, 4);
        buttons.getChildren()
                .addAll(
                        button(tr("+ row"), tr("Add a row at the end"), () -> resize(1, 0)),
                        button(tr("− row"), tr("Remove the last row"), () -> resize(-1, 0)),
                        button(tr("+ column"), tr("Add a column at the end"), () -> resize(0, 1)),
                        button(tr("− column"), tr("Remove the last column"), () -> resize(0, -1)),
                        button(
                                tr("Paste"),
                                tr(
                                        "Replace the table by the clipboard's: tabs, semicolons or"
                                                + " commas between cells, a line for each row"),
                                () -> pasteWhole(Clipboard.getSystemClipboard().getString())));
        VBox box = new VBox(4, sheet, buttons);
        frame = FieldFrame.below(parameter, path, box);
        sheet.setId(FieldFrame.id(path) + "-sheet");
        sheet.setAccessibleText(tr(parameter.about().label()));
        context.register(path, frame);
    }

    private Button button(String text, String help, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(tr(parameter.about().label()) + ": " + help);
        button.setOnAction(e -> action.run());
        return button;
    }

    @Override
    public Node node() {
        return frame.node();
    }

    @Override
    public void show(Object value, boolean restore) {
        Table table = (Table) value;
        boolean unreadable = shown == null && cells.length > 0;
        if (!restore
                && (table.equals(shown) || (unreadable && context.editor().unreadableAt(path)))) {
            return;
        }
        shown = table;
        cells = new String[table.rows()][table.columns()];
        for (int row = 0; row < table.rows(); row++) {
            for (int column = 0; column < table.columns(); column++) {
                cells[row][column] = TableText.cell(table, row, column);
            }
        }
        fill();
    }

    private void fill() {
        int rows = cells.length;
        int columns = cells[0].length;
        GridBase grid = new GridBase(rows, columns);
        ObservableList<ObservableList<SpreadsheetCell>> lines = FXCollections.observableArrayList();
        for (int row = 0; row < rows; row++) {
            ObservableList<SpreadsheetCell> line = FXCollections.observableArrayList();
            for (int column = 0; column < columns; column++) {
                SpreadsheetCell cell =
                        SpreadsheetCellType.STRING.createCell(
                                row, column, 1, 1, cells[row][column]);
                cell.getStyleClass().add("payoff");
                line.add(cell);
            }
            lines.add(line);
            grid.getRowHeaders().add(tr(parameter.about().rows()) + " " + (row + 1));
        }
        for (int column = 0; column < columns; column++) {
            grid.getColumnHeaders().add(tr(parameter.about().columns()) + " " + (column + 1));
        }
        grid.setRowHeightCallback(row -> (double) ROW_HEIGHT);
        grid.setRows(lines);
        grid.addEventHandler(
                GridChange.GRID_CHANGE_EVENT,
                change ->
                        entered(
                                change.getRow(),
                                change.getColumn(),
                                Objects.toString(change.getNewValue(), "")));
        sheet.setGrid(grid);
        sheet.fit(columns, ROW_HEIGHT * Math.min(rows, MOST_VISIBLE_ROWS));
    }

    private void entered(int row, int column, String text) {
        if (!text.equals(cells[row][column])) {
            cells[row][column] = text;
            commit();
        }
    }

    /** Hands the cells to the editor, or what is wrong with them. */
    private void commit() {
        int width = width();
        List<Fault> faults = new ArrayList<>();
        double[][][] values = TableText.read(cells, width, path, faults);
        context.editor().seal();
        if (faults.isEmpty()) {
            shown = Table.of(values);
            context.editor().edit(path, shown);
        } else {
            shown = null;
            context.editor().refuse(path, faults);
        }
    }

    private int width() {
        return TableText.width(cells, shownWidth());
    }

    /** Numbers in a cell of the table as the scenario has it. */
    private int shownWidth() {
        return ((Table) path.read(context.editor().scenario())).width();
    }

    private void resize(int moreRows, int moreColumns) {
        int rows = Math.max(1, cells.length + moreRows);
        int columns = Math.max(1, cells[0].length + moreColumns);
        String zero = "0" + ", 0".repeat(width() - 1);
        String[][] resized = new String[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                resized[row][column] =
                        row < cells.length && column < cells[0].length ? cells[row][column] : zero;
            }
        }
        cells = resized;
        fill();
        commit();
    }

    /** Puts pasted cells in from a cell on, as far as the table reaches. */
    private void paste(int row, int column, String text) {
        String[][] pasted = TableText.split(text, width());
        if (row == 0 && column == 0 && (pasted.length > 1 || pasted[0].length > 1)) {
            pasteWhole(text);
            return;
        }
        for (int r = 0; r < pasted.length && row + r < cells.length; r++) {
            for (int c = 0; c < pasted[r].length && column + c < cells[0].length; c++) {
                cells[row + r][column + c] = pasted[r][c].strip();
            }
        }
        fill();
        commit();
    }

    /** Replaces the table by a pasted one; short rows are filled up with zeros. */
    private void pasteWhole(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return;
        }
        String[][] pasted = TableText.split(text, width());
        int columns = 0;
        for (String[] row : pasted) {
            columns = Math.max(columns, row.length);
        }
        if ((long) pasted.length * columns > MOST_CELLS) {
            shown = null;
            context.editor()
                    .refuse(
                            path,
                            tr(
                                    "the pasted table has {0} rows and {1} columns, more than {2}"
                                            + " cells",
                                    pasted.length, columns, MOST_CELLS),
                            tr("Paste a smaller table; the old one is still here"));
            return;
        }
        String zero = "0" + ", 0".repeat(width() - 1);
        cells = new String[pasted.length][columns];
        for (int row = 0; row < pasted.length; row++) {
            for (int column = 0; column < columns; column++) {
                cells[row][column] =
                        column < pasted[row].length ? pasted[row][column].strip() : zero;
            }
        }
        fill();
        commit();
    }
}
