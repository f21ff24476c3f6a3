package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import stackelberg.oracle.Answer;
import stackelberg.pomdp.Evaluation;
import stackelberg.workbench.session.Numbers;
import stackelberg.workbench.session.Remedies;
import stackelberg.workbench.session.WatchedRun;

/** What the learned mechanism is worth, how far from optimal, and how each number was computed. */
final class CertificateTab extends VBox {
    private final Label verdict = new Label();
    private final Button remedy = new Button();
    private @Nullable WatchedRun shown;
    private final Label value = number("certificate-value");
    private final Label valueHow = Texts.help("");
    private final Label optimum = number("certificate-optimum");
    private final Label optimumHow = Texts.help("");
    private final Label gap = number("certificate-gap");
    private final Label bcce = number("certificate-bcce");
    private final Label regret = number("certificate-regret");
    private final Label response = Texts.help("");

    /**
     * @param remedies what helps a run that fell short
     */
    CertificateTab(Remedies remedies) {
        super(2);
        getStyleClass().add("inside-body");
        verdict.setId("certificate-verdict");
        verdict.getStyleClass().add("verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Label.USE_PREF_SIZE);
        remedy.setId("remedy");
        remedy.getStyleClass().addAll("small", "accent");
        remedy.setOnAction(
                e -> {
                    if (shown != null) {
                        remedies.apply(shown);
                    }
                });
        getChildren().addAll(Texts.heading(tr("Verdict")), verdict, remedy);
        getChildren().addAll(Texts.heading(tr("Leader's reward")), value, valueHow);
        getChildren().addAll(Texts.heading(tr("Exact optimum")), optimum, optimumHow);
        getChildren()
                .addAll(
                        Texts.heading(tr("Gap to the optimum")),
                        gap,
                        Texts.help(tr("Exact optimum less the leader's reward.")));
        getChildren()
                .addAll(
                        Texts.heading(tr("BCCE gap")),
                        bcce,
                        Texts.help(
                                tr(
                                        "The most that a follower of some type could still gain by"
                                            + " one fixed action; 0 at a Bayesian coarse correlated"
                                            + " equilibrium.")),
                        response);
        getChildren()
                .addAll(
                        Texts.heading(tr("Largest follower regret")),
                        regret,
                        Texts.help(
                                tr(
                                        "Average external regret over the response phase, the"
                                                + " largest over followers and types.")));
    }

    private static Label number(String id) {
        Label label = new Label("–");
        label.setId(id);
        label.getStyleClass().add("certificate-number");
        return label;
    }

    void show(WatchedRun run) {
        shown = run;
        String words = run.verdict();
        verdict.setText(words.isEmpty() ? tr("This run: {0}.", run.state().word()) : tr(words));
        String help = Remedies.words(run);
        remedy.setText(help);
        remedy.setVisible(!help.isEmpty());
        remedy.setManaged(!help.isEmpty());
        Evaluation evaluation = run.latest().evaluation();
        Answer answer = run.experiment().answer();
        double reward = evaluation == null ? Double.NaN : evaluation.leaderReward();
        value.setText(Numbers.shown(reward));
        valueHow.setText(
                evaluation == null
                        ? tr("Not evaluated yet.")
                        : evaluation.exact()
                                ? tr(
                                        "The greedy policy after a fresh response phase; an exact"
                                                + " expectation over types and follower actions.")
                                : tr(
                                        "The greedy policy after a fresh response phase; the mean"
                                                + " of at least 1 000 sampled plays."));
        optimum.setText(optimumText(run, answer));
        optimumHow.setText(
                answer == null ? tr(run.experiment().solutionFailure()) : tr(answer.method()));
        gap.setText(Numbers.shown(run.experiment().optimum() - reward));
        bcce.setText(Numbers.shown(evaluation == null ? Double.NaN : evaluation.bcceGap()));
        response.setText(
                evaluation == null
                        ? ""
                        : tr("The response: {0}.", evaluation.certificate().words()));
        regret.setText(Numbers.shown(evaluation == null ? Double.NaN : evaluation.largestRegret()));
    }

    private static String optimumText(WatchedRun run, @Nullable Answer answer) {
        if (answer == null) {
            return run.experiment().solving() ? tr("being computed …") : tr("not found");
        } else if (!Double.isNaN(answer.optimum())) {
            return Numbers.shown(answer.optimum());
        } else if (Double.isNaN(answer.lower()) && Double.isNaN(answer.upper())) {
            return tr("not known");
        }
        return tr(
                "between {0} and {1}",
                Numbers.shown(answer.lower()), Numbers.shown(answer.upper()));
    }
}
