package stackelberg.workbench.study;

import static stackelberg.workbench.language.Text.tr;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.study.Cell;
import stackelberg.study.Study;
import stackelberg.workbench.session.SampleStudies;
import stackelberg.workbench.session.StudyDesk;
import stackelberg.workbench.session.WatchedStudy;
import stackelberg.workbench.theme.Theme;

/** All studies: those of the person, those of the paper, and the one that is looked at. */
public final class StudiesView extends BorderPane {
    private static final long LEAST_INTERVAL = 250_000_000;

    /** What a person can do here. */
    public interface Doors {
        /** Reads again what there is in the bin, or not; {@link #fill} will be called. */
        void refresh(boolean ofBin);

        /** Whether it lies where it can be thrown away from. */
        boolean keeps(WatchedStudy study);

        /** Asks for a name and a note. */
        void describe(WatchedStudy study);

        void throwAway(WatchedStudy study);

        void takeBack(WatchedStudy study);

        void emptyBin();

        void open(Path studyFile);

        void choose();

        void look(WatchedStudy study, Cell cell);

        void report(WatchedStudy study);
    }

    private final StudyDesk desk;
    private final Doors doors;
    private final StudyList list;
    private final VBox paper = new VBox(4);
    private final StudyPane pane;
    private long refreshedAt = Long.MIN_VALUE / 2;

    public StudiesView(StudyDesk desk, Doors doors) {
        this.desk = desk;
        this.doors = doors;
        this.pane =
                new StudyPane(
                        new StudyPane.Actions() {
                            @Override
                            public void train(WatchedStudy study) {
                                desk.train(study);
                            }

                            @Override
                            public void look(WatchedStudy study, Cell cell) {
                                doors.look(study, cell);
                            }

                            @Override
                            public void report(WatchedStudy study) {
                                doors.report(study);
                            }
                        });
        setId("studies");
        list = new StudyList(doors, this::select);
        Button file = new Button(tr("Study file …"), new FontIcon("fth-folder"));
        file.setMaxWidth(Double.MAX_VALUE);
        file.setOnAction(e -> doors.choose());
        ScrollPane scroll = new ScrollPane(paper);
        scroll.setFitToWidth(true);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox side =
                new VBox(6, heading(tr("Studies")), list, file, heading(tr("The paper")), scroll);
        side.getStyleClass().add("gallery-side");
        side.setMinWidth(280);
        side.setMaxWidth(280);
        setLeft(side);
        Label nothing = wrapped(tr("Select a study to see it here."));
        nothing.visibleProperty().bind(pane.visibleProperty().not());
        setCenter(new StackPane(nothing, pane));
        pane.setVisible(false);
    }

    private static Label heading(String text) {
        Label label = new Label(tr(text));
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(tr(text));
        label.getStyleClass().add("help");
        label.setWrapText(true);
        return label;
    }

    /** Offers studies that come with the program. */
    public void samples(List<SampleStudies.Sample> samples) {
        paper.getChildren().clear();
        for (SampleStudies.Sample sample : samples) {
            Study study = sample.study();
            Hyperlink link = new Hyperlink(tr(study == null ? sample.name() : study.title()));
            link.setWrapText(true);
            link.setOnAction(e -> doors.open(sample.file()));
            Label facts = wrapped(sample.problem().isEmpty() ? sample.facts() : sample.problem());
            if (study != null) {
                link.setTooltip(new Tooltip(tr(study.question())));
            }
            paper.getChildren().add(new VBox(0, link, facts));
        }
    }

    private void select(@Nullable WatchedStudy study) {
        if (study != null) {
            study.watch();
        }
        pane.show(study);
    }

    /** Lists a study, if it is not listed, and shows it. */
    public void show(WatchedStudy study) {
        list.select(study, desk.studies());
    }

    /** Lists these: all that the desk has, or what is in the bin. */
    public void fill(List<WatchedStudy> studies) {
        list.fill(studies);
    }

    /** Searches the listed ones. */
    public void search(String words) {
        list.search(words);
    }

    public void theme(Theme theme) {
        pane.theme(theme);
    }

    /** Refreshes what is seen, at most four times a second. */
    public void pulse(long now) {
        WatchedStudy present = pane.study();
        if (present == null || getScene() == null || now - refreshedAt < LEAST_INTERVAL) {
            return;
        }
        refreshedAt = now;
        if (present.news()) {
            pane.refresh();
        } else {
            pane.tick();
        }
    }
}
