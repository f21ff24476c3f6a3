package stackelberg.leader;

import java.util.Map;
import stackelberg.game.BaseGame;
import stackelberg.leader.Costs.Part;
import stackelberg.network.ActionDistribution;
import stackelberg.network.Network;

/**
 * The gradients of PPO's loss on one minibatch, averaged over it: −min(r A, clip(r) A) + c_v (V −
 * target)² − c_e H, with A normalised within the minibatch.
 */
final class PpoStep {
    private final Ppo settings;
    private final Actor actor;
    private final Rollout rollout;
    private final ActionDistribution distribution;
    private final FoldedRows rows;
    private final FoldedAdvantages advantages;
    private final CriticLoss criticLoss;
    private final Costs costs;

    private double losses;
    private double entropies;
    private double divergences;
    private double clipped;
    private double norms;
    private long samples;
    private long steps;

    PpoStep(
            Ppo settings,
            BaseGame game,
            Actor actor,
            Network critic,
            Rollout rollout,
            Costs costs) {
        int batch = settings.minibatch();
        this.settings = settings;
        this.actor = actor;
        this.rollout = rollout;
        this.costs = costs;
        this.distribution = actor.distribution();
        this.rows = new FoldedRows(game, actor.network(), batch);
        this.advantages = new FoldedAdvantages(batch);
        this.criticLoss = new CriticLoss(critic, rollout, settings.valueCoefficient(), batch);
    }

    /** Sets all gradients for the transitions {@code order[from]} to {@code order[to − 1]}. */
    void computeGradients(int[] order, int from, int to) {
        rows.begin();
        for (int k = from; k < to; k++) {
            rows.add(rollout.observation[order[k]]);
        }
        rows.forward();
        actor.clearOwnGradients();
        addPolicyGradients(order, from, to);
        rows.backward();
        costs.charge(Part.ACTOR);
        criticLoss.computeGradients(order, from, to, to - from);
        costs.charge(Part.CRITIC);
    }

    private void addPolicyGradients(int[] order, int from, int to) {
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
        advantages.set(rollout, order, from, to, shift, scale);
        for (int k = 0; k < advantages.size; k++) {
            addPolicyGradient(k, count);
        }
        samples += count;
        steps++;
    }

    /** Adds the gradient of all transitions of the {@code k}-th distinct decision. */
    private void addPolicyGradient(int k, int count) {
        int decision = advantages.decision[k];
        int observation = advantages.observation[k];
        int transitions = advantages.count[k];
        double positive = advantages.positive[k];
        double negative = advantages.negative[k];
        float[] parameters = rows.output(observation);
        double[] action = rollout.action[decision];
        double logRatio =
                distribution.logProbability(parameters, action) - rollout.logProbability[decision];
        double ratio = Math.exp(logRatio);
        double bounded = Math.max(1 - settings.clip(), Math.min(1 + settings.clip(), ratio));
        // Where the bound is the smaller of both it does not depend on the policy.
        double moving = (ratio > bounded ? 0 : positive) + (ratio < bounded ? 0 : negative);
        distribution.addGradient(
                parameters,
                action,
                -ratio * moving / count,
                -settings.entropy() * transitions / count,
                rows.gradient(observation));
        losses -= Math.min(ratio, bounded) * positive + Math.max(ratio, bounded) * negative;
        entropies += transitions * distribution.entropy(parameters);
        divergences += transitions * (ratio - 1 - logRatio);
        clipped += bounded != ratio ? transitions : 0;
    }

    /** Takes in the norm of the last gradients. */
    void norm(double norm) {
        norms += norm;
    }

    void clearStatistics() {
        losses = 0;
        criticLoss.clearStatistics();
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
        diagnostics.put("value loss", criticLoss.losses() / samples);
        diagnostics.put("entropy", entropies / samples);
        diagnostics.put("KL divergence", divergences / samples);
        diagnostics.put("clip fraction", clipped / samples);
        diagnostics.put("gradient norm", norms / steps);
    }
}
