package stackelberg.workbench.gallery;

import static stackelberg.workbench.language.Text.tr;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.engine.RunRecord;
import stackelberg.workbench.session.Draft;
import stackelberg.workbench.session.WatchedStudy;
import stackelberg.workbench.theme.Presence;

/** What earlier windows left, to be gone on with: drafts, and runs and studies cut short. */
final class LeftBehind extends VBox {
    private final GalleryView.Doors doors;
    private final VBox drafts = new VBox(6);
    private final VBox runs = new VBox();
    private final VBox studies = new VBox();

    LeftBehind(GalleryView.Doors doors) {
        super(6);
        this.doors = doors;
        getChildren().addAll(drafts, runs, studies);
        present();
    }

    /** Nothing takes room while it is empty. */
    private void present() {
        getChildren().forEach(each -> Presence.of(each, !((VBox) each).getChildren().isEmpty()));
        Presence.of(this, getChildren().stream().anyMatch(each -> each.isManaged()));
    }

    /** Offers what was not saved, a row each. */
    void drafts(List<Draft.Left> unsaved) {
        drafts.getChildren().clear();
        DateTimeFormatter when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                        .withZone(ZoneId.systemDefault());
        for (Draft.Left left : unsaved) {
            Button restore = new Button(tr("Take it up again"));
            restore.getStyleClass().addAll("restore-draft", "accent");
            Button discard = new Button(tr("Discard"));
            discard.getStyleClass().add("discard-draft");
            HBox row =
                    row(
                            "fth-save",
                            tr(
                                    "Not saved: {0}, last changed {1}",
                                    left.scenario().title(), when.format(left.written())),
                            restore,
                            discard);
            restore.setOnAction(
                    e -> {
                        if (doors.restore(left)) {
                            drafts.getChildren().remove(row);
                            present();
                        }
                    });
            discard.setOnAction(
                    e -> {
                        doors.discard(left);
                        drafts.getChildren().remove(row);
                        present();
                    });
            drafts.getChildren().add(row);
        }
        present();
    }

    /** Offers to go on with runs whose program ended before they did. */
    void runs(List<RunRecord> left) {
        Offer offer =
                new Offer(
                        "runs",
                        left.size() == 1
                                ? tr("A run was interrupted: ")
                                : tr("{0} runs were interrupted: ", left.size()),
                        tr("They stay under Runs, from where they can go on later"));
        offer(
                runs,
                left,
                RunRecord::name,
                offer,
                () -> doors.goOn(left),
                () -> doors.setAside(left));
    }

    /** Offers to go on with studies whose window was gone before they were trained. */
    void studies(List<WatchedStudy> left) {
        Offer offer =
                new Offer(
                        "studies",
                        left.size() == 1
                                ? tr("A study was interrupted: ")
                                : tr("{0} studies were interrupted: ", left.size()),
                        tr("They stay under Studies, from where they can go on later"));
        offer(
                studies,
                left,
                WatchedStudy::name,
                offer,
                () -> doors.trainOn(left),
                () -> doors.setStudiesAside(left));
    }

    /**
     * How something is offered.
     *
     * @param what it is, for identifiers
     * @param says how many were interrupted, before their names
     * @param later what becomes of them if they are left
     */
    private record Offer(String what, String says, String later) {}

    private <T> void offer(
            VBox place,
            List<T> left,
            Function<T, String> name,
            Offer offer,
            Runnable goOn,
            Runnable leave) {
        place.getChildren().clear();
        if (!left.isEmpty()) {
            List<String> names =
                    left.stream().map(name).map(each -> tr(each)).distinct().limit(3).toList();
            Button on = new Button(tr("Go on"));
            on.setId("go-on-with-" + offer.what());
            on.getStyleClass().add("accent");
            Button aside = new Button(tr("Leave them"));
            aside.setId("set-" + offer.what() + "-aside");
            aside.setTooltip(new Tooltip(offer.later()));
            place.getChildren()
                    .add(row("fth-rotate-cw", offer.says() + String.join(", ", names), on, aside));
            on.setOnAction(
                    e -> {
                        place.getChildren().clear();
                        present();
                        goOn.run();
                    });
            aside.setOnAction(
                    e -> {
                        place.getChildren().clear();
                        present();
                        leave.run();
                    });
        }
        present();
    }

    private static HBox row(String icon, String words, Button first, Button second) {
        HBox row = new HBox(8, new FontIcon(icon), new Label(words), first, second);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("draft-banner");
        return row;
    }
}
