package stackelberg.leader;

import stackelberg.game.BaseGame;
import stackelberg.network.ActionDistribution;

/**
 * The loss of a plain policy gradient on a rollout that was drawn from the actor as it is: the mean
 * over transitions of −A ln π(a|o) − c_e H(π(·|o)), whose gradient in expectation is that of the
 * leader's reward (Williams 1992).
 */
final class ScoreLoss {
    private final Actor actor;
    private final Rollout rollout;
    private final ActionDistribution distribution;
    private final double entropy;
    private final FoldedRows rows;

    private double losses;
    private double entropies;

    ScoreLoss(BaseGame game, Actor actor, Rollout rollout, double entropy, int batch) {
        this.actor = actor;
        this.rollout = rollout;
        this.distribution = actor.distribution();
        this.entropy = entropy;
        this.rows = new FoldedRows(game, actor.network(), batch);
    }

    /**
     * Sets the actor's gradients for the transitions {@code from} to {@code to − 1}.
     *
     * @param count what the sum over them is divided by
     */
    void computeGradients(int from, int to, int count) {
        rows.begin();
        for (int t = from; t < to; t++) {
            rows.add(rollout.observation[t]);
        }
        rows.forward();
        actor.clearOwnGradients();
        for (int t = from; t < to; t++) {
            int observation = rollout.observation[t];
            float[] parameters = rows.output(observation);
            double[] action = rollout.action[rollout.decision[t]];
            double advantage = rollout.advantage[t];
            distribution.addGradient(
                    parameters,
                    action,
                    -advantage / count,
                    -entropy / count,
                    rows.gradient(observation));
            losses -= advantage * distribution.logProbability(parameters, action);
            entropies += distribution.entropy(parameters);
        }
        rows.backward();
    }

    void clearStatistics() {
        losses = 0;
        entropies = 0;
    }

    /** The sum of −A ln π since {@link #clearStatistics}. */
    double losses() {
        return losses;
    }

    /** The sum of entropies since {@link #clearStatistics}. */
    double entropies() {
        return entropies;
    }
}
