package stackelberg.leader;

import java.util.Arrays;
import java.util.Map;
import stackelberg.game.BaseGame;
import stackelberg.network.ActionDistribution;
import stackelberg.network.Mlp;

/**
 * The gradients of PPO's loss on one minibatch, averaged over it: −min(r A, clip(r) A) + c_v (V −
 * target)² − c_e H, with A normalised within the minibatch.
 *
 * <p>Rows of the actor that share an observation are folded into one, exactly: they have the same
 * distribution, so their gradients with respect to its parameters add up before the backward pass.
 */
final class PpoStep {
    private final Ppo settings;
    private final BaseGame game;
    private final Actor actor;
    private final Mlp critic;
    private final Rollout rollout;
    private final ActionDistribution distribution;

    private final float[][] actorRows;
    private final float[][] actorGradients;
    private final float[][] criticRows;
    private final float[][] criticGradients;

    /** {@code [observation]}: its actor row in this minibatch, if {@link #rowOf} says so. */
    private final int[] row;

    private final int[] observationOf;
    private int rows;

    private double losses;
    private double valueLosses;
    private double entropies;
    private double divergences;
    private double clipped;
    private double norms;
    private long samples;
    private long steps;

    PpoStep(Ppo settings, BaseGame game, Actor actor, Mlp critic, Rollout rollout) {
        int batch = settings.minibatch();
        int distinct = Math.min(batch, game.leaderObservations());
        this.settings = settings;
        this.game = game;
        this.actor = actor;
        this.critic = critic;
        this.rollout = rollout;
        this.distribution = actor.distribution();
        this.actorRows = new float[distinct][game.leaderObservationSize()];
        this.actorGradients = new float[distinct][distribution.parameters()];
        this.criticRows = new float[batch][];
        this.criticGradients = new float[batch][1];
        this.row = new int[game.leaderObservations()];
        this.observationOf = new int[distinct];
    }

    /** Sets all gradients for the transitions {@code order[from]} to {@code order[to − 1]}. */
    void computeGradients(int[] order, int from, int to) {
        gatherActorRows(order, from, to);
        float[][] parameters = actor.network().forward(actorRows, rows);
        for (int k = 0; k < rows; k++) {
            Arrays.fill(actorGradients[k], 0);
        }
        actor.clearOwnGradients();
        addPolicyGradients(order, from, to, parameters);
        actor.network().backward(actorRows, actorGradients, rows);
        computeCriticGradients(order, from, to);
    }

    private void gatherActorRows(int[] order, int from, int to) {
        rows = 0;
        for (int k = from; k < to; k++) {
            int observation = rollout.observation[order[k]];
            if (!rowOf(observation)) {
                game.describe(observation, actorRows[rows], 0);
                observationOf[rows] = observation;
                row[observation] = rows++;
            }
        }
    }

    private boolean rowOf(int observation) {
        int candidate = row[observation];
        return candidate < rows && observationOf[candidate] == observation;
    }

    private void addPolicyGradients(int[] order, int from, int to, float[][] parameters) {
        int count = to - from;
        double sum = 0;
        double squares = 0;
        for (int k = from; k < to; k++) {
            double a = rollout.advantage[order[k]];
            sum += a;
            squares += a * a;
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
        // A single transition has no spread to normalise by.
        double shift = count > 1 ? mean : 0;
        double scale = count > 1 ? 1 / (deviation + 1e-8) : 1;
        for (int k = from; k < to; k++) {
            int t = order[k];
            int actorRow = row[rollout.observation[t]];
            addPolicyGradient(
                    parameters[actorRow],
                    rollout.decision[t],
                    (rollout.advantage[t] - shift) * scale,
                    count,
                    actorGradients[actorRow]);
        }
        samples += count;
        steps++;
    }

    private void addPolicyGradient(
            float[] parameters, int decision, double advantage, int count, float[] gradient) {
        double[] action = rollout.action[decision];
        double logRatio =
                distribution.logProbability(parameters, action) - rollout.logProbability[decision];
        double ratio = Math.exp(logRatio);
        double bounded = Math.max(1 - settings.clip(), Math.min(1 + settings.clip(), ratio));
        boolean binding = bounded * advantage < ratio * advantage;
        double byLog = binding ? 0 : -ratio * advantage / count;
        distribution.addGradient(parameters, action, byLog, -settings.entropy() / count, gradient);
        losses -= Math.min(ratio * advantage, bounded * advantage);
        entropies += distribution.entropy(parameters);
        divergences += ratio - 1 - logRatio;
        clipped += bounded != ratio ? 1 : 0;
    }

    private void computeCriticGradients(int[] order, int from, int to) {
        int count = to - from;
        for (int k = 0; k < count; k++) {
            criticRows[k] = rollout.critic[order[from + k]];
        }
        float[][] values = critic.forward(criticRows, count);
        for (int k = 0; k < count; k++) {
            float error = values[k][0] - rollout.valueTarget[order[from + k]];
            criticGradients[k][0] = (float) (2 * settings.valueCoefficient() * error / count);
            valueLosses += error * error;
        }
        critic.backward(criticRows, criticGradients, count);
    }

    /** Takes in the norm of the last gradients. */
    void norm(double norm) {
        norms += norm;
    }

    void clearStatistics() {
        losses = 0;
        valueLosses = 0;
        entropies = 0;
        divergences = 0;
        clipped = 0;
        norms = 0;
        samples = 0;
        steps = 0;
    }

    /** Adds the means since {@link #clearStatistics} to {@code diagnostics}. */
    void report(Map<String, Double> diagnostics) {
        diagnostics.put("policy loss", losses / samples);
        diagnostics.put("value loss", valueLosses / samples);
        diagnostics.put("entropy", entropies / samples);
        diagnostics.put("KL divergence", divergences / samples);
        diagnostics.put("clip fraction", clipped / samples);
        diagnostics.put("gradient norm", norms / steps);
    }
}
