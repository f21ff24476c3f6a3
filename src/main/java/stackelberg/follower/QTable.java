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
final class QTable implements HearsPlays {
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

    /** {@code [type]}: filled when asked for. */
    private final double[][] strategies;

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
        this.strategies = new double[types][actions];
        int rows = types * observations * histories;
        this.values = new double[rows * actions];
        this.greedy = new int[rows];
        this.best = new double[rows];
        this.bound = new double[rows];
    }

    @Override
    public void reset() {
        int rowsOfType = observations * histories;
        for (int row = 0; row < greedy.length; row++) {
            int from = row / rowsOfType * actions;
            System.arraycopy(initial, from, values, row * actions, actions);
            greedy[row] = 0;
            search(row);
        }
        exploration = 1;
    }

    @Override
    public void imagineHistory(RandomGenerator random) {
        history = histories == 1 ? 0 : random.nextInt(histories);
    }

    /** The row where the follower stands. */
    @Override
    public int situation(int type, int observation) {
        return (type * observations + observation) * histories + history;
    }

    @Override
    public void remember(int joint) {
        if (histories == jointActions) {
            history = joint;
        } else if (histories > 1) {
            history = (int) (((long) history * jointActions + joint) % histories);
        }
    }

    @Override
    public void recall(long longHistory) {
        history = (int) (longHistory % histories);
    }

    @Override
    public long history() {
        return history;
    }

    @Override
    public long histories() {
        return histories;
    }

    @Override
    public int window() {
        return window;
    }

    /** An action at a row: any with probability ε, else the greedy one. */
    @Override
    public int choose(int row, RandomGenerator random) {
        return random.nextDouble() < exploration ? random.nextInt(actions) : greedy[row];
    }

    @Override
    public int respond(int type, int observation, RandomGenerator random) {
        return greedy[situation(type, observation)];
    }

    /** Time goes by: ε falls. */
    @Override
    public void endPlay() {
        exploration *= fading;
    }

    /** Moves Q(row, action) towards what was earned and the discounted value of what follows. */
    @Override
    public boolean learn(int row, int action, double earned, int next) {
        int at = row * actions + action;
        double target = next == OVER ? earned : earned + discount * best[next];
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

    @Override
    public int stateSize() {
        return values.length + 1;
    }

    /** Writes the table divided by its largest magnitude, and ε. */
    @Override
    public void describe(float[] into, int from) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int k = 0; k < values.length; k++) {
            into[from + k] = largest > 0 ? (float) (values[k] / largest) : 0;
        }
        into[from + values.length] = (float) exploration;
    }

    @Override
    public double[] strategy(int type) {
        return strategy(type, 0);
    }

    @Override
    public double[] strategy(int type, int observation) {
        double[] into = strategies[type];
        Arrays.fill(into, 0);
        into[greedy[situation(type, observation)]] = 1;
        return into;
    }

    @Override
    public void save(DataOutput out) throws IOException {
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

    @Override
    public void restore(DataInput in) throws IOException {
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
