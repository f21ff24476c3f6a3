package stackelberg.workbench;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import stackelberg.engine.ProgramVersion;
import stackelberg.follower.FollowerModel;
import stackelberg.game.GameFamily;
import stackelberg.leader.Learner;
import stackelberg.network.BackEnd;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Declared;
import stackelberg.parameter.Family;
import stackelberg.parameter.Parameter;
import stackelberg.pomdp.Episode;
import stackelberg.scenario.Scenario;
import stackelberg.workbench.session.RunQueue;

/** Help: the keys, and every parameter with its symbol, range and source, from the declarations. */
final class HelpPage {
    private HelpPage() {}

    static void show(Window owner, List<Command> commands) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner);
        dialog.setTitle(tr("Help"));
        dialog.setResizable(true);
        VBox body = new VBox(10);
        body.getStyleClass().add("help-page");
        body.getChildren()
                .addAll(heading(tr("First steps")), text(tr(FIRST_STEPS)), heading(tr("Keys")));
        body.getChildren().add(keys(commands));
        body.getChildren().addAll(heading(tr("Words")), text(tr(WORDS)));
        body.getChildren().addAll(heading(tr("This machine")), text(machine()));
        body.getChildren().addAll(heading(tr("Scenario")), parameters(Scenario.class));
        body.getChildren().addAll(heading(tr("Episode")), parameters(Episode.class));
        for (Class<?> service : List.of(GameFamily.class, FollowerModel.class, Learner.class)) {
            for (Object member : Family.of(service).members()) {
                body.getChildren().add(heading(tr(Family.about(member).label())));
                body.getChildren().add(text(tr(Family.about(member).help())));
                body.getChildren().add(parameters(member.getClass().asSubclass(Record.class)));
            }
        }
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(760, 560);
        dialog.getDialogPane().setId("help-page");
        dialog.getDialogPane().setContent(scroll);
        dialog.getDialogPane().setPrefWidth(800);
        dialog.getDialogPane().getButtonTypes().add(ButtonType.CLOSE);
        dialog.show();
    }

    private static final String FIRST_STEPS =
            "1. In the gallery, press Train on a sample: it opens and trains at once.\n"
                + "2. Watch the leader's reward climb towards the dashed line, the exact optimum,"
                + " while the followers' regret shrinks.\n"
                + "3. On the right, look inside: what the leader commits to, how each follower"
                + " responds, and the certificate.\n"
                + "4. On the left, change a payoff or the follower model and press Train again."
                + " Tick earlier runs in the table to lay them over.\n"
                + "5. Pause, step one play, one outer episode or one update, or slow down until the"
                + " tab Play tells each play as it is made; change learning rates on the way in the"
                + " tab Steer.\n"
                + "6. In the tab What if, change the commitment yourself and let the followers"
                + " respond to it.\n"
                + "7. Everything that was trained stays under Runs; Ctrl+K finds anything.";

    private static final String WORDS =
            "Outer episode: the followers learn to respond to the leader's policy (response"
                    + " phase), then the leader is rewarded against their response (reward"
                    + " phase).\n"
                    + "Regret: what a follower could have gained on average by one fixed action.\n"
                    + "BCCE gap: the largest such gain over followers and types; 0 at a Bayesian"
                    + " coarse correlated equilibrium.\n"
                    + "Greedy policy: what the leader would commit to now, without exploring.";

    private static String machine() {
        return tr("Networks run on %s. %d runs train side by side.\n%s.")
                .formatted(
                        BackEnd.java().words(), RunQueue.threadsHere(), ProgramVersion.withJava());
    }

    private static Label heading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("heading");
        return label;
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }

    private static Node keys(List<Command> commands) {
        GridPane grid = new GridPane(16, 4);
        int row = 0;
        for (Command command : commands) {
            Label key = new Label(command.key().getDisplayText());
            key.getStyleClass().add("key");
            key.setMinWidth(Label.USE_PREF_SIZE);
            Label name = new Label(command.name());
            name.setMinWidth(Label.USE_PREF_SIZE);
            grid.addRow(row++, key, name, text(command.help()));
        }
        return grid;
    }

    private static Node parameters(Class<? extends Record> type) {
        List<Node> lines = new ArrayList<>();
        for (Declared parameter : Declaration.of(type).parameters()) {
            lines.add(text(line(parameter)));
        }
        VBox box = new VBox(4);
        box.getChildren().addAll(lines);
        return box;
    }

    private static String line(Declared parameter) {
        Parameter about = parameter.about();
        String symbol = about.symbol().isEmpty() ? "" : " " + about.symbol();
        String unit = about.unit().isEmpty() ? "" : " (" + tr(about.unit()) + ")";
        String range =
                switch (parameter.kind()) {
                    case WHOLE, REAL -> {
                        String words = Declaration.range(about);
                        yield words.isEmpty() ? "" : tr(" Allowed: {0}.", tr(words));
                    }
                    default -> "";
                };
        String source = about.source().isEmpty() ? "" : " [" + about.source() + "]";
        return "• " + tr(about.label()) + symbol + unit + ": " + tr(about.help()) + range + source;
    }
}
