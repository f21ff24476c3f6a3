package stackelberg.leader;

import java.util.Map;
import stackelberg.game.BaseGame;
import stackelberg.leader.Costs.Part;
import stackelberg.network.ActionDistribution;
import stackelberg.network.Adam;
import stackelberg.network.Network;

/**
 * The gradients of PPO's loss on one minibatch, averaged over it: −min(r A, clip(r) A) + c_v (V −
 * target)² − c_e H, with A normalised within the minibatch; and the step that follows from them.
 * Actor and critic have nothing in common but the norm that caps both, so that two threads can
 * share a step.
 */
final class PpoStep {
    /** The first task of every phase, which is the caller's; the other is the actor. */
    private static final int CRITIC = 0;

    private static final int TASKS = 2;

    private final Ppo settings;
    private final Actor actor;
    private final Rollout rollout;
    private final ActionDistribution distribution;
    private final FoldedRows rows;
    private final FoldedAdvantages advantages;
    private final CriticLoss criticLoss;
    private final Adam optimiser;
    private final Costs costs;
    private final StepTeam team;
    private final StepTeam.Phase gradients;
    private final StepTeam.Phase updates;

    /** How many of the optimiser's arrays are the actor's; the critic's follow. */
    private final int actorArrays;

    /** The minibatch under way. */
    private int[] order = new int[0];

    private int from;
    private int to;

    private double losses;
    private double entropies;
    private double divergences;
    private double clipped;
    private double norms;
    private long samples;
    private long steps;

    /**
     * @param optimiser over the actor's arrays and then the critic's
     * @param team whose threads share out the work
     */
    PpoStep(
            Ppo settings,
            BaseGame game,
            Actor actor,
            Network critic,
            Rollout rollout,
            Adam optimiser,
            StepTeam team,
            Costs costs) {
        int batch = settings.minibatch();
        this.settings = settings;
        this.actor = actor;
        this.rollout = rollout;
        this.optimiser = optimiser;
        this.costs = costs;
        this.team = team;
        this.distribution = actor.distribution();
        this.rows = new FoldedRows(game, actor.network(), batch);
        this.advantages = new FoldedAdvantages(batch);
        this.criticLoss = new CriticLoss(critic, rollout, settings.valueCoefficient(), batch);
        this.actorArrays = actor.parameterArrays().size();
        this.gradients = team.phase(this::computeGradients);
        this.updates = team.phase(this::update);
    }

    /** One step for the transitions {@code order[from]} to {@code order[to − 1]}. */
    void take(int[] order, int from, int to, double rate) {
        computeGradients(order, from, to);
        norms += optimiser.begin(rate, settings.gradientNorm());
        team.run(updates, TASKS);
        costs.charge(Part.STEPPING);
    }

    /** Sets all gradients for the transitions {@code order[from]} to {@code order[to − 1]}. */
    void computeGradients(int[] order, int from, int to) {
        this.order = order;
        this.from = from;
        this.to = to;
        team.run(gradients, TASKS);
        costs.charge(Part.ACTOR);
    }

    /** Sets the critic's gradients, or the actor's. */
    private void computeGradients(int task) {
        if (task == CRITIC) {
            criticLoss.computeGradients(order, from, to, to - from);
            optimiser.measure(actorArrays, optimiser.arrays());
            costs.charge(Part.CRITIC);
        } else {
            rows.begin();
            for (int k = from; k < to; k++) {
                rows.add(rollout.observation[order[k]]);
            }
            rows.forward();
            actor.clearOwnGradients();
            addPolicyGradients(order, from, to);
            rows.backward();
            optimiser.measure(0, actorArrays);
        }
    }

    private void update(int task) {
        if (task == CRITIC) {
            optimiser.update(actorArrays, optimiser.arrays());
        } else {
            optimiser.update(0, actorArrays);
        }
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
