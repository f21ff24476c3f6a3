package stackelberg.follower;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An action as a point between the first and the last: the only output x stands for tanh x in [−1,
 * 1], and is played as the action nearest to it. Where actions are prices on a fine grid this is a
 * continuous choice of the price.
 */
final class PointOnLine implements ActionCode {
    /** The standard deviation of what is tried at first, where the whole line is 2 long. */
    private static final double WIDEST = 0.6;

    private final int actions;

    PointOnLine(int actions) {
        this.actions = actions;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public int inputs() {
        return 1;
    }

    @Override
    public int explore(float[] outputs, double spread, RandomGenerator random) {
        return nearest(Math.tanh(outputs[0]) + WIDEST * spread * random.nextGaussian());
    }

    private int nearest(double point) {
        double inside = Math.max(-1, Math.min(1, point));
        return (int) Math.round((inside + 1) / 2 * (actions - 1));
    }

    @Override
    public void strategy(float[] outputs, double[] into) {
        Arrays.fill(into, 0);
        into[nearest(Math.tanh(outputs[0]))] = 1;
    }

    @Override
    public void write(int action, float[] row, int from) {
        row[from] = actions == 1 ? 0 : 2f * action / (actions - 1) - 1;
    }

    @Override
    public void write(
            float[] outputs, RandomGenerator random, float[] row, int from, float[] slopes) {
        float point = (float) Math.tanh(outputs[0]);
        row[from] = point;
        slopes[0] = 1 - point * point;
    }

    @Override
    public void back(float[] rowGradients, int from, float[] slopes, float[] outputGradients) {
        outputGradients[0] = rowGradients[from] * slopes[0];
    }
}
