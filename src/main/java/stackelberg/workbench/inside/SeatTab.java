package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.engine.WhatIf;
import stackelberg.game.BaseGame;
import stackelberg.game.PlayEvent;
import stackelberg.pomdp.Sitting;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.session.ClassList;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Presence;

/**
 * A follower's seat for a person: plays under the learned mechanism, decided by hand, beside what
 * the follower that learned in this seat makes of the same plays.
 */
final class SeatTab extends VBox {
    /** More actions than these are offered in a list. */
    private static final int MOST_BUTTONS = 12;

    /** After so many plays what a person came to can be entered. */
    private static final int LEAST_PLAYS = 10;

    private final NewestWork trials = new NewestWork();
    private final ChoiceBox<String> seats = new ChoiceBox<>();
    private final LearnersBox learners = new LearnersBox("seat-followers");
    private final Button sit = new Button(tr("Take the seat"), new FontIcon("fth-user"));
    private final RunMessage message = new RunMessage("seat-message");
    private final Label situation = new Label();
    private final FlowPane actions = new FlowPane(6, 6);
    private final Button next = new Button(tr("Next play"), new FontIcon("fth-play"));
    private final VBox story = new VBox(6);
    private final Label score = new Label();
    private final Button enter = new Button(tr("Best of the class …"), new FontIcon("fth-award"));
    private final VBox table = new VBox(8, situation, actions, next, score, enter, story);
    private final Consumer<ClassList.Entry> entries;
    private @Nullable WatchedRun run;
    private @Nullable Sitting sitting;
    private double[][] policy = new double[0][];

    /**
     * @param entries takes what a person came to, for the list of the class
     */
    SeatTab(Consumer<ClassList.Entry> entries) {
        super(10);
        this.entries = entries;
        getStyleClass().add("inside-body");
        seats.setId("seat-follower");
        seats.setAccessibleText(tr("The follower whose seat you take"));
        seats.setMaxWidth(Double.MAX_VALUE);
        sit.setId("seat-sit");
        sit.getStyleClass().add("accent");
        sit.setDisable(true);
        sit.setOnAction(e -> sit());
        situation.setId("seat-situation");
        situation.setWrapText(true);
        situation.setMinHeight(USE_PREF_SIZE);
        next.setId("seat-next");
        next.setOnAction(e -> next());
        score.setId("seat-score");
        score.setWrapText(true);
        score.setMinHeight(USE_PREF_SIZE);
        enter.setId("seat-enter");
        enter.setOnAction(e -> enter());
        Presence.of(table, false);
        getChildren()
                .addAll(
                        Texts.help(
                                tr(
                                        "Sit in a follower's seat. The leader keeps to what it has"
                                                + " learned, and the followers learn to respond to"
                                                + " it before you begin.")),
                        seats,
                        learners,
                        sit,
                        message,
                        table);
    }

    void show(WatchedRun shown) {
        if (shown != run) {
            run = shown;
            sitting = null;
            message.show(shown);
            BaseGame game = shown.experiment().game();
            seats.getItems()
                    .setAll(
                            IntStream.range(0, game.followers())
                                    .mapToObj(i -> tr(game.followerName(i)))
                                    .toList());
            seats.getSelectionModel().selectFirst();
            Presence.of(seats, game.followers() > 1);
            learners.offer(shown, message.about(shown));
            Presence.of(table, false);
        }
        boolean learned = shown.latest().greedy().length > 0;
        boolean waited = sit.isDisabled();
        sit.setDisable(!learned);
        if (!learned) {
            message.say(tr("Nothing is learned yet."));
        } else if (waited) {
            message.say("");
        }
    }

    private void sit() {
        WatchedRun present = run;
        if (present == null) {
            return;
        }
        message.say(tr("The followers learn …"));
        Presence.of(table, false);
        Scenario scenario = learners.chosen(present);
        double[][] greedy = present.latest().greedy();
        int seat = seats.getSelectionModel().getSelectedIndex();
        trials.begin(
                () ->
                        WhatIf.sit(
                                scenario,
                                present.seed(),
                                greedy,
                                seat,
                                NewestWork.preparing(message.about(present))),
                made -> begin(present, made, greedy),
                message.about(present));
    }

    private void begin(WatchedRun of, Sitting made, double[][] greedy) {
        if (of != run) {
            return;
        }
        sitting = made;
        policy = greedy;
        message.say("");
        story.getChildren().clear();
        score.setText("");
        Presence.of(enter, false);
        Presence.of(table, true);
        offer();
    }

    private void next() {
        Sitting at = sitting;
        if (at != null && at.over()) {
            at.begin();
            story.getChildren().clear();
            offer();
        }
    }

    private void act(int action) {
        Sitting at = sitting;
        if (at != null && !at.over()) {
            at.act(action);
            offer();
        }
    }

    /** Shows where the person is: what there is to decide, or what the play has come to. */
    private void offer() {
        WatchedRun present = run;
        Sitting at = sitting;
        if (present == null || at == null) {
            return;
        }
        BaseGame game = present.experiment().game();
        actions.getChildren().clear();
        boolean over = at.over();
        Presence.of(actions, !over);
        Presence.of(next, over);
        if (over) {
            situation.setText(tr("You got {0}.", Numbers.shown(at.payoff())));
            tell(PlayStory.tell(game, at.transcript(), policy, at.strategies()));
            score.setText(score(at));
            Presence.of(enter, at.plays() >= LEAST_PLAYS);
            next.requestFocus();
        } else {
            situation.setText(situation(game, at));
            offerActions(game, at);
        }
    }

    private static String situation(BaseGame game, Sitting at) {
        int seat = at.seat();
        String words = tr("Play {0}. You are {1}", (at.plays() + 1), game.followerName(seat));
        if (game.prior().types(seat) > 1) {
            words += ", " + game.typeName(seat, at.type());
        }
        if (game.followerObservations(seat) > 1) {
            words += tr(". You see: {0}", game.followerObservationName(seat, at.observation()));
        }
        return tr("{0}. What do you do?", words);
    }

    private void offerActions(BaseGame game, Sitting at) {
        int count = game.actions(at.seat());
        if (count > MOST_BUTTONS) {
            ChoiceBox<String> choice = new ChoiceBox<>();
            choice.setId("seat-choice");
            choice.setAccessibleText(tr("What you do"));
            for (int action = 0; action < count; action++) {
                choice.getItems().add(tr(game.actionName(at.seat(), action)));
            }
            choice.getSelectionModel().selectFirst();
            Button go = new Button(tr("Do it"));
            go.setId("seat-act");
            go.setOnAction(e -> act(choice.getSelectionModel().getSelectedIndex()));
            actions.getChildren().addAll(choice, go);
            return;
        }
        for (int action = 0; action < count; action++) {
            int chosen = action;
            Button button = new Button(tr(game.actionName(at.seat(), action)));
            button.setId("seat-act-" + action);
            button.setOnAction(e -> act(chosen));
            actions.getChildren().add(button);
        }
        if (count > 0 && isVisible()) {
            actions.getChildren().get(0).requestFocus();
        }
    }

    private void tell(List<PlayEvent> events) {
        story.getChildren().setAll(Texts.heading(tr("What happened")));
        for (PlayEvent event : events) {
            Label kind = new Label(tr(event.kind()));
            kind.getStyleClass().add("event-kind");
            Label words = new Label(tr(event.words()));
            words.setWrapText(true);
            words.setMinHeight(USE_PREF_SIZE);
            VBox box = new VBox(kind, words);
            box.getStyleClass().add("event");
            story.getChildren().add(box);
        }
    }

    private static String score(Sitting at) {
        return tr(
                "You: {0} a play, over {1}{2}. The follower that learned in your seat, in the same"
                        + " plays: {3}.",
                Numbers.shown(at.mean()),
                at.plays(),
                (at.plays() == 1 ? tr(" play") : tr(" plays")),
                Numbers.shown(at.learnedMean()));
    }

    private void enter() {
        WatchedRun present = run;
        Sitting at = sitting;
        if (present != null && at != null) {
            entries.accept(
                    new ClassList.Entry(
                            present.experiment().scenario().title()
                                    + ": "
                                    + tr(present.experiment().game().followerName(at.seat())),
                            "",
                            at.mean() - at.learnedMean(),
                            tr(
                                    "{0} a play, over {1} plays; the learned follower {2}",
                                    Numbers.shown(at.mean()),
                                    at.plays(),
                                    Numbers.shown(at.learnedMean()))));
        }
    }
}
