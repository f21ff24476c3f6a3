package stackelberg.workbench.form;

import javafx.scene.control.TablePosition;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.controlsfx.control.spreadsheet.SpreadsheetCell;
import org.controlsfx.control.spreadsheet.SpreadsheetColumn;
import org.controlsfx.control.spreadsheet.SpreadsheetView;

/** A spreadsheet that copies and pastes plain text, as other programs do. */
final class PayoffSheet extends SpreadsheetView {
    private static final double HEADER_HEIGHT = 28;
    private static final double ROW_HEADER_WIDTH = 52;
    private static final double LEAST_COLUMN = 62;
    private static final double ROOM = 250;

    /** What to do with pasted text. */
    interface Paste {
        void at(int row, int column, String text);
    }

    private final Paste paste;

    PayoffSheet(Paste paste) {
        this.paste = paste;
        setRowHeaderWidth(ROW_HEADER_WIDTH);
        setEditable(true);
        setMinHeight(HEADER_HEIGHT);
        getStyleClass().add("payoff-sheet");
    }

    /** Gives every column the width that fits, and the sheet the height of its rows. */
    void fit(int columns, double rowsHeight) {
        double width = Math.max(LEAST_COLUMN, (ROOM - ROW_HEADER_WIDTH) / columns);
        for (SpreadsheetColumn column : getColumns()) {
            column.setPrefWidth(width);
        }
        boolean scrolls = width * columns + ROW_HEADER_WIDTH > ROOM + 2;
        double height = HEADER_HEIGHT + rowsHeight + (scrolls ? 24 : 6);
        setPrefHeight(height);
        setMaxHeight(height);
        setPrefWidth(ROOM);
    }

    @Override
    public void copyClipboard() {
        StringBuilder text = new StringBuilder();
        int row = -1;
        for (TablePosition<?, ?> position : getSelectionModel().getSelectedCells()) {
            if (row >= 0) {
                text.append(position.getRow() == row ? '\t' : '\n');
            }
            row = position.getRow();
            SpreadsheetCell cell = getGrid().getRows().get(row).get(position.getColumn());
            text.append(cell.getText());
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void pasteClipboard() {
        String text = Clipboard.getSystemClipboard().getString();
        TablePosition<?, ?> focus = getSelectionModel().getFocusedCell();
        if (text != null && !text.isBlank() && focus != null && focus.getRow() >= 0) {
            paste.at(focus.getRow(), Math.max(0, focus.getColumn()), text);
        }
    }
}
