package stackelberg.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A multi-layer perceptron with two tanh hidden layers and a linear output. Not thread-safe.
 *
 * <p>A gradient step is {@link #forward}, then {@link #backward} with the loss's gradient at the
 * outputs, then an optimiser's step over {@link #parameters} and {@link #gradients}.
 */
public final class Mlp {
    private final Dense[] layers;
    private final DenseKernel[] kernels;
    private final int capacity;

    /** {@code [layer][row][output]}: what each layer put out in the last forward pass. */
    private final float[][][] outputs;

    /** {@code [layer][row][output]}: gradients at the hidden layers' outputs. */
    private final float[][][] hiddenGradients;

    private final float[][] single;

    /**
     * @param inputs length of an input row
     * @param hidden units in each hidden layer
     * @param outputCount length of an output row
     * @param lastGain orthogonal gain of the last layer; the hidden ones have √2
     * @param capacity the most rows in one batch
     */
    public Mlp(
            int inputs,
            int hidden,
            int outputCount,
            double lastGain,
            int capacity,
            RandomGenerator random) {
        this.layers =
                new Dense[] {
                    new Dense(inputs, hidden, Math.sqrt(2), random),
                    new Dense(hidden, hidden, Math.sqrt(2), random),
                    new Dense(hidden, outputCount, lastGain, random)
                };
        this.capacity = capacity;
        this.kernels = new DenseKernel[layers.length];
        this.outputs = new float[layers.length][][];
        this.hiddenGradients = new float[layers.length - 1][][];
        this.single = new float[layers.length][];
        for (int k = 0; k < layers.length; k++) {
            kernels[k] = DenseKernel.forRows(capacity);
            outputs[k] = new float[capacity][layers[k].outputs];
            single[k] = new float[layers[k].outputs];
            if (k < layers.length - 1) {
                hiddenGradients[k] = new float[capacity][layers[k].outputs];
            }
        }
    }

    /** Length of an input row. */
    public int inputs() {
        return layers[0].inputs;
    }

    /** Length of an output row. */
    public int outputs() {
        return layers[layers.length - 1].outputs;
    }

    /**
     * The output for one row, always by plain rows.
     *
     * @return an array that the next call overwrites
     */
    public float[] forward(float[] row) {
        float[] in = row;
        for (int k = 0; k < layers.length; k++) {
            PlainKernel.forwardRow(layers[k], in, single[k]);
            if (k < layers.length - 1) {
                Tanh.apply(single[k], layers[k].outputs);
            }
            in = single[k];
        }
        return in;
    }

    /**
     * The outputs for the first {@code rows} rows of a batch.
     *
     * @return {@code [row][output]}, overwritten by the next call
     */
    public float[][] forward(float[][] batch, int rows) {
        if (rows > capacity) {
            throw new IllegalArgumentException(rows + " rows exceed the capacity " + capacity);
        }
        float[][] in = batch;
        for (int k = 0; k < layers.length; k++) {
            kernels[k].forward(layers[k], in, rows, outputs[k]);
            if (k < layers.length - 1) {
                for (int row = 0; row < rows; row++) {
                    Tanh.apply(outputs[k][row], layers[k].outputs);
                }
            }
            in = outputs[k];
        }
        return in;
    }

    /**
     * Sets the gradients of all parameters, summed over the rows of the last batch.
     *
     * @param batch the rows that {@link #forward(float[][], int)} was given
     * @param outputGradients the loss's gradient at each output
     */
    public void backward(float[][] batch, float[][] outputGradients, int rows) {
        float[][] gradients = outputGradients;
        for (int k = layers.length - 1; k >= 0; k--) {
            float[][] in = k == 0 ? batch : outputs[k - 1];
            float[][] below = k == 0 ? null : hiddenGradients[k - 1];
            kernels[k].backward(layers[k], in, gradients, rows, below);
            if (below != null) {
                for (int row = 0; row < rows; row++) {
                    Tanh.derive(outputs[k - 1][row], below[row], layers[k].inputs);
                }
                gradients = below;
            }
        }
    }

    /** Live parameter arrays, in the order of {@link #gradients}. */
    public List<float[]> parameters() {
        List<float[]> all = new ArrayList<>();
        for (Dense layer : layers) {
            all.addAll(List.of(layer.weights));
            all.add(layer.biases);
        }
        return all;
    }

    /** Live gradient arrays. */
    public List<float[]> gradients() {
        List<float[]> all = new ArrayList<>();
        for (Dense layer : layers) {
            all.addAll(List.of(layer.weightGradients));
            all.add(layer.biasGradients);
        }
        return all;
    }

    /** Writes all parameters. */
    public void save(DataOutput out) throws IOException {
        FloatArrays.save(parameters(), out);
    }

    /** Reads what {@link #save} of a network of the same shape wrote. */
    public void restore(DataInput in) throws IOException {
        FloatArrays.restore(parameters(), in);
    }
}
