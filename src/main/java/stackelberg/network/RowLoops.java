package stackelberg.network;

/**
 * What networks and optimisers do number by number; all implementations put out the same bits. Rows
 * are walked through here and not by the callers, so that a call is worth its while.
 */
interface RowLoops {
    /** Replaces the first {@code columns} numbers of the first rows by their {@link Tanh}. */
    void tanh(float[][] values, int rows, int columns);

    /** Multiplies gradients at outputs y of tanh by tanh' = 1 − y². */
    void deriveTanh(float[][] outputs, float[][] gradients, int rows, int columns);

    /**
     * One step of {@link Adam}.
     *
     * @param scale what gradients are multiplied by first
     * @param rate the step size, over 1 − β₁ᵗ
     * @param root 1/√(1 − β₂ᵗ)
     */
    void adam(
            float[] parameter,
            float[] gradient,
            float[] mean,
            float[] square,
            float scale,
            float rate,
            float root);
}
