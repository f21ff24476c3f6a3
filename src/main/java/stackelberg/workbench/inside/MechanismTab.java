package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import stackelberg.engine.MechanismHistory;
import stackelberg.engine.Snapshot;
import stackelberg.game.BaseGame;
import stackelberg.game.MechanismSheet;
import stackelberg.game.MechanismTree;
import stackelberg.oracle.Answer;
import stackelberg.pomdp.Evaluation;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Presence;
import stackelberg.workbench.theme.Theme;

/** What the leader does at each of its observations, beside what the optimum does. */
final class MechanismTab extends VBox {
    private final HeatTable map = new HeatTable(tr("Map of the learned mechanism"));
    private final TreePicture tree = new TreePicture();
    private final MixtureBars bars = new MixtureBars();
    private final HeatTable learned = new HeatTable(tr("Learned mechanism"));
    private final HeatTable optimal = new HeatTable(tr("Mechanism of the exact optimum"));
    private final HeatTable exploring = new HeatTable(tr("How the leader mixes while exploring"));
    private final Label commitment = Texts.help("");

    private final MenuButton take = new MenuButton(tr("Take it along"), new FontIcon("fth-share"));
    private final TimeSlider time = new TimeSlider(this::again);
    private @Nullable WatchedRun shown;
    private Theme theme = Theme.LIGHT;

    MechanismTab() {
        super(6);
        take.setId("mechanism-take");
        take.getStyleClass().add("small");
        take.setTooltip(new Tooltip(tr("Copy the learned mechanism")));
        take.getItems()
                .addAll(
                        item(tr("Copy as text"), run -> MechanismText.plain(sheet(run))),
                        item(tr("Copy as LaTeX table"), run -> MechanismText.latex(sheet(run))),
                        item(tr("Copy as JSON"), MechanismTab::json));
        getStyleClass().add("inside-body");
        commitment.setId("optimal-commitment");
        getChildren()
                .addAll(
                        Texts.heading(tr("Learned (greedy policy)")),
                        time,
                        map,
                        tree,
                        bars,
                        learned,
                        take,
                        Texts.heading(tr("Exact optimum")),
                        optimal,
                        commitment,
                        Texts.heading(tr("While exploring")),
                        exploring,
                        Texts.help(
                                tr(
                                        "How the leader mixes now: the probability of each choice,"
                                            + " or the mean. As it learns, this sharpens towards"
                                            + " the greedy policy.")));
    }

    private MenuItem item(String words, Function<WatchedRun, String> text) {
        MenuItem item = new MenuItem(words);
        item.setOnAction(
                e -> {
                    if (shown != null) {
                        ClipboardContent content = new ClipboardContent();
                        content.putString(text.apply(shown));
                        Clipboard.getSystemClipboard().setContent(content);
                    }
                });
        return item;
    }

    private static MechanismSheet sheet(WatchedRun run) {
        Evaluation evaluation = run.latest().evaluation();
        return run.experiment()
                .game()
                .sheet(evaluation == null ? new double[0][] : evaluation.mechanism());
    }

    private static String json(WatchedRun run) {
        Evaluation evaluation = run.latest().evaluation();
        return evaluation == null ? "{}" : MechanismText.json(run, evaluation);
    }

    void type(double times) {
        map.type(times);
        tree.type(times);
        learned.type(times);
        optimal.type(times);
        exploring.type(times);
    }

    private void again() {
        if (shown != null) {
            show(shown, theme);
        }
    }

    void show(WatchedRun run, Theme newTheme) {
        boolean other = run != shown;
        shown = run;
        theme = newTheme;
        if (other) {
            time.now();
        }
        time.frames(run.latest().mechanisms());
        take.setDisable(run.latest().evaluation() == null);
        BaseGame game = run.experiment().game();
        Snapshot snapshot = run.latest();
        Evaluation evaluation = snapshot.evaluation();
        double[][] none = new double[0][];
        double[][] present = evaluation == null ? none : evaluation.mechanism();
        MechanismHistory.Frame then = time.chosen();
        double[][] greedy = then == null ? present : then.mechanism();
        MechanismSheet mapNow = then == null ? MechanismSheet.NONE : game.map(present);
        MechanismSheet sheetNow = then == null ? MechanismSheet.NONE : game.sheet(present);
        map.show(game.map(greedy), theme, mapNow);
        Presence.of(map, !map.getItems().isEmpty());
        Optional<MechanismTree> grown =
                greedy.length == 0
                        ? Optional.empty()
                        : game.tree(greedy).filter(t -> t.size() <= TreePicture.MOST);
        grown.ifPresent(tree::show);
        Presence.of(tree, grown.isPresent());
        boolean mixture = MixtureBars.fit(game, greedy);
        Presence.of(bars, mixture);
        if (mixture) {
            bars.show(game.meaningNames(), greedy[0]);
        }
        learned.show(game.sheet(greedy), theme, sheetNow);
        Presence.of(learned, !mixture);
        exploring.show(
                MechanismSheet.ofMeanings(
                        run.experiment().scenario().episode().observed(game),
                        reached(snapshot.exploration(), evaluation)),
                theme);
        Answer answer = run.experiment().answer();
        optimal.show(game.sheet(answer == null ? none : answer.mechanism()), theme);
        Presence.of(optimal, !optimal.getItems().isEmpty());
        commitment.setText(tr(words(run, answer)));
    }

    /** Without the rows of observations to which the greedy policy never leads. */
    private static double[][] reached(double[][] exploration, @Nullable Evaluation evaluation) {
        double[][] reached = exploration.clone();
        for (int o = 0; evaluation != null && o < reached.length; o++) {
            // A leader that sees the time comes to the same observations again.
            if (evaluation.mechanism()[o % evaluation.mechanism().length].length == 0) {
                reached[o] = new double[0];
            }
        }
        return reached;
    }

    private static String words(WatchedRun run, @Nullable Answer answer) {
        if (answer != null) {
            // Words say at a glance what a row of numbers does; of many rows they are a thicket.
            boolean told = Arrays.stream(answer.mechanism()).filter(r -> r.length > 0).count() > 1;
            String words = told ? "" : answer.commitment();
            return words.isEmpty() ? answer.method() : words;
        }
        return run.experiment().solving()
                ? tr("being computed …")
                : tr("The oracle failed: {0}", run.experiment().solutionFailure());
    }
}
