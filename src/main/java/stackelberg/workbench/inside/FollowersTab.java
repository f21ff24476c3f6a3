package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stackelberg.follower.Artefact;
import stackelberg.game.BaseGame;
import stackelberg.game.MechanismSheet;
import stackelberg.pomdp.Evaluation;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.WatchedRun;
import stackelberg.workbench.theme.Theme;

/** Each follower's response to the greedy policy: type × action. */
final class FollowersTab extends VBox {
    private final List<HeatTable> tables = new ArrayList<>();
    private final List<Label> regrets = new ArrayList<>();
    private final List<FindingsBox> findings = new ArrayList<>();
    private @Nullable BaseGame game;
    private double type = 1;

    FollowersTab() {
        super(6);
        getStyleClass().add("inside-body");
    }

    void type(double times) {
        type = times;
        game = null;
    }

    void show(WatchedRun run, Theme theme) {
        BaseGame present = run.experiment().game();
        if (present != game) {
            game = present;
            rebuild(present);
        }
        Evaluation evaluation = run.latest().evaluation();
        for (int i = 0; i < tables.size(); i++) {
            int follower = i;
            List<String> views = views(present, i);
            List<String> actions =
                    IntStream.range(0, present.actions(i))
                            .mapToObj(a -> present.actionName(follower, a))
                            .toList();
            double[][] strategy = evaluation == null ? new double[0][] : evaluation.strategies()[i];
            tables.get(i)
                    .show(
                            MechanismSheet.ofNumbers(
                                    present.followerObservations(i) > 1 ? "sees" : "type",
                                    views,
                                    actions,
                                    strategy),
                            theme);
            regrets.get(i).setText(evaluation == null ? "" : regret(evaluation.regrets()[i]));
            List<Artefact.Findings> all = run.latest().findings();
            findings.get(i).show(i < all.size() ? all.get(i) : Artefact.Findings.NONE);
        }
    }

    /** What a follower may know when it acts: its type, what it observes, or both. */
    static List<String> views(BaseGame game, int follower) {
        int observations = game.followerObservations(follower);
        int types = game.prior().types(follower);
        return IntStream.range(0, types * observations)
                .mapToObj(
                        view -> {
                            String type = game.typeName(follower, view / observations);
                            String seen =
                                    game.followerObservationName(follower, view % observations);
                            if (observations == 1) {
                                return type;
                            }
                            return types == 1 ? seen : type + ", " + seen;
                        })
                .toList();
    }

    private static String regret(double[] byType) {
        double largest = 0;
        for (double regret : byType) {
            largest = Math.max(largest, regret);
        }
        return tr("Largest average regret over its types: {0}", Numbers.shown(largest));
    }

    private void rebuild(BaseGame present) {
        tables.clear();
        regrets.clear();
        findings.clear();
        getChildren()
                .setAll(
                        Texts.help(
                                tr(
                                        "The probability with which it takes each action, by what"
                                                + " it knows, after the response phase against the"
                                                + " greedy policy.")));
        for (int i = 0; i < present.followers(); i++) {
            String name = present.followerName(i);
            HeatTable table = new HeatTable(tr("Strategy of {0}", name));
            table.type(type);
            Label regret = Texts.help("");
            tables.add(table);
            regrets.add(regret);
            FindingsBox found = new FindingsBox();
            findings.add(found);
            getChildren()
                    .addAll(
                            Texts.heading(
                                    name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                            + name.substring(1)),
                            table,
                            regret,
                            found);
        }
    }
}
