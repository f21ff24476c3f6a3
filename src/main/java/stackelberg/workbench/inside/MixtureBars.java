package stackelberg.workbench.inside;

import static stackelberg.workbench.language.Text.tr;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.workbench.session.Numbers;

/** A leader's only choice as bars: the probability of each row, a payment for each action. */
final class MixtureBars extends GridPane {
    private static final int MOST = 40;
    private static final double BAR_HEIGHT = 14;

    private final List<Label> numbers = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private List<String> names = List.of();

    MixtureBars() {
        super(8, 4);
        getStyleClass().add("mixture-bars");
        ColumnConstraints name = new ColumnConstraints();
        name.setMaxWidth(130);
        ColumnConstraints bar = new ColumnConstraints();
        bar.setHgrow(Priority.ALWAYS);
        ColumnConstraints number = new ColumnConstraints();
        number.setHalignment(HPos.RIGHT);
        number.setMinWidth(Region.USE_PREF_SIZE);
        getColumnConstraints().addAll(name, bar, number);
    }

    /** Whether a mechanism is one choice of several numbers. */
    static boolean fit(BaseGame game, double[][] mechanism) {
        return game.leaderActions() instanceof ActionSpace.Box
                && mechanism.length == 1
                && mechanism[0].length > 1
                && mechanism[0].length <= MOST;
    }

    /** Shows numbers of at least 0, the bars being as long as they are large. */
    void show(String[] meanings, double[] values) {
        if (!names.equals(List.of(meanings))) {
            build(List.of(meanings));
        }
        double largest = 1e-300;
        double sum = 0;
        for (double value : values) {
            largest = Math.max(largest, value);
            sum += value;
        }
        // A mixture is seen as parts of the whole.
        double whole = Math.abs(sum - 1) < 1e-6 ? 1 : largest;
        StringBuilder words = new StringBuilder();
        for (int k = 0; k < values.length; k++) {
            double share = Math.max(0, Math.min(1, values[k] / whole));
            bars.get(k)
                    .maxWidthProperty()
                    .bind(((StackPane) bars.get(k).getParent()).widthProperty().multiply(share));
            numbers.get(k).setText(Numbers.shown(values[k]));
            words.append(k == 0 ? "" : ", ").append(names.get(k)).append(' ');
            words.append(Numbers.shown(values[k]));
        }
        setAccessibleText(tr("Learned: {0}", words));
    }

    private void build(List<String> meanings) {
        names = meanings;
        getChildren().clear();
        bars.clear();
        numbers.clear();
        for (int k = 0; k < meanings.size(); k++) {
            Region bar = new Region();
            bar.getStyleClass().add("mixture-bar");
            bar.setPrefHeight(BAR_HEIGHT);
            bar.setMaxHeight(BAR_HEIGHT);
            StackPane track = new StackPane(bar);
            track.getStyleClass().add("mixture-track");
            track.setMinWidth(20);
            StackPane.setAlignment(bar, javafx.geometry.Pos.CENTER_LEFT);
            bars.add(bar);
            Label number = new Label();
            numbers.add(number);
            addRow(k, new Label(meanings.get(k)), track, number);
        }
    }
}
