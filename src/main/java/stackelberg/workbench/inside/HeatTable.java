package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import stackelberg.game.MechanismSheet;
import stackelberg.workbench.theme.Theme;

/** A table as a heat map: the larger the number of a cell, the stronger its colour. */
final class HeatTable extends TableView<MechanismSheet.Row> {
    private static final double CELL_HEIGHT = 28;
    private static final double TWO_LINES = 1.5;
    private static final int MOST_VISIBLE_ROWS = 12;
    private static final double ROOM = 280;
    private static final double FRAME = 4;
    private static final double SCROLL_BAR = 32;

    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private List<String> columnNames = List.of();

    /** The cells of each row, by its name, of what this table is compared with. */
    private Map<String, List<MechanismSheet.Cell>> compared = Map.of();

    private Theme theme = Theme.LIGHT;
    private double largest = 1;
    private double least;
    private double type = 1;
    private double cellHeight = CELL_HEIGHT;

    HeatTable(String accessibleText) {
        getStyleClass().add("heat-table");
        setAccessibleText(accessibleText);
        setFixedCellSize(CELL_HEIGHT);
        setPlaceholder(new Label(tr("nothing yet")));
        setSelectionModel(null);
        setMinHeight(60);
    }

    /** Type so many times larger than usual; seen when numbers are shown next. */
    void type(double times) {
        type = times;
        setFixedCellSize(CELL_HEIGHT * times);
        columnNames = List.of();
        getItems().clear();
    }

    /** Shows a table, and marks the cells that are not as they are in another one. */
    void show(MechanismSheet sheet, Theme newTheme, MechanismSheet other) {
        Map<String, List<MechanismSheet.Cell>> before = new HashMap<>();
        told(other).rows().forEach(row -> before.put(row.name(), row.cells()));
        boolean changed = !before.equals(compared);
        compared = before;
        show(sheet, newTheme);
        if (changed) {
            refresh();
        }
    }

    /** Whether a cell is another than in the table that this one is compared with. */
    private boolean changed(MechanismSheet.Row row, int column) {
        if (compared.isEmpty()) {
            return false;
        }
        List<MechanismSheet.Cell> before = compared.get(row.name());
        return before == null
                || column >= before.size()
                || !before.get(column).words().equals(row.cells().get(column).words());
    }

    /** Shows a table. */
    void show(MechanismSheet plain, Theme newTheme) {
        MechanismSheet sheet = told(plain);
        List<MechanismSheet.Row> rows = sheet.rows();
        boolean recoloured = theme != newTheme;
        theme = newTheme;
        List<Double> widths = widths(sheet);
        List<String> names = new ArrayList<>(sheet.columns());
        names.add(0, sheet.corner());
        names.add(nameWidth(sheet.rows()) + " " + widths);
        if (!names.equals(columnNames)) {
            columnNames = names;
            rebuild(sheet, widths);
        }
        largest = 1;
        least = 0;
        for (MechanismSheet.Cell cell : cells(rows)) {
            if (!Double.isNaN(cell.value())) {
                largest = Math.max(largest, cell.value());
                least = Math.min(least, cell.value());
            }
        }
        if (recoloured || !rows.equals(getItems())) {
            boolean two = cells(rows).stream().anyMatch(cell -> cell.words().contains("\n"));
            cellHeight = CELL_HEIGHT * (two ? TWO_LINES : 1) * type;
            setFixedCellSize(cellHeight);
            getItems().setAll(rows);
            int visible = Math.max(1, Math.min(rows.size(), MOST_VISIBLE_ROWS));
            double width = getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
            setPrefHeight(
                    CELL_HEIGHT * type
                            + cellHeight * visible
                            + (width > ROOM ? SCROLL_BAR : FRAME));
            setMaxHeight(getPrefHeight());
        }
    }

    /** The sheet in the window's language. */
    private static MechanismSheet told(MechanismSheet sheet) {
        return new MechanismSheet(
                tr(sheet.corner()),
                sheet.columns().stream().map(column -> tr(column)).toList(),
                sheet.rows().stream()
                        .map(
                                row ->
                                        new MechanismSheet.Row(
                                                tr(row.name()),
                                                row.cells().stream().map(HeatTable::told).toList()))
                        .toList());
    }

    private static MechanismSheet.Cell told(MechanismSheet.Cell cell) {
        return new MechanismSheet.Cell(tr(cell.words()), cell.value());
    }

    private static List<MechanismSheet.Cell> cells(List<MechanismSheet.Row> rows) {
        return rows.stream().flatMap(row -> row.cells().stream()).toList();
    }

    private void rebuild(MechanismSheet sheet, List<Double> widths) {
        getColumns().clear();
        double all = nameWidth(sheet.rows()) + widths.stream().mapToDouble(w -> w).sum();
        String common = all > ROOM ? commonWords(sheet.columns()) : "";
        String head = common.isEmpty() ? sheet.corner() : common.strip() + " →";
        if (!head.isEmpty()) {
            getColumns().add(nameColumn(head, sheet.rows()));
        }
        for (int i = 0; i < widths.size(); i++) {
            String name = sheet.columns().get(i).substring(common.length());
            getColumns().add(valueColumn(name, i, common.isEmpty() ? widths.get(i) : width(name)));
        }
    }

    private TableColumn<MechanismSheet.Row, String> nameColumn(
            String corner, List<MechanismSheet.Row> rows) {
        TableColumn<MechanismSheet.Row, String> column = new TableColumn<>(corner);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().name()));
        column.setCellFactory(c -> new NameCell());
        column.setPrefWidth(Math.max(nameWidth(rows), width(corner) + 6));
        column.setSortable(false);
        return column;
    }

    private TableColumn<MechanismSheet.Row, MechanismSheet.Cell> valueColumn(
            String name, int index, double width) {
        TableColumn<MechanismSheet.Row, MechanismSheet.Cell> column = new TableColumn<>(name);
        column.setCellValueFactory(
                row ->
                        new ReadOnlyObjectWrapper<>(
                                index < row.getValue().cells().size()
                                        ? row.getValue().cells().get(index)
                                        : MechanismSheet.Cell.EMPTY));
        column.setCellFactory(c -> new HeatCell(index));
        column.setPrefWidth(width);
        column.setSortable(false);
        return column;
    }

    /** The width of each column: that of its head or of its longest line. */
    private List<Double> widths(MechanismSheet sheet) {
        List<Double> widths = new ArrayList<>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            double width = width(sheet.columns().get(i));
            for (MechanismSheet.Row row : sheet.rows()) {
                if (i < row.cells().size()) {
                    for (String line : row.cells().get(i).words().split("\n", -1)) {
                        width = Math.max(width, lineWidth(line));
                    }
                }
            }
            widths.add(width);
        }
        return widths;
    }

    private double nameWidth(List<MechanismSheet.Row> rows) {
        int longest = rows.stream().mapToInt(row -> row.name().length()).max().orElse(6);
        return type * Math.max(58, Math.min(190, 18 + 7.4 * longest));
    }

    /** The width of a column's head. */
    private double width(String words) {
        return type * Math.max(54, Math.min(170, 16 + 7.2 * words.length()));
    }

    /** The same for a cell: its type is not bold, and it needs less room around it. */
    private double lineWidth(String words) {
        return type * Math.min(170, 12 + 6.4 * words.length());
    }

    /** The words that all names begin with, so that a narrow table can say them once. */
    private static String commonWords(List<String> names) {
        String common = names.isEmpty() ? "" : names.get(0);
        for (String name : names) {
            while (!name.startsWith(common)) {
                common = common.substring(0, common.length() - 1);
            }
        }
        String words = common.substring(0, common.lastIndexOf(' ') + 1);
        return names.size() > 1 ? words : "";
    }

    /** A name that may be too long for its column is told in full by a tooltip. */
    private static final class NameCell extends TableCell<MechanismSheet.Row, String> {
        @Override
        protected void updateItem(@Nullable String name, boolean empty) {
            super.updateItem(name, empty);
            boolean some = !empty && name != null && !name.isEmpty();
            setText(some ? name : null);
            setTooltip(some ? new Tooltip(name) : null);
        }
    }

    private final class HeatCell extends TableCell<MechanismSheet.Row, MechanismSheet.Cell> {
        private final int index;

        HeatCell(int index) {
            this.index = index;
            getStyleClass().add("heat-cell");
        }

        @Override
        protected void updateItem(MechanismSheet.@Nullable Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            setText(empty || cell == null ? null : cell.words());
            MechanismSheet.Row row = getTableRow() == null ? null : getTableRow().getItem();
            pseudoClassStateChanged(
                    CHANGED,
                    !empty && row != null && index < row.cells().size() && changed(row, index));
            if (empty || cell == null || Double.isNaN(cell.value())) {
                setStyle("");
                return;
            }
            double share = (cell.value() - least) / (largest - least);
            setStyle(theme.heatStyle(share));
        }
    }
}
