package stackelberg.follower;

import java.util.random.RandomGenerator;

/**
 * How an actor's outputs stand for an action, and how an action is put before a critic so that the
 * critic's gradient finds its way back to those outputs.
 */
interface ActionCode {
    /** How many outputs an actor has. */
    int outputs();

    /** How many inputs of a critic an action takes. */
    int inputs();

    /**
     * An action to learn from.
     *
     * @param spread how far it may stray, from 1 at first to 0
     */
    int explore(float[] outputs, double spread, RandomGenerator random);

    /** The probability of each action once it has stopped learning. */
    void strategy(float[] outputs, double[] into);

    /** Puts an action before a critic. */
    void write(int action, float[] row, int from);

    /**
     * Puts the action that {@code outputs} stand for before a critic.
     *
     * @param slopes filled with whatever {@link #back} needs, {@link #outputs} numbers
     */
    void write(float[] outputs, RandomGenerator random, float[] row, int from, float[] slopes);

    /**
     * The gradient at the outputs from the one at the critic's inputs.
     *
     * @param slopes as {@code write} has filled them
     */
    void back(float[] rowGradients, int from, float[] slopes, float[] outputGradients);
}
