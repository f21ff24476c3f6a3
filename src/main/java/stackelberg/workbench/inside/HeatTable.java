package stackelberg.workbench.inside;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.theme.Theme;

/** A table of numbers as a heat map: the larger, the stronger the colour. */
final class HeatTable extends TableView<HeatTable.Row> {
    private static final double CELL_HEIGHT = 28;
    private static final int MOST_VISIBLE_ROWS = 12;
    private static final double ROOM = 280;

    /** One row: its name and its numbers. */
    record Row(String name, List<Double> values) {}

    private List<String> columnNames = List.of();
    private Theme theme = Theme.LIGHT;
    private double largest = 1;
    private double least;
    private double type = 1;

    HeatTable(String accessibleText) {
        getStyleClass().add("heat-table");
        setAccessibleText(accessibleText);
        setFixedCellSize(CELL_HEIGHT);
        setPlaceholder(new Label("nothing yet"));
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

    /** Shows numbers, {@code values[row][column]}; an empty row is left out. */
    void show(
            String corner,
            List<String> rows,
            List<String> columns,
            double[][] values,
            Theme newTheme) {
        List<String> names = new ArrayList<>(columns);
        names.add(0, corner);
        names.addAll(rows);
        boolean recoloured = theme != newTheme;
        theme = newTheme;
        if (!names.equals(columnNames)) {
            columnNames = names;
            getColumns().clear();
            String common =
                    nameWidth(rows) + valueWidths(columns) > ROOM ? commonWords(columns) : "";
            String head = common.isEmpty() ? corner : common.strip() + " →";
            getColumns().add(nameColumn(head, rows));
            for (int i = 0; i < columns.size(); i++) {
                getColumns().add(valueColumn(columns.get(i).substring(common.length()), i));
            }
        }
        List<Row> items = new ArrayList<>();
        largest = 1;
        least = 0;
        for (int i = 0; i < values.length; i++) {
            if (values[i].length == 0) {
                continue;
            }
            for (double value : values[i]) {
                largest = Math.max(largest, value);
                least = Math.min(least, value);
            }
            items.add(
                    new Row(
                            i < rows.size() ? rows.get(i) : "",
                            Arrays.stream(values[i]).boxed().toList()));
        }
        if (recoloured || !items.equals(getItems())) {
            getItems().setAll(items);
            int visible = Math.max(1, Math.min(items.size(), MOST_VISIBLE_ROWS));
            double width = getColumns().stream().mapToDouble(TableColumn::getPrefWidth).sum();
            setPrefHeight(CELL_HEIGHT * type * (visible + 1) + (width > ROOM ? 24 : 4));
            setMaxHeight(getPrefHeight());
        }
    }

    private TableColumn<Row, String> nameColumn(String corner, List<String> rows) {
        TableColumn<Row, String> column = new TableColumn<>(corner);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().name()));
        column.setPrefWidth(Math.max(nameWidth(rows), valueWidth(corner) - 6));
        column.setSortable(false);
        return column;
    }

    private TableColumn<Row, Double> valueColumn(String name, int index) {
        TableColumn<Row, Double> column = new TableColumn<>(name);
        column.setCellValueFactory(
                row ->
                        new ReadOnlyObjectWrapper<>(
                                index < row.getValue().values().size()
                                        ? row.getValue().values().get(index)
                                        : Double.NaN));
        column.setCellFactory(c -> new HeatCell());
        column.setPrefWidth(valueWidth(name));
        column.setSortable(false);
        return column;
    }

    private double nameWidth(List<String> rows) {
        int longest = rows.stream().mapToInt(String::length).max().orElse(6);
        return type * Math.max(58, Math.min(190, 18 + 7.4 * longest));
    }

    private double valueWidth(String name) {
        return type * Math.max(54, Math.min(150, 16 + 7.8 * name.length()));
    }

    private double valueWidths(List<String> columns) {
        return columns.stream().mapToDouble(this::valueWidth).sum();
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

    private final class HeatCell extends TableCell<Row, Double> {
        HeatCell() {
            getStyleClass().add("heat-cell");
        }

        @Override
        protected void updateItem(@Nullable Double value, boolean empty) {
            super.updateItem(value, empty);
            if (empty || value == null || value.isNaN()) {
                setText(empty ? null : "–");
                setStyle("");
                return;
            }
            double share = (value - least) / (largest - least);
            setText(Numbers.shown(Math.rint(value * 1000) / 1000));
            setStyle(
                    "-fx-background-color: "
                            + web(theme.heat(share))
                            + "; -fx-text-fill: "
                            + web(theme.onHeat(share))
                            + ";");
        }

        private static String web(Color colour) {
            return String.format(
                    java.util.Locale.ROOT,
                    "rgb(%d,%d,%d)",
                    Math.round(255 * colour.getRed()),
                    Math.round(255 * colour.getGreen()),
                    Math.round(255 * colour.getBlue()));
        }
    }
}
