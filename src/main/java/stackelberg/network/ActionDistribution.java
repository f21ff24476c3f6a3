package stackelberg.network;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A family of distributions over actions whose parameters are a network's output, and perhaps some
 * that do not depend on the input.
 */
public interface ActionDistribution {
    /** How many network outputs it takes. */
    int parameters();

    /** The length of an action. */
    int length();

    /** Draws an action into {@code action}. */
    void sample(float[] parameters, RandomGenerator random, double[] action);

    /** Writes the most likely action into {@code action}. */
    void mode(float[] parameters, double[] action);

    /** ln π(action). */
    double logProbability(float[] parameters, double[] action);

    /** The entropy, in nats. */
    double entropy(float[] parameters);

    /**
     * Adds to {@code into} and to the own gradients: {@code byLog}·∂ln π(action) + {@code
     * byEntropy}·∂entropy with respect to the parameters.
     */
    void addGradient(
            float[] parameters, double[] action, double byLog, double byEntropy, float[] into);

    /** Live arrays of the parameters that are not network outputs. */
    List<float[]> ownParameters();

    /** Live arrays of their gradients; the caller clears them before a batch. */
    List<float[]> ownGradients();
}
