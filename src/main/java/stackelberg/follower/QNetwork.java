package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.network.Adam;
import stackelberg.network.BackEnd;
import stackelberg.network.FloatArrays;
import stackelberg.network.Mlp;

/**
 * The learning state of one deep Q-learner. Its network holds (1 − δ) Q of payoffs that were scaled
 * to about [0, 1], so that whatever the discount factor its outputs are of that size too.
 *
 * <p>Description for a critic: these values at each type as things stand now, and ε.
 */
final class QNetwork extends NetworkSeat {
    private static final double GRADIENT_CAP = 10;
    private static final double LAST_GAIN = 0.1;

    /** Situations that are still spoken of: the present one and the next. */
    private static final int SPOKEN_OF = 4;

    private final DeepQ model;
    private final int types;
    private final int actions;
    private final double discount;
    private final double fading;
    private final Mlp network;
    private final Mlp copy;
    private final Adam adam;
    private final List<float[]> parameters;
    private final List<float[]> copyParameters;
    private final List<float[]> initial;

    /** What was known in the situations of the last few numbers. */
    private final int[] views = new int[SPOKEN_OF];

    private final long[] pasts = new long[SPOKEN_OF];
    private int situations;

    /** {@code [play]}: what was known, done and earned, and what was known next. */
    private final int[] keptViews;

    private final long[] keptPasts;
    private final int[] keptActions;
    private final float[] keptPayoffs;
    private final int[] nextViews;
    private final long[] nextPasts;
    private long heard;

    private final float[] row;
    private final float[][] rows;
    private final float[][] nextRows;
    private final float[][] gradients;
    private final int[] chosen;
    private final float[] targets;
    private final double[][] strategies;
    private long steps;
    private double exploration = 1;

    QNetwork(DeepQ model, BaseGame game, int follower) {
        super(new Outlook(game, follower, model.memory()));
        this.model = model;
        this.types = game.prior().types(follower);
        this.actions = game.actions(follower);
        this.discount = model.remembers(game) ? model.discount() : 0;
        this.fading = Math.exp(-model.decay());
        RandomGenerator fixed = new SplittableRandom(follower);
        int inputs = outlook.inputs();
        int batch = model.minibatch();
        this.network =
                new Mlp(inputs, model.units(), actions, LAST_GAIN, batch, BackEnd.java(), fixed);
        this.copy =
                new Mlp(inputs, model.units(), actions, LAST_GAIN, batch, BackEnd.java(), fixed);
        this.parameters = network.parameters();
        this.copyParameters = copy.parameters();
        this.initial = parameters.stream().map(float[]::clone).toList();
        this.adam = new Adam(parameters, network.gradients());
        int kept = model.kept();
        this.keptViews = new int[kept];
        this.keptPasts = new long[kept];
        this.keptActions = new int[kept];
        this.keptPayoffs = new float[kept];
        this.nextViews = new int[kept];
        this.nextPasts = new long[kept];
        this.row = new float[inputs];
        this.rows = new float[batch][inputs];
        this.nextRows = new float[batch][inputs];
        this.gradients = new float[batch][actions];
        this.chosen = new int[batch];
        this.targets = new float[batch];
        this.strategies = new double[types][actions];
        reset();
    }

    @Override
    public void reset() {
        FloatArrays.copy(initial, parameters);
        FloatArrays.copy(initial, copyParameters);
        adam.reset();
        forget();
        heard = 0;
        steps = 0;
        exploration = 1;
    }

    /** A number by which the situation is known until two more have been asked for. */
    @Override
    public int situation(int type, int observation) {
        int at = situations++ & (SPOKEN_OF - 1);
        views[at] = outlook.view(type, observation);
        pasts[at] = outlook.history();
        return at;
    }

    @Override
    public int choose(int situation, RandomGenerator given) {
        awake(given);
        return given.nextDouble() < exploration
                ? given.nextInt(actions)
                : greedy(views[situation], pasts[situation]);
    }

    private int greedy(int view, long past) {
        outlook.write(view, past, row);
        return largest(network.forward(row));
    }

    private int largest(float[] values) {
        int best = 0;
        for (int action = 1; action < actions; action++) {
            if (values[action] > values[best]) {
                best = action;
            }
        }
        return best;
    }

    @Override
    public boolean learn(int situation, int action, double earned, int next) {
        int at = (int) (heard++ % keptViews.length);
        keptViews[at] = views[situation];
        keptPasts[at] = pasts[situation];
        keptActions[at] = action;
        keptPayoffs[at] = (float) ((earned - model.lowest()) / model.range());
        nextViews[at] = next == OVER ? OVER : views[next];
        nextPasts[at] = next == OVER ? 0 : pasts[next];
        if (heard % model.every() == 0 && heard >= model.minibatch()) {
            step();
        }
        return true;
    }

    /** One step of Adam down the squared error of a minibatch. */
    private void step() {
        int batch = rows.length;
        int known = (int) Math.min(heard, keptViews.length);
        for (int b = 0; b < batch; b++) {
            int at = random.nextInt(known);
            chosen[b] = at;
            targets[b] = (float) ((1 - discount) * keptPayoffs[at]);
            outlook.write(keptViews[at], keptPasts[at], rows[b]);
        }
        if (discount > 0) {
            addWhatFollows(batch);
        }
        float[][] values = network.forward(rows, batch);
        for (int b = 0; b < batch; b++) {
            int action = keptActions[chosen[b]];
            Arrays.fill(gradients[b], 0);
            gradients[b][action] = (values[b][action] - targets[b]) / batch;
        }
        network.backward(rows, gradients, batch);
        adam.step(model.rate(), GRADIENT_CAP);
        if (++steps % model.copied() == 0) {
            FloatArrays.copy(parameters, copyParameters);
        }
    }

    private void addWhatFollows(int batch) {
        for (int b = 0; b < batch; b++) {
            int at = chosen[b];
            outlook.write(Math.max(0, nextViews[at]), nextPasts[at], nextRows[b]);
        }
        float[][] following = copy.forward(nextRows, batch);
        for (int b = 0; b < batch; b++) {
            if (nextViews[chosen[b]] != OVER) {
                targets[b] += (float) (discount * following[b][largest(following[b])]);
            }
        }
    }

    @Override
    public void endPlay() {
        exploration *= fading;
    }

    @Override
    public double[] strategy(int type, int observation) {
        double[] strategy = strategies[type];
        Arrays.fill(strategy, 0);
        strategy[greedy(outlook.view(type, observation), outlook.history())] = 1;
        return strategy;
    }

    @Override
    public int respond(int type, int observation, RandomGenerator given) {
        return greedy(outlook.view(type, observation), outlook.history());
    }

    @Override
    public int stateSize() {
        return types * actions + 1;
    }

    @Override
    public void describe(float[] into, int from) {
        int at = from;
        for (int type = 0; type < types; type++) {
            outlook.write(outlook.view(type, 0), outlook.history(), row);
            for (float value : network.forward(row)) {
                into[at++] = Math.max(-1, Math.min(1, value));
            }
        }
        into[at] = (float) exploration;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        network.save(out);
        copy.save(out);
        adam.save(out);
        saveMemory(out);
        out.writeLong(steps);
        out.writeDouble(exploration);
        out.writeLong(heard);
        for (int k = 0; k < Math.min(heard, keptViews.length); k++) {
            out.writeInt(keptViews[k]);
            out.writeLong(keptPasts[k]);
            out.writeInt(keptActions[k]);
            out.writeFloat(keptPayoffs[k]);
            out.writeInt(nextViews[k]);
            out.writeLong(nextPasts[k]);
        }
    }

    @Override
    public void restore(DataInput in) throws IOException {
        network.restore(in);
        copy.restore(in);
        adam.restore(in);
        restoreMemory(in);
        steps = in.readLong();
        exploration = in.readDouble();
        heard = in.readLong();
        for (int k = 0; k < Math.min(heard, keptViews.length); k++) {
            keptViews[k] = in.readInt();
            keptPasts[k] = in.readLong();
            keptActions[k] = in.readInt();
            keptPayoffs[k] = in.readFloat();
            nextViews[k] = in.readInt();
            nextPasts[k] = in.readLong();
        }
    }
}
