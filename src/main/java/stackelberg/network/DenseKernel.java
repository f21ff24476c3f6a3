package stackelberg.network;

import org.jspecify.annotations.Nullable;

/** The arithmetic of one dense layer over batches of rows; an object serves a single layer. */
interface DenseKernel {
    /** {@code out = in·W + b} for the first {@code rows} rows. */
    void forward(Dense layer, float[][] in, int rows, float[][] out);

    /**
     * Sets the layer's gradients from those of its outputs and, if asked, those of its inputs.
     *
     * @param in the rows that {@link #forward} was given
     * @param outGradients the loss's gradient at each output
     * @param inGradients filled with the loss's gradient at each input; null if not wanted
     */
    void backward(
            Dense layer,
            float[][] in,
            float[][] outGradients,
            int rows,
            float @Nullable [][] inGradients);
}
