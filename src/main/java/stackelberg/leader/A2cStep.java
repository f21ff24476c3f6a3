package stackelberg.leader;

import java.util.Map;
import stackelberg.game.BaseGame;
import stackelberg.leader.Costs.Part;
import stackelberg.pomdp.Watch;

/**
 * The gradients of A2C's loss, the mean over a rollout of −A ln π + c_v (V − target)² − c_e H. A
 * rollout of any length goes through the networks in parts of bounded size.
 */
final class A2cStep {
    /** Transitions of one part: small enough to stay in the cache. */
    static final int PART = 128;

    private final Rollout rollout;
    private final ScoreLoss policyLoss;
    private final CriticLoss criticLoss;
    private final GradientSum sum;
    private final Costs costs;
    private int[] order = new int[0];

    A2cStep(A2c settings, BaseGame game, ActorCritic networks) {
        this.rollout = networks.rollout();
        this.costs = networks.costs();
        this.policyLoss = new ScoreLoss(game, networks.actor(), rollout, settings.entropy(), PART);
        this.criticLoss =
                new CriticLoss(networks.critic(), rollout, settings.valueCoefficient(), PART);
        this.sum = new GradientSum(networks.gradientArrays());
    }

    /** Sets all gradients. */
    void computeGradients(Watch watch) {
        numberTransitions();
        policyLoss.clearStatistics();
        criticLoss.clearStatistics();
        sum.clear();
        for (int from = 0; from < rollout.size; from += PART) {
            watch.work();
            int to = Math.min(rollout.size, from + PART);
            policyLoss.computeGradients(from, to, rollout.size);
            costs.charge(Part.ACTOR);
            criticLoss.computeGradients(order, from, to, rollout.size);
            costs.charge(Part.CRITIC);
            sum.add();
        }
        sum.writeBack();
        costs.charge(Part.STEPPING);
    }

    private void numberTransitions() {
        if (order.length < rollout.size) {
            order = new int[rollout.size];
            for (int k = 0; k < order.length; k++) {
                order[k] = k;
            }
        }
    }

    /** Adds the means over the rollout to {@code diagnostics}. */
    void report(Map<String, Double> diagnostics) {
        diagnostics.put("policy loss", policyLoss.losses() / rollout.size);
        diagnostics.put("value loss", criticLoss.losses() / rollout.size);
        diagnostics.put("entropy", policyLoss.entropies() / rollout.size);
    }
}
