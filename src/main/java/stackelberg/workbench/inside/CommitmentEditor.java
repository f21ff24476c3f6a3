package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.workbench.session.Numbers;

/** A leader's commitment to be changed by hand: an action for each observation that it comes to. */
final class CommitmentEditor extends VBox {
    /** More than these nobody edits by hand. */
    static final int MOST = 64;

    private final List<Entry> entries = new ArrayList<>();
    private double[][] actions = new double[0][];

    /** An observation whose action can be changed. */
    private interface Entry {
        /**
         * The action as it is written down.
         *
         * @throws IllegalArgumentException with what is wrong, in a sentence without its final stop
         */
        double[] action();

        int observation();
    }

    CommitmentEditor() {
        super(8);
    }

    /**
     * Shows a commitment.
     *
     * @param learned {@code [leader observation]}: the action at each
     * @param reached which observations it comes to; the others keep their actions
     */
    void show(BaseGame game, double[][] learned, boolean[] reached) {
        actions = learned;
        entries.clear();
        getChildren().clear();
        for (int observation = 0; observation < learned.length; observation++) {
            if (reached[observation]) {
                getChildren().add(entry(game, observation, plain(game, observation, learned)));
            }
        }
    }

    /** An action in the game's own terms, where these are an action that means the same. */
    private static double[] plain(BaseGame game, int observation, double[][] learned) {
        double[] action = learned[observation];
        if (!(game.leaderActions() instanceof ActionSpace.Box box)) {
            return action;
        }
        double[] meaning = game.meaning(observation, action);
        boolean same = meaning.length == action.length;
        for (double number : meaning) {
            same &= number >= box.low() && number <= box.high();
        }
        return same && close(game.meaning(observation, meaning), meaning) ? meaning : action;
    }

    private static boolean close(double[] one, double[] other) {
        for (int k = 0; k < one.length; k++) {
            if (Math.abs(one[k] - other[k]) > 1e-9) {
                return false;
            }
        }
        return true;
    }

    private Node entry(BaseGame game, int observation, double[] action) {
        VBox box = new VBox(3);
        if (game.leaderObservations() > 1) {
            box.getChildren().add(new Label(tr(game.leaderObservationName(observation))));
        }
        box.getChildren()
                .add(
                        game.leaderActions() instanceof ActionSpace.Box space
                                ? numbers(game, observation, action, space)
                                : choice(game, observation, action));
        return box;
    }

    private Node choice(BaseGame game, int observation, double[] action) {
        ChoiceBox<String> choice = new ChoiceBox<>();
        choice.setId("what-if-" + observation);
        choice.setMaxWidth(Double.MAX_VALUE);
        for (String name : game.meaningNames()) {
            choice.getItems().add(tr(name));
        }
        choice.getSelectionModel().select((int) action[0]);
        choice.setAccessibleText(
                tr("What the leader does: {0}", game.leaderObservationName(observation)));
        entries.add(
                new Entry() {
                    @Override
                    public double[] action() {
                        return new double[] {choice.getSelectionModel().getSelectedIndex()};
                    }

                    @Override
                    public int observation() {
                        return observation;
                    }
                });
        return choice;
    }

    private Node numbers(BaseGame game, int observation, double[] action, ActionSpace.Box space) {
        GridPane grid = new GridPane(8, 3);
        String[] names = game.meaningNames();
        List<TextField> fields = new ArrayList<>();
        for (int k = 0; k < action.length; k++) {
            String name = names.length == action.length ? names[k] : tr("number {0}", (k + 1));
            TextField field = new TextField(Numbers.shown(action[k]));
            field.setId("what-if-" + observation + "-" + k);
            field.setPrefColumnCount(6);
            field.setAccessibleText(name);
            fields.add(field);
            grid.addRow(k, new Label(name), field);
        }
        entries.add(
                new Entry() {
                    @Override
                    public double[] action() {
                        double[] numbers = new double[fields.size()];
                        for (int k = 0; k < numbers.length; k++) {
                            numbers[k] = Numbers.parse(fields.get(k).getText().replace('−', '-'));
                            if (numbers[k] < space.low() || numbers[k] > space.high()) {
                                throw new IllegalArgumentException(
                                        tr(
                                                "{0} must lie from {1} to {2}",
                                                fields.get(k).getAccessibleText(),
                                                Numbers.shown(space.low()),
                                                Numbers.shown(space.high())));
                            }
                        }
                        return numbers;
                    }

                    @Override
                    public int observation() {
                        return observation;
                    }
                });
        return grid;
    }

    /**
     * The commitment as it is written down.
     *
     * @throws IllegalArgumentException with what is wrong, in a sentence without its final stop
     */
    double[][] actions() {
        double[][] written = actions.clone();
        for (Entry entry : entries) {
            written[entry.observation()] = entry.action();
        }
        return written;
    }
}
