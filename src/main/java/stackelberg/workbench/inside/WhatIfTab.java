package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.engine.WhatIf;
import stackelberg.game.BaseGame;
import stackelberg.pomdp.Evaluation;
import stackelberg.pomdp.Evaluator.Trial;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.chart.CourseChart;
import stackelberg.workbench.session.ClassList;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Presence;
import stackelberg.workbench.theme.Theme;

/**
 * What if the leader did otherwise: its commitment changed by hand, the followers' response to it,
 * how they came to it, and what it is worth beside the learned one.
 */
final class WhatIfTab extends VBox {
    private static final String REWARD = "Leader's reward";

    private final NewestWork trials = new NewestWork();
    private final LearnersBox learners = new LearnersBox("what-if-followers");
    private final CommitmentEditor editor = new CommitmentEditor();
    private final Button respond = new Button(tr("Let them respond"), new FontIcon("fth-play"));
    private final Button reset =
            new Button(tr("Back to the learned"), new FontIcon("fth-rotate-ccw"));
    private final RunMessage message = new RunMessage("what-if-message");
    private final GridPane worth = new GridPane(14, 4);
    private final ChoiceBox<View> views = new ChoiceBox<>();
    private final CourseChart chart = new CourseChart();
    private final Button enter = new Button(tr("Best of the class …"), new FontIcon("fth-award"));
    private final VBox result = new VBox(8, worth, enter, views, chart);
    private final Consumer<ClassList.Entry> entries;

    private @Nullable WatchedRun run;
    private @Nullable Trial trial;
    private boolean filled;

    /** A follower and what it knows. */
    private record View(int follower, int view, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * @param entries takes what a person came to, for the list of the class
     */
    WhatIfTab(Consumer<ClassList.Entry> entries) {
        super(10);
        this.entries = entries;
        enter.setId("what-if-enter");
        enter.setOnAction(e -> enter());
        getStyleClass().add("inside-body");
        respond.setId("what-if-respond");
        respond.getStyleClass().add("accent");
        respond.setTooltip(
                new Tooltip(tr("A fresh response phase against this commitment, with this seed")));
        respond.setOnAction(e -> respond());
        reset.setId("what-if-reset");
        reset.setOnAction(e -> fill());
        worth.setId("what-if-worth");
        views.setAccessibleText(tr("Whose strategy is drawn"));
        views.setMaxWidth(Double.MAX_VALUE);
        views.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> draw());
        Presence.of(result, false);
        getChildren()
                .addAll(
                        Texts.help(
                                tr(
                                        "Change what the leader does, let the followers learn to"
                                            + " respond to it, and see what it is worth beside what"
                                            + " was learned.")),
                        editor,
                        learners,
                        new FlowPane(6, 6, respond, reset),
                        message,
                        result);
    }

    /** Whether followers have responded to what is shown. */
    boolean responded() {
        return trial != null;
    }

    void theme(Theme theme) {
        chart.theme(theme);
    }

    void show(WatchedRun shown) {
        if (shown != run) {
            run = shown;
            trial = null;
            filled = false;
            learners.offer(shown, message.about(shown));
            message.show(shown);
            Presence.of(result, false);
        }
        if (!filled) {
            fill();
        }
    }

    /** Puts the learned commitment into the fields. */
    private void fill() {
        WatchedRun present = run;
        if (present == null) {
            return;
        }
        BaseGame game = present.experiment().game();
        Evaluation evaluation = present.latest().evaluation();
        double[][] learned = present.latest().greedy();
        if (evaluation == null || learned.length == 0) {
            respond.setDisable(true);
            message.say(evaluation == null ? tr("Nothing is learned yet.") : tooMany());
            return;
        }
        boolean[] reached = new boolean[learned.length];
        int count = 0;
        for (int o = 0; o < reached.length; o++) {
            reached[o] = evaluation.mechanism()[o].length > 0;
            count += reached[o] ? 1 : 0;
        }
        boolean few = count <= CommitmentEditor.MOST;
        respond.setDisable(!few);
        if (few) {
            editor.show(game, learned, reached);
            message.say("");
        } else {
            message.say(tooMany());
        }
        filled = true;
    }

    private static String tooMany() {
        return tr("The leader does something at more observations than one can edit by hand.");
    }

    private void respond() {
        WatchedRun present = run;
        if (present == null) {
            return;
        }
        double[][] actions;
        try {
            actions = editor.actions();
        } catch (IllegalArgumentException e) {
            message.say(tr(e.getMessage()) + ".");
            return;
        }
        message.say(tr("The followers learn …"));
        Scenario scenario = learners.chosen(present);
        trials.begin(
                () ->
                        WhatIf.of(
                                scenario,
                                present.seed(),
                                actions,
                                NewestWork.preparing(message.about(present))),
                made -> tell(present, made),
                message.about(present));
    }

    private void tell(WatchedRun of, Trial made) {
        if (of != run) {
            return;
        }
        trial = made;
        message.say("");
        Evaluation learned = of.latest().evaluation();
        worth.getChildren().clear();
        worth.addRow(0, new Label(""), bold(tr("yours")), bold(tr("learned")), bold(tr("optimum")));
        row(
                REWARD,
                made.evaluation().leaderReward(),
                learned == null ? Double.NaN : learned.leaderReward(),
                Numbers.threeDigits(of.experiment().optimum()));
        row(
                "BCCE gap",
                made.evaluation().bcceGap(),
                learned == null ? Double.NaN : learned.bcceGap(),
                "");
        row(
                "Largest regret",
                made.evaluation().largestRegret(),
                learned == null ? Double.NaN : learned.largestRegret(),
                "");
        worth.addRow(worth.getRowCount(), new Label(tr("Response")));
        Label words = Texts.help(made.evaluation().certificate().words());
        worth.add(words, 1, worth.getRowCount() - 1, 3, 1);
        offer(of.experiment().game());
        Presence.of(result, true);
        draw();
    }

    private static Label bold(String words) {
        Label label = Texts.heading(words);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void row(String name, double yours, double learned, String optimum) {
        Label own = new Label(Numbers.threeDigits(yours));
        if (name.equals(REWARD)) {
            own.setId("what-if-reward");
        }
        Label what = new Label(tr(name));
        what.setMinWidth(USE_PREF_SIZE);
        worth.addRow(
                worth.getRowCount(),
                what,
                own,
                new Label(Numbers.threeDigits(learned)),
                new Label(optimum));
    }

    private void enter() {
        WatchedRun present = run;
        Trial made = trial;
        if (present != null && made != null) {
            double reward = made.evaluation().leaderReward();
            double optimum = present.experiment().optimum();
            entries.accept(
                    new ClassList.Entry(
                            tr("{0}: leader", present.experiment().scenario().title()),
                            "",
                            reward,
                            tr(
                                    "The leader's reward: {0}{1}",
                                    Numbers.shown(reward),
                                    (Double.isNaN(optimum)
                                            ? "."
                                            : tr(
                                                    ", of an optimum of {0}.",
                                                    Numbers.shown(optimum))))));
        }
    }

    private void offer(BaseGame game) {
        List<View> all = new java.util.ArrayList<>();
        for (int i = 0; i < game.followers(); i++) {
            List<String> names = FollowersTab.views(game, i);
            for (int view = 0; view < names.size(); view++) {
                String words =
                        tr(game.followerName(i))
                                + (names.size() > 1 ? ", " + tr(names.get(view)) : "");
                all.add(new View(i, view, words));
            }
        }
        if (!all.equals(views.getItems())) {
            views.getItems().setAll(all);
            views.getSelectionModel().selectFirst();
        }
        Presence.of(views, all.size() > 1);
    }

    private void draw() {
        View view = views.getValue();
        if (trial != null && view != null && run != null) {
            boolean moved = trial.course().plays().length > 1;
            Presence.of(chart, moved);
            if (moved) {
                chart.show(run.experiment().game(), trial.course(), view.follower(), view.view());
            } else {
                message.say(tr("They respond without a single play."));
            }
        }
    }
}
