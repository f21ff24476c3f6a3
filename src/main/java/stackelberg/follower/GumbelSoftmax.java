package stackelberg.follower;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An action as one of several: the outputs are logits. A critic is shown the softmax of the logits
 * after Gumbel noise was added, a relaxed sample (Jang, Gu & Poole 2017, Sec. 2).
 *
 * <p>Not straight through, where a critic is shown the sample itself and its gradient is taken for
 * that of the relaxation: a critic learns from whole actions only and is flat around them, so that
 * its gradient there says nothing. Along the way from one action to another its gradients add up to
 * the difference in value, whatever it makes of the points between.
 */
final class GumbelSoftmax implements ActionCode {
    private final int actions;
    private final float temperature;

    GumbelSoftmax(int actions, double temperature) {
        this.actions = actions;
        this.temperature = (float) temperature;
    }

    @Override
    public int outputs() {
        return actions;
    }

    @Override
    public int inputs() {
        return actions;
    }

    /** The largest logit after Gumbel noise: each action with its softmax probability. */
    @Override
    public int explore(float[] outputs, double spread, RandomGenerator random) {
        double total = 0;
        float largest = largest(outputs);
        for (int a = 0; a < actions; a++) {
            total += Math.exp(outputs[a] - largest);
        }
        double left = random.nextDouble() * total;
        for (int a = 0; a < actions - 1; a++) {
            left -= Math.exp(outputs[a] - largest);
            if (left < 0) {
                return a;
            }
        }
        return actions - 1;
    }

    private float largest(float[] outputs) {
        float largest = outputs[0];
        for (int a = 1; a < actions; a++) {
            largest = Math.max(largest, outputs[a]);
        }
        return largest;
    }

    @Override
    public void strategy(float[] outputs, double[] into) {
        float largest = largest(outputs);
        double total = 0;
        for (int a = 0; a < actions; a++) {
            into[a] = Math.exp(outputs[a] - largest);
            total += into[a];
        }
        for (int a = 0; a < actions; a++) {
            into[a] /= total;
        }
    }

    @Override
    public void write(int action, float[] row, int from) {
        Arrays.fill(row, from, from + actions, 0);
        row[from + action] = 1;
    }

    @Override
    public void write(
            float[] outputs, RandomGenerator random, float[] row, int from, float[] slopes) {
        for (int a = 0; a < actions; a++) {
            double uniform = Math.max(random.nextDouble(), 1e-300);
            slopes[a] = (outputs[a] - (float) Math.log(-Math.log(uniform))) / temperature;
        }
        float largest = largest(slopes);
        float total = 0;
        for (int a = 0; a < actions; a++) {
            slopes[a] = (float) Math.exp(slopes[a] - largest);
            total += slopes[a];
        }
        for (int a = 0; a < actions; a++) {
            slopes[a] /= total;
            row[from + a] = slopes[a];
        }
    }

    /** The Jacobian of softmax, σ_a (g_a − Σ_b σ_b g_b) / temperature. */
    @Override
    public void back(float[] rowGradients, int from, float[] slopes, float[] outputGradients) {
        float mean = 0;
        for (int a = 0; a < actions; a++) {
            mean += slopes[a] * rowGradients[from + a];
        }
        for (int a = 0; a < actions; a++) {
            outputGradients[a] = slopes[a] * (rowGradients[from + a] - mean) / temperature;
        }
    }
}
