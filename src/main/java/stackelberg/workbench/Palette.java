package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Finds anything that can be done here by a few letters of its name, and does it. */
final class Palette extends StackPane {
    private static final double WIDTH = 560;
    private static final double ROW = 34;
    private static final int MOST_ROWS = 10;

    /**
     * Something that can be done.
     *
     * @param kind what it is: an action, a field, a sample
     * @param name what a person looks for
     * @param hint its key, or what it belongs to
     */
    record Entry(String kind, String name, String hint, Runnable action) {
        /**
         * How well it fits what was typed: 0 best, the larger the worse; negative if not at all.
         *
         * @param typed in small letters
         */
        int fit(String typed) {
            String text = name.toLowerCase(Locale.ROOT);
            if (text.startsWith(typed)) {
                return 0;
            } else if ((" " + text).contains(" " + typed)) {
                return 1;
            } else if (text.contains(typed)) {
                return 2;
            }
            String all = (name + " " + kind + " " + hint).toLowerCase(Locale.ROOT);
            return Stream.of(typed.split("\\s+", -1)).allMatch(all::contains) ? 3 : -1;
        }
    }

    private final TextField search = new TextField();
    private final ListView<Entry> list = new ListView<>();
    private List<Entry> entries = List.of();
    private @Nullable Node before;

    Palette() {
        setId("palette");
        getStyleClass().add("palette-veil");
        search.setId("palette-search");
        search.setPromptText(tr("An action, a field, a sample …"));
        search.setAccessibleText(tr("Find anything"));
        search.textProperty().addListener((o, was, is) -> fill());
        list.setId("palette-list");
        list.setAccessibleText(tr("What was found"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setCellFactory(l -> new EntryCell());
        list.setPlaceholder(new Label(tr("Nothing is called so.")));
        list.setOnMouseClicked(e -> choose());
        VBox box = new VBox(6, search, list);
        box.getStyleClass().add("palette");
        box.setMaxSize(WIDTH, USE_PREF_SIZE);
        StackPane.setAlignment(box, Pos.TOP_CENTER);
        getChildren().add(box);
        setOnMousePressed(
                e -> {
                    if (e.getTarget() == this) {
                        close();
                    }
                });
        addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        setVisible(false);
    }

    /** Opens on these. */
    void open(List<Entry> all) {
        entries = all;
        before = getScene() == null ? null : getScene().getFocusOwner();
        search.clear();
        fill();
        setVisible(true);
        search.requestFocus();
    }

    void close() {
        setVisible(false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private void press(KeyEvent event) {
        int last = list.getItems().size() - 1;
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
        } else if (event.getCode() == KeyCode.DOWN) {
            select(Math.min(last, at + 1));
        } else if (event.getCode() == KeyCode.UP) {
            select(Math.max(0, at - 1));
        } else {
            return;
        }
        event.consume();
    }

    private void select(int row) {
        list.getSelectionModel().clearAndSelect(row);
        list.scrollTo(Math.max(0, row - MOST_ROWS + 1));
    }

    private void choose() {
        Entry chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            chosen.action().run();
        }
    }

    private void fill() {
        list.getItems().setAll(found(entries, search.getText()));
        int rows = Math.max(1, Math.min(MOST_ROWS, list.getItems().size()));
        list.setPrefHeight(rows * ROW + 4);
        list.getSelectionModel().selectFirst();
    }

    /** What fits, the best first, otherwise in the order given. */
    static List<Entry> found(List<Entry> entries, String typed) {
        String words = typed.strip().toLowerCase(Locale.ROOT);
        List<Entry> fitting =
                new ArrayList<>(entries.stream().filter(e -> e.fit(words) >= 0).toList());
        fitting.sort(Comparator.comparingInt(e -> e.fit(words)));
        return fitting;
    }

    private static final class EntryCell extends ListCell<Entry> {
        private final Label name = new Label();
        private final Label kind = new Label();
        private final Label hint = new Label();
        private final HBox line = new HBox(10, name, kind, hint);

        EntryCell() {
            HBox.setHgrow(kind, Priority.ALWAYS);
            kind.setMaxWidth(Double.MAX_VALUE);
            kind.getStyleClass().add("help");
            hint.getStyleClass().add("key");
            hint.setMinWidth(USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Entry entry, boolean none) {
            super.updateItem(entry, none);
            boolean some = !none && entry != null;
            setGraphic(some ? line : null);
            if (some && entry != null) {
                name.setText(entry.name());
                kind.setText(entry.kind());
                hint.setText(entry.hint());
                hint.setVisible(!entry.hint().isEmpty());
            }
        }
    }
}
