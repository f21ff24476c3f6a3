package stackelberg.leader;

import java.util.Map;
import stackelberg.game.BaseGame;
import stackelberg.pomdp.Watch;

/** The gradients of REINFORCE's loss, the mean over a rollout of −G ln π(a|o). */
final class ReinforceStep {
    /** Transitions of one part: small enough to stay in the cache. */
    static final int PART = 128;

    private final Rollout rollout;
    private final ScoreLoss loss;
    private final GradientSum sum;

    /**
     * @param rollout one whose values stay 0, so that an advantage is a reward to go
     */
    ReinforceStep(BaseGame game, Actor actor, Rollout rollout) {
        this.rollout = rollout;
        this.loss = new ScoreLoss(game, actor, rollout, 0, PART);
        this.sum = new GradientSum(actor.gradientArrays());
    }

    /** Computes the rewards to go, then sets the actor's gradients. */
    void computeGradients(Watch watch) {
        rollout.estimateAdvantages(1);
        loss.clearStatistics();
        sum.clear();
        for (int from = 0; from < rollout.size; from += PART) {
            watch.work();
            int to = Math.min(rollout.size, from + PART);
            loss.computeGradients(from, to, rollout.size);
            sum.add();
        }
        sum.writeBack();
    }

    /** Adds the means over the rollout to {@code diagnostics}. */
    void report(Map<String, Double> diagnostics) {
        diagnostics.put("policy loss", loss.losses() / rollout.size);
        diagnostics.put("entropy", loss.entropies() / rollout.size);
    }
}
