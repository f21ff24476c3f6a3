package stackelberg.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A differentiable map from input rows to output rows. Not thread-safe.
 *
 * <p>A gradient step is {@link #forward(float[][], int)}, then {@link #backward} with the loss's
 * gradient at the outputs, then an optimiser's step over {@link #parameters} and {@link
 * #gradients}.
 */
public interface Network {
    /** Length of an input row. */
    int inputs();

    /** Length of an output row. */
    int outputs();

    /**
     * The output for one row.
     *
     * @return an array that the next call overwrites
     */
    float[] forward(float[] row);

    /**
     * The outputs for the first {@code rows} rows of a batch.
     *
     * @return {@code [row][output]}, overwritten by the next call
     */
    float[][] forward(float[][] batch, int rows);

    /**
     * Sets the gradients of all parameters, summed over the rows of the last batch.
     *
     * @param batch the rows that {@link #forward(float[][], int)} was given
     * @param outputGradients the loss's gradient at each output
     */
    void backward(float[][] batch, float[][] outputGradients, int rows);

    /** Live parameter arrays, in the order of {@link #gradients}. */
    List<float[]> parameters();

    /** Live gradient arrays. */
    List<float[]> gradients();

    /** Writes all parameters. */
    default void save(DataOutput out) throws IOException {
        FloatArrays.save(parameters(), out);
    }

    /** Reads what {@link #save} of a network of the same shape wrote. */
    default void restore(DataInput in) throws IOException {
        FloatArrays.restore(parameters(), in);
    }
}
