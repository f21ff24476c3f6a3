package stackelberg.leader;

import java.util.random.RandomGenerator;
import stackelberg.game.BaseGame;
import stackelberg.network.Linear;

/**
 * The gradients of SimpleQ's loss on a batch from the replay: the mean of Huber(Q(o, a) − y), y = r
 * + max_b Q⁻(o′, b) with the target copy Q⁻, or r alone where the outer episode ended. There is no
 * discount.
 */
final class SimpleQStep {
    private final Replay replay;
    private final double huber;
    private final int[] chosen;
    private final FoldedRows values;
    private final FoldedRows targets;

    private double loss;
    private double value;

    SimpleQStep(SimpleQ settings, BaseGame game, Linear q, Linear target, Replay replay) {
        this.replay = replay;
        this.huber = settings.huber();
        this.chosen = new int[settings.batch()];
        this.values = new FoldedRows(game, q, settings.batch());
        this.targets = new FoldedRows(game, target, settings.batch());
    }

    /** Draws a batch, with replacement, and sets the gradients of Q. */
    void computeGradients(RandomGenerator random) {
        for (int k = 0; k < chosen.length; k++) {
            chosen[k] = random.nextInt(replay.size());
        }
        values.begin();
        targets.begin();
        for (int t : chosen) {
            values.add(replay.observation[t]);
            if (replay.next[t] != Replay.NONE) {
                targets.add(replay.next[t]);
            }
        }
        values.forward();
        targets.forward();
        loss = 0;
        value = 0;
        for (int t : chosen) {
            addGradient(t);
        }
        values.backward();
    }

    private void addGradient(int t) {
        int observation = replay.observation[t];
        double estimate = values.output(observation)[replay.action[t]];
        double future = replay.next[t] == Replay.NONE ? 0 : largest(targets.output(replay.next[t]));
        double error = estimate - replay.reward[t] - future;
        double slope = Math.max(-huber, Math.min(huber, error));
        values.gradient(observation)[replay.action[t]] += (float) (slope / chosen.length);
        loss += slope * (error - 0.5 * slope) / chosen.length;
        value += estimate / chosen.length;
    }

    private static double largest(float[] row) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float entry : row) {
            largest = Math.max(largest, entry);
        }
        return largest;
    }

    /** The mean Huber loss of the newest batch. */
    double loss() {
        return loss;
    }

    /** The mean of Q(o, a) over the newest batch. */
    double value() {
        return value;
    }
}
