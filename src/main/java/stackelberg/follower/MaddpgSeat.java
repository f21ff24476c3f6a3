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
 * The learning state of one follower of {@link Maddpg}. Its critic holds (1 − δ) Q_i(x, a_1, …,
 * a_n) of payoffs that were scaled to about [0, 1], x being what all know (Lowe et al. 2017, eqs. 5
 * and 6).
 *
 * <p>Description for a critic: its strategy at each type as things stand now, and how far it
 * strays.
 */
final class MaddpgSeat extends NetworkSeat implements HearsEveryone {
    private static final double GRADIENT_CAP = 10;

    private final Maddpg model;
    private final int follower;
    private final int followers;
    private final int[] typeCounts;
    private final int[] observationCounts;
    private final int actions;
    private final double discount;
    private final double fading;

    /** {@code [follower]}: how this seat's critic is shown that follower's action. */
    private final ActionCode[] codes;

    /** {@code [follower]}: where that action stands in a row for the critic. */
    private final int[] places;

    private final Mlp actor;
    private final Mlp critic;
    private final Mlp actorCopy;
    private final Mlp criticCopy;
    private final Adam actorSteps;
    private final Adam criticSteps;

    /** The parameters of the networks; live. */
    private final List<float[]> actorNow;

    private final List<float[]> criticNow;
    private final List<float[]> actorThen;
    private final List<float[]> criticThen;
    private final List<float[]> firstActor;
    private final List<float[]> firstCritic;
    private final Turns turns;

    private final float[] view;
    private final float[][] views;
    private final float[][] rows;
    private final float[][] rowGradients;
    private final float[][] valueGradients;
    private final float[][] outputGradients;
    private final float[][] slopes;
    private final float[] targets;
    private final int[] chosen;
    private final double[][] strategies;

    private Seat[] all = new Seat[0];
    private long steps;
    private double spread = 1;

    MaddpgSeat(Maddpg model, BaseGame game, int follower) {
        super(new Outlook(game, follower, model.memory()));
        this.model = model;
        this.follower = follower;
        this.followers = game.followers();
        this.typeCounts = new int[followers];
        this.observationCounts = new int[followers];
        this.codes = new ActionCode[followers];
        this.places = new int[followers];
        int inputs = outlook.historyInputs();
        for (int i = 0; i < followers; i++) {
            typeCounts[i] = game.prior().types(i);
            observationCounts[i] = game.followerObservations(i);
            inputs += typeCounts[i] + observationCounts[i];
        }
        for (int i = 0; i < followers; i++) {
            codes[i] = model.actions().code(game.actions(i));
            places[i] = inputs;
            inputs += codes[i].inputs();
        }
        this.actions = game.actions(follower);
        this.discount = model.remembers(game) ? model.discount() : 0;
        this.fading = Math.exp(-model.decay());
        int batch = model.minibatch();
        int outputs = codes[follower].outputs();
        RandomGenerator fixed = new SplittableRandom(follower);
        this.actor = network(outlook.inputs(), outputs, fixed);
        this.critic = network(inputs, 1, fixed);
        this.actorCopy = network(outlook.inputs(), outputs, fixed);
        this.criticCopy = network(inputs, 1, fixed);
        this.actorNow = actor.parameters();
        this.criticNow = critic.parameters();
        this.actorThen = actorCopy.parameters();
        this.criticThen = criticCopy.parameters();
        this.firstActor = actorNow.stream().map(float[]::clone).toList();
        this.firstCritic = criticNow.stream().map(float[]::clone).toList();
        this.actorSteps = new Adam(actorNow, actor.gradients());
        this.criticSteps = new Adam(criticNow, critic.gradients());
        this.turns = new Turns(followers, model.kept());
        this.view = new float[outlook.inputs()];
        this.views = new float[batch][outlook.inputs()];
        this.rows = new float[batch][inputs];
        this.rowGradients = new float[batch][inputs];
        this.valueGradients = new float[batch][1];
        this.outputGradients = new float[batch][outputs];
        this.slopes = new float[batch][outputs];
        this.targets = new float[batch];
        this.chosen = new int[batch];
        this.strategies = new double[typeCounts[follower]][actions];
        reset();
    }

    private Mlp network(int inputs, int outputs, RandomGenerator fixed) {
        return new Mlp(
                inputs, model.units(), outputs, 0.01, model.minibatch(), BackEnd.java(), fixed);
    }

    @Override
    public void meet(Seat[] seats) {
        all = seats;
    }

    @Override
    public void reset() {
        FloatArrays.copy(firstActor, actorNow);
        FloatArrays.copy(firstActor, actorThen);
        FloatArrays.copy(firstCritic, criticNow);
        FloatArrays.copy(firstCritic, criticThen);
        actorSteps.reset();
        criticSteps.reset();
        turns.clear();
        forget();
        steps = 0;
        spread = 1;
    }

    @Override
    public int situation(int type, int observation) {
        return outlook.view(type, observation);
    }

    @Override
    public int choose(int situation, RandomGenerator given) {
        awake(given);
        return codes[follower].explore(outputs(situation), spread, given);
    }

    private float[] outputs(int situation) {
        outlook.write(situation, outlook.history(), view);
        return actor.forward(view);
    }

    @Override
    public void witness(int[] types, int[] observations, int[] done) {
        turns.add(types, observations, done, outlook.history());
        if (turns.witnessed() % model.every() == 0 && turns.complete() >= model.minibatch()) {
            step();
        }
    }

    @Override
    public boolean learn(int situation, int action, double earned, int next) {
        turns.brought((float) ((earned - model.lowest()) / model.range()), next != OVER);
        return true;
    }

    private void step() {
        int batch = rows.length;
        for (int b = 0; b < batch; b++) {
            chosen[b] = turns.complete(random.nextInt(turns.complete()));
            targets[b] = (float) ((1 - discount) * turns.payoff(chosen[b]));
        }
        if (discount > 0) {
            addWhatFollows(batch);
        }
        for (int b = 0; b < batch; b++) {
            writeKnown(chosen[b], rows[b]);
            for (int i = 0; i < followers; i++) {
                codes[i].write(turns.action(chosen[b], i), rows[b], places[i]);
            }
        }
        improveCritic(batch);
        improveActor(batch);
        if (++steps % model.copied() == 0) {
            FloatArrays.copy(actorNow, actorThen);
            FloatArrays.copy(criticNow, criticThen);
        }
    }

    /** The value, by the copies, of what all know next and do then. */
    private void addWhatFollows(int batch) {
        for (int b = 0; b < batch; b++) {
            int next = turns.after(chosen[b]);
            writeKnown(next, rows[b]);
            for (int i = 0; i < followers; i++) {
                int action =
                        all[i] instanceof MaddpgSeat other
                                ? other.later(
                                        turns.type(next, i),
                                        turns.observation(next, i),
                                        turns.past(next),
                                        random)
                                : turns.action(next, i);
                codes[i].write(action, rows[b], places[i]);
            }
        }
        float[][] following = criticCopy.forward(rows, batch);
        for (int b = 0; b < batch; b++) {
            if (turns.followed(chosen[b])) {
                targets[b] += (float) (discount * following[b][0]);
            }
        }
    }

    /** What its actor's copy does; a longer history than its own is cut. */
    private int later(int type, int observation, long past, RandomGenerator given) {
        outlook.write(outlook.view(type, observation), past % outlook.histories(), view);
        return codes[follower].explore(actorCopy.forward(view), 0, given);
    }

    private void writeKnown(int turn, float[] row) {
        Arrays.fill(row, 0);
        int at = 0;
        for (int i = 0; i < followers; i++) {
            row[at + turns.type(turn, i)] = 1;
            at += typeCounts[i];
            row[at + turns.observation(turn, i)] = 1;
            at += observationCounts[i];
        }
        outlook.writeHistory(turns.past(turn), row, at);
    }

    /** One step down the squared error. */
    private void improveCritic(int batch) {
        float[][] values = critic.forward(rows, batch);
        for (int b = 0; b < batch; b++) {
            valueGradients[b][0] = (values[b][0] - targets[b]) / batch;
        }
        critic.backward(rows, valueGradients, batch);
        criticSteps.step(model.criticRate(), GRADIENT_CAP);
    }

    /** One step up the critic's value of its own action, the others' being what they were. */
    private void improveActor(int batch) {
        ActionCode code = codes[follower];
        int place = places[follower];
        for (int b = 0; b < batch; b++) {
            int turn = chosen[b];
            int situation =
                    outlook.view(turns.type(turn, follower), turns.observation(turn, follower));
            outlook.write(situation, turns.past(turn), views[b]);
        }
        float[][] outputs = actor.forward(views, batch);
        for (int b = 0; b < batch; b++) {
            code.write(outputs[b], random, rows[b], place, slopes[b]);
            valueGradients[b][0] = -1f / batch;
        }
        critic.forward(rows, batch);
        critic.backward(rows, valueGradients, batch, rowGradients);
        float cost = (float) (2 * model.regulariser() / (batch * code.outputs()));
        for (int b = 0; b < batch; b++) {
            code.back(rowGradients[b], place, slopes[b], outputGradients[b]);
            for (int k = 0; k < code.outputs(); k++) {
                outputGradients[b][k] += cost * outputs[b][k];
            }
        }
        actor.backward(views, outputGradients, batch);
        actorSteps.step(model.actorRate(), GRADIENT_CAP);
    }

    @Override
    public void endPlay() {
        spread *= fading;
    }

    @Override
    public double[] strategy(int type, int observation) {
        codes[follower].strategy(outputs(outlook.view(type, observation)), strategies[type]);
        return strategies[type];
    }

    @Override
    public int stateSize() {
        return strategies.length * actions + 1;
    }

    @Override
    public void describe(float[] into, int from) {
        for (int type = 0; type < strategies.length; type++) {
            strategy(type);
        }
        into[MixedSeat.describe(strategies, into, from)] = (float) spread;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        actor.save(out);
        critic.save(out);
        actorCopy.save(out);
        criticCopy.save(out);
        actorSteps.save(out);
        criticSteps.save(out);
        turns.save(out);
        saveMemory(out);
        out.writeLong(steps);
        out.writeDouble(spread);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        actor.restore(in);
        critic.restore(in);
        actorCopy.restore(in);
        criticCopy.restore(in);
        actorSteps.restore(in);
        criticSteps.restore(in);
        turns.restore(in);
        restoreMemory(in);
        steps = in.readLong();
        spread = in.readDouble();
    }
}
