package stackelberg.leader;

import stackelberg.network.Network;

/** The critic's loss on transitions of a rollout, c_v (V − target)², and its gradients. */
final class CriticLoss {
    private final Network critic;
    private final Rollout rollout;
    private final double coefficient;
    private final float[][] rows;
    private final float[][] gradients;

    private double losses;

    CriticLoss(Network critic, Rollout rollout, double coefficient, int batch) {
        this.critic = critic;
        this.rollout = rollout;
        this.coefficient = coefficient;
        this.rows = new float[batch][critic.inputs()];
        this.gradients = new float[batch][1];
    }

    /**
     * Sets the critic's gradients for the transitions {@code order[from]} to {@code order[to − 1]}.
     *
     * @param count what the sum over them is divided by
     */
    void computeGradients(int[] order, int from, int to, int count) {
        for (int k = from; k < to; k++) {
            rollout.readCritic(order[k], rows[k - from]);
        }
        float[][] values = critic.forward(rows, to - from);
        for (int k = from; k < to; k++) {
            float error = values[k - from][0] - rollout.valueTarget[order[k]];
            gradients[k - from][0] = (float) (2 * coefficient * error / count);
            losses += error * error;
        }
        critic.backward(rows, gradients, to - from);
    }

    void clearStatistics() {
        losses = 0;
    }

    /** The sum of (V − target)² since {@link #clearStatistics}. */
    double losses() {
        return losses;
    }
}
