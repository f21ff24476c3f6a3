package stackelberg.network;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A choice among {@code count} actions with probabilities softmax(parameters); an action is {k}.
 */
public final class Categorical implements ActionDistribution {
    private final int count;
    private final double[] probabilities;

    public Categorical(int count) {
        this.count = count;
        this.probabilities = new double[count];
    }

    @Override
    public int parameters() {
        return count;
    }

    @Override
    public int length() {
        return 1;
    }

    /** The probability of each action; the next call overwrites the array. */
    public double[] probabilities(float[] logits) {
        double largest = largest(logits);
        double sum = 0;
        for (int k = 0; k < count; k++) {
            probabilities[k] = Math.exp(logits[k] - largest);
            sum += probabilities[k];
        }
        for (int k = 0; k < count; k++) {
            probabilities[k] /= sum;
        }
        return probabilities;
    }

    private double largest(float[] logits) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < count; k++) {
            largest = Math.max(largest, logits[k]);
        }
        return largest;
    }

    @Override
    public void sample(float[] parameters, RandomGenerator random, double[] action) {
        // Without the buffer, so that several threads can draw from one distribution.
        double largest = largest(parameters);
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.exp(parameters[k] - largest);
        }
        double left = sum * random.nextDouble();
        int k = 0;
        while (k < count - 1 && (left -= Math.exp(parameters[k] - largest)) >= 0) {
            k++;
        }
        action[0] = k;
    }

    @Override
    public void mode(float[] parameters, double[] action) {
        int best = 0;
        for (int k = 1; k < count; k++) {
            if (parameters[k] > parameters[best]) {
                best = k;
            }
        }
        action[0] = best;
    }

    @Override
    public double logProbability(float[] parameters, double[] action) {
        double largest = largest(parameters);
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.exp(parameters[k] - largest);
        }
        return parameters[(int) action[0]] - largest - Math.log(sum);
    }

    @Override
    public double entropy(float[] parameters) {
        return entropyOf(probabilities(parameters));
    }

    private static double entropyOf(double[] p) {
        double entropy = 0;
        for (double probability : p) {
            if (probability > 0) {
                entropy -= probability * Math.log(probability);
            }
        }
        return entropy;
    }

    @Override
    public void addGradient(
            float[] parameters, double[] action, double byLog, double byEntropy, float[] into) {
        double[] p = probabilities(parameters);
        double entropy = byEntropy == 0 ? 0 : entropyOf(p);
        int chosen = (int) action[0];
        for (int k = 0; k < count; k++) {
            double gradient = byLog * ((k == chosen ? 1 : 0) - p[k]);
            if (byEntropy != 0 && p[k] > 0) {
                gradient -= byEntropy * p[k] * (Math.log(p[k]) + entropy);
            }
            into[k] += (float) gradient;
        }
    }

    @Override
    public List<float[]> ownParameters() {
        return List.of();
    }

    @Override
    public List<float[]> ownGradients() {
        return List.of();
    }
}
