package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.game.PlayEvent;
import stackelberg.pomdp.Evaluation;
import stackelberg.pomdp.PlayMade;
import stackelberg.pomdp.Transcript;
import stackelberg.workbench.session.WatchedRun;

/**
 * One play, stepped forwards and back: under the learned mechanism, or, while a run is slow enough
 * to be looked at, each play of the training as it is made.
 */
final class PlayTab extends VBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final Label about = Texts.help("");
    private final VBox story = new VBox(6);
    private final Button back = button("", "fth-chevron-left", tr("One event back"));
    private final Button forth = button("", "fth-chevron-right", tr("One event on"));
    private final Button whole = button("", "fth-chevrons-right", tr("All events to the end"));
    private final Button another =
            button(tr("Another play"), "fth-refresh-cw", tr("Play once more"));
    private final ToggleButton live =
            new ToggleButton(tr("As they are made"), new FontIcon("fth-eye"));
    private @Nullable WatchedRun run;

    /** The play of the training that is told; null if it is another. */
    private @Nullable PlayMade told;

    private List<PlayEvent> events = List.of();
    private int at;

    /** The recorded play that is told next. */
    private int next;

    PlayTab() {
        super(8);
        getStyleClass().add("inside-body");
        back.setId("play-back");
        forth.setId("play-forth");
        whole.setId("play-whole");
        another.setId("play-another");
        back.setOnAction(e -> go(at - 1));
        forth.setOnAction(e -> go(at + 1));
        whole.setOnAction(e -> go(events.size()));
        another.setOnAction(
                e -> {
                    live.setSelected(false);
                    playAgain();
                });
        String help =
                tr(
                        "While a run is stepped or in slow motion: each play of its training, as it"
                                + " is made");
        live.setId("play-live");
        live.getStyleClass().add("small");
        live.setTooltip(new Tooltip(help));
        live.setAccessibleText(help);
        live.setSelected(true);
        live.managedProperty().bind(live.visibleProperty());
        live.setVisible(false);
        live.setOnAction(e -> choose());
        getChildren().addAll(about, new FlowPane(6, 6, back, forth, whole, another, live), story);
    }

    private static Button button(String text, String icon, String help) {
        Button button = new Button(text, new FontIcon(icon));
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
        return button;
    }

    void show(WatchedRun shown) {
        boolean other = shown != run;
        run = shown;
        PlayMade made = shown.latest().play();
        live.setVisible(made != null);
        if (made != null && live.isSelected()) {
            // Whoever has gone back in a play reads it to its end first.
            if (made != told && (other || told == null || at == events.size() - 1)) {
                told = made;
                about.setText(
                        tr(
                                "The play of the training that was just made; the leader explores."
                                        + " Step through its events."));
                events = PlayStory.tell(shown.experiment().game(), made);
                go(events.size());
            }
        } else if (other || told != null || events.isEmpty()) {
            playAgain();
        }
    }

    /** Plays of the training are wanted, or no longer. */
    private void choose() {
        WatchedRun present = run;
        if (present != null) {
            told = null;
            events = List.of();
            show(present);
        }
    }

    private void playAgain() {
        WatchedRun present = run;
        Evaluation evaluation = present == null ? null : present.latest().evaluation();
        List<Transcript> made = evaluation == null ? List.of() : evaluation.plays();
        told = null;
        about.setText(
                tr(
                        "One play under the greedy policy, with the followers' response to it. Step"
                                + " through its events."));
        next = made.isEmpty() ? 0 : next % made.size();
        events =
                present == null || evaluation == null || made.isEmpty()
                        ? List.of()
                        : PlayStory.tell(
                                present.experiment().game(),
                                made.get(next++),
                                present.latest().greedy(),
                                evaluation.strategies());
        go(0);
    }

    private void go(int event) {
        at = Math.max(0, Math.min(events.size() - 1, event));
        story.getChildren().clear();
        for (int i = 0; i <= at && i < events.size(); i++) {
            story.getChildren().add(event(i));
        }
        back.setDisable(at == 0);
        forth.setDisable(at >= events.size() - 1);
        whole.setDisable(at >= events.size() - 1);
        another.setDisable(events.isEmpty());
    }

    private VBox event(int number) {
        Label kind = new Label((number + 1) + ". " + tr(events.get(number).kind()));
        kind.getStyleClass().add("event-kind");
        Label words = new Label(tr(events.get(number).words()));
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        VBox event = new VBox(kind, words);
        event.getStyleClass().add("event");
        event.pseudoClassStateChanged(CURRENT, number == at);
        return event;
    }
}
