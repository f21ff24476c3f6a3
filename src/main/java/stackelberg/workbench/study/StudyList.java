package stackelberg.workbench.study;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.workbench.session.WatchedStudy;
import stackelberg.workbench.theme.Presence;

/** The person's studies, or those in the bin: searched, named, thrown away, taken back. */
final class StudyList extends VBox {
    private final StudiesView.Doors doors;
    private final ObservableList<WatchedStudy> all = FXCollections.observableArrayList();
    private final FilteredList<WatchedStudy> found = new FilteredList<>(all);
    private final ListView<WatchedStudy> list = new ListView<>(found);
    private final TextField search = new TextField();
    private final ToggleButton bin = new ToggleButton("", new FontIcon("fth-trash-2"));
    private final Button describe =
            button("study-describe", "fth-edit-2", tr("Name and note (F2)"), this::describe);
    private final Button throwAway =
            button(
                    "study-throw-away",
                    "fth-trash",
                    tr("Move to the bin (Delete)"),
                    this::throwAway);
    private final Button takeBack =
            button("study-take-back", "fth-corner-up-left", tr("Take back"), this::takeBack);
    private final Button empty;

    /**
     * @param chosen told which study is selected; null for none
     */
    StudyList(StudiesView.Doors doors, Consumer<@Nullable WatchedStudy> chosen) {
        super(6);
        this.doors = doors;
        this.empty =
                button("study-empty-bin", "fth-x-circle", tr("Empty the bin"), doors::emptyBin);
        search.setId("study-search");
        search.setPromptText(tr("Search"));
        search.setAccessibleText(tr("Search the studies"));
        search.textProperty().addListener((o, was, is) -> filter());
        String thrown = tr("Studies that were thrown away");
        bin.setId("study-bin");
        bin.getStyleClass().add("small");
        bin.setTooltip(new Tooltip(thrown));
        bin.setAccessibleText(thrown);
        bin.setOnAction(e -> doors.refresh(bin.isSelected()));
        list.setId("study-list");
        list.setAccessibleText(tr("Studies"));
        list.setCellFactory(l -> new StudyCell());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (o, was, is) -> {
                            buttons();
                            // What lies in the bin is taken back before it is looked at.
                            chosen.accept(bin.isSelected() ? null : is);
                        });
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.DELETE) {
                        throwAway();
                    } else if (event.getCode() == KeyCode.F2) {
                        describe();
                    }
                });
        VBox.setVgrow(list, Priority.ALWAYS);
        FlowPane bar = new FlowPane(6, 6, describe, throwAway, takeBack, empty, bin);
        getChildren().addAll(search, list, bar);
        filter();
        buttons();
    }

    private static Button button(String id, String icon, String help, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Lists these; what was selected stays so if it is among them. */
    void fill(List<WatchedStudy> studies) {
        WatchedStudy chosen = list.getSelectionModel().getSelectedItem();
        all.setAll(studies);
        if (chosen != null && found.contains(chosen)) {
            list.getSelectionModel().select(chosen);
        } else {
            list.getSelectionModel().clearSelection();
        }
        list.refresh();
        buttons();
    }

    /** Searches. */
    void search(String words) {
        search.setText(words);
    }

    /** Selects a study among these, whatever was searched for. */
    void select(WatchedStudy study, List<WatchedStudy> studies) {
        bin.setSelected(false);
        search.clear();
        all.setAll(studies);
        list.getSelectionModel().select(study);
    }

    private void filter() {
        String wanted = search.getText();
        found.setPredicate(study -> study.has(wanted));
        Label nothing =
                new Label(
                        search.getText().isBlank()
                                ? tr(
                                        "No studies yet. Open a scenario and choose one under"
                                                + " Studies in the toolbar, or one of the paper's"
                                                + " below.")
                                : tr("No study is like that."));
        nothing.getStyleClass().add("help");
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
    }

    private @Nullable WatchedStudy chosen() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void buttons() {
        WatchedStudy chosen = chosen();
        boolean inBin = bin.isSelected();
        describe.setDisable(chosen == null || inBin);
        throwAway.setDisable(chosen == null || !doors.keeps(chosen));
        takeBack.setDisable(chosen == null);
        empty.setDisable(all.isEmpty());
        Presence.of(describe, !inBin);
        Presence.of(throwAway, !inBin);
        Presence.of(takeBack, inBin);
        Presence.of(empty, inBin);
    }

    private void describe() {
        WatchedStudy chosen = chosen();
        if (chosen != null && !describe.isDisabled()) {
            doors.describe(chosen);
        }
    }

    private void throwAway() {
        WatchedStudy chosen = chosen();
        if (chosen != null && throwAway.isVisible() && !throwAway.isDisabled()) {
            doors.throwAway(chosen);
        }
    }

    private void takeBack() {
        WatchedStudy chosen = chosen();
        if (chosen != null) {
            doors.takeBack(chosen);
        }
    }

    private static final class StudyCell extends ListCell<WatchedStudy> {
        StudyCell() {
            // As wide as the list, on as many lines as that takes.
            setPrefWidth(0);
            setWrapText(true);
        }

        @Override
        protected void updateItem(@Nullable WatchedStudy study, boolean empty) {
            super.updateItem(study, empty);
            if (empty || study == null) {
                setText(null);
                setTooltip(null);
            } else {
                String said = study.about().note();
                setText(tr(study.name()) + (said.isEmpty() ? "" : "\n" + said));
                setTooltip(new Tooltip(study.folder().path().toString()));
            }
        }
    }
}
