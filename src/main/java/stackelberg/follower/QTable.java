package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;

/**
 * The learning state of one Q-learner. A row is (type · observations + observation) · histories +
 * history, a history the joint actions of the last k plays, the latest changing fastest.
 *
 * <p>Q(row, a) ← (1 − α) Q(row, a) + α [u + δ max_a' Q(row', a')], from Q_0(row, a) = ū(a) / (1 −
 * δ) with ū the game's expectation of a (Calvano et al. 2020, eqs. 4 and 8).
 *
 * <p>The greedy action of each row and its value are kept up to date, so that neither acting nor
 * bootstrapping searches a row. A row is searched only if its greedy action's value falls below
 * what the others may have, of which an upper bound is kept.
 */
final class QTable {
    private final int actions;
    private final int observations;
    private final int jointActions;
    private final int histories;
    private final double rate;
    private final double discount;

    /** exp(−β). */
    private final double fading;

    private final int window;

    /** {@code [type · actions + action]}. */
    private final double[] initial;

    private final double[] values;
    private final int[] greedy;
    private final double[] best;

    /** {@code [row]}, no less than the value of any action but the greedy one. */
    private final double[] bound;

    private int history;
    private double exploration = 1;

    QTable(QLearning model, BaseGame game, int follower) {
        this.actions = game.actions(follower);
        this.observations = game.followerObservations(follower);
        this.jointActions = (int) JointIndex.count(InducedGame.actionCounts(game));
        this.histories = (int) Math.round(Math.pow(jointActions, model.memory()));
        this.rate = model.rate();
        this.discount = model.effectiveDiscount(game);
        this.fading = Math.exp(-model.decay());
        this.window = model.window();
        int types = game.prior().types(follower);
        this.initial = new double[types * actions];
        for (int k = 0; k < initial.length; k++) {
            double expected = game.expectation(follower, k / actions, k % actions);
            initial[k] = expected / (1 - discount);
        }
        int rows = types * observations * histories;
        this.values = new double[rows * actions];
        this.greedy = new int[rows];
        this.best = new double[rows];
        this.bound = new double[rows];
    }

    void reset() {
        int rowsOfType = observations * histories;
        for (int row = 0; row < greedy.length; row++) {
            int from = row / rowsOfType * actions;
            System.arraycopy(initial, from, values, row * actions, actions);
            greedy[row] = 0;
            search(row);
        }
        exploration = 1;
    }

    /** Remembers plays that no one made. */
    void imagineHistory(RandomGenerator random) {
        history = histories == 1 ? 0 : random.nextInt(histories);
    }

    /** The row where the follower stands. */
    int row(int type, int observation) {
        return (type * observations + observation) * histories + history;
    }

    /** Notes a joint action in the history. */
    void remember(int joint) {
        if (histories == jointActions) {
            history = joint;
        } else if (histories > 1) {
            history = (int) (((long) history * jointActions + joint) % histories);
        }
    }

    /** Remembers as much of a history, of this length or longer, as it can. */
    void recall(int longHistory) {
        history = longHistory % histories;
    }

    int history() {
        return history;
    }

    int histories() {
        return histories;
    }

    int actions() {
        return actions;
    }

    int window() {
        return window;
    }

    /** An action at a row: any with probability ε, else the greedy one. */
    int choose(int row, RandomGenerator random) {
        return random.nextDouble() < exploration ? random.nextInt(actions) : greedy[row];
    }

    int greedy(int row) {
        return greedy[row];
    }

    /** δ max_a Q(row, a): what it is worth now to be at a row next. */
    double discounted(int row) {
        return discount * best[row];
    }

    /** Time goes by: ε falls. */
    void fade() {
        exploration *= fading;
    }

    /**
     * Moves Q(row, action) towards {@code target}.
     *
     * @return whether the greedy action of the row is another one now
     */
    boolean learn(int row, int action, double target) {
        int at = row * actions + action;
        double value = (1 - rate) * values[at] + rate * target;
        values[at] = value;
        if (action == greedy[row]) {
            best[row] = value;
            return value < bound[row] && search(row);
        }
        if (value > best[row]) {
            bound[row] = best[row];
            best[row] = value;
            greedy[row] = action;
            return true;
        }
        if (value > bound[row]) {
            bound[row] = value;
        }
        return false;
    }

    /** Finds the greedy action, in a tie the present one; returns whether it is another one now. */
    private boolean search(int row) {
        int from = row * actions;
        int before = greedy[row];
        int top = before;
        double first = values[from + before];
        double second = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < actions; action++) {
            double value = values[from + action];
            if (value > first) {
                second = first;
                first = value;
                top = action;
            } else if (action != top && value > second) {
                second = value;
            }
        }
        greedy[row] = top;
        best[row] = first;
        bound[row] = second;
        return top != before;
    }

    int stateSize() {
        return values.length + 1;
    }

    /** Writes the table divided by its largest magnitude, and ε. */
    void describe(float[] into, int from) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int k = 0; k < values.length; k++) {
            into[from + k] = largest > 0 ? (float) (values[k] / largest) : 0;
        }
        into[from + values.length] = (float) exploration;
    }

    /** Writes the strategy that plays the greedy action where the follower stands. */
    void strategy(int type, double[] into) {
        Arrays.fill(into, 0);
        into[greedy[row(type, 0)]] = 1;
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(history);
        out.writeDouble(exploration);
        for (double value : values) {
            out.writeDouble(value);
        }
        for (int row = 0; row < greedy.length; row++) {
            out.writeInt(greedy[row]);
            out.writeDouble(bound[row]);
        }
    }

    void restore(DataInput in) throws IOException {
        history = in.readInt();
        exploration = in.readDouble();
        for (int k = 0; k < values.length; k++) {
            values[k] = in.readDouble();
        }
        for (int row = 0; row < greedy.length; row++) {
            greedy[row] = in.readInt();
            bound[row] = in.readDouble();
            best[row] = values[row * actions + greedy[row]];
        }
    }
}
