package stackelberg.network;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A multi-layer perceptron with two tanh hidden layers and a linear output. Not thread-safe. */
public final class Mlp implements Network {
    private final Dense[] layers;
    private final DenseKernel[] kernels;
    private final RowLoops loops;
    private final int capacity;

    /** {@code [layer][row][output]}: what each layer put out in the last forward pass. */
    private final float[][][] outputs;

    /** {@code [layer][row][output]}: gradients at the hidden layers' outputs. */
    private final float[][][] hiddenGradients;

    /** For a single row, the same bits at any capacity. */
    private final DenseKernel[] singleKernels;

    private final float[][][] single;
    private final float[][] singleInput = new float[1][];

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
        this(
                inputs,
                hidden,
                outputCount,
                lastGain,
                capacity,
                BackEnd.forShape(hidden, capacity),
                random);
    }

    /** The same with a back end of one's own choice for batches. */
    public Mlp(
            int inputs,
            int hidden,
            int outputCount,
            double lastGain,
            int capacity,
            BackEnd backEnd,
            RandomGenerator random) {
        this.layers =
                new Dense[] {
                    new Dense(inputs, hidden, Math.sqrt(2), random),
                    new Dense(hidden, hidden, Math.sqrt(2), random),
                    new Dense(hidden, outputCount, lastGain, random)
                };
        this.capacity = capacity;
        this.loops = backEnd.loops();
        this.kernels = new DenseKernel[layers.length];
        this.outputs = new float[layers.length][][];
        this.hiddenGradients = new float[layers.length - 1][][];
        this.singleKernels = new DenseKernel[layers.length];
        this.single = new float[layers.length][1][];
        for (int k = 0; k < layers.length; k++) {
            kernels[k] = backEnd.kernel(layers[k]);
            outputs[k] = new float[capacity][layers[k].outputs];
            singleKernels[k] = BackEnd.java().kernel(layers[k]);
            single[k][0] = new float[layers[k].outputs];
            if (k < layers.length - 1) {
                hiddenGradients[k] = new float[capacity][layers[k].outputs];
            }
        }
    }

    @Override
    public int inputs() {
        return layers[0].inputs;
    }

    @Override
    public int outputs() {
        return layers[layers.length - 1].outputs;
    }

    /** The output for one row, never by gemm: the same bits at any capacity. */
    @Override
    public float[] forward(float[] row) {
        singleInput[0] = row;
        return forward(singleInput, 1, singleKernels, single)[0];
    }

    @Override
    public float[][] forward(float[][] batch, int rows) {
        if (rows > capacity) {
            throw new IllegalArgumentException(rows + " rows exceed the capacity " + capacity);
        }
        return forward(batch, rows, kernels, outputs);
    }

    private float[][] forward(
            float[][] batch, int rows, DenseKernel[] kernels, float[][][] outputs) {
        float[][] in = batch;
        for (int k = 0; k < layers.length; k++) {
            kernels[k].forward(layers[k], in, rows, outputs[k]);
            if (k < layers.length - 1) {
                loops.tanh(outputs[k], rows, layers[k].outputs);
            }
            in = outputs[k];
        }
        return in;
    }

    @Override
    public void backward(float[][] batch, float[][] outputGradients, int rows) {
        backward(batch, outputGradients, rows, null);
    }

    /**
     * The same, and the gradients at the inputs.
     *
     * @param inputGradients filled with the loss's gradient at each input; null if not wanted
     */
    public void backward(
            float[][] batch,
            float[][] outputGradients,
            int rows,
            float @Nullable [][] inputGradients) {
        float[][] gradients = outputGradients;
        for (int k = layers.length - 1; k >= 0; k--) {
            float[][] in = k == 0 ? batch : outputs[k - 1];
            float[][] below = k == 0 ? inputGradients : hiddenGradients[k - 1];
            kernels[k].backward(layers[k], in, gradients, rows, below);
            if (below != null && k > 0) {
                loops.deriveTanh(outputs[k - 1], below, rows, layers[k].inputs);
                gradients = below;
            }
        }
    }

    @Override
    public List<float[]> parameters() {
        List<float[]> all = new ArrayList<>();
        for (Dense layer : layers) {
            all.addAll(List.of(layer.weights));
            all.add(layer.biases);
        }
        return all;
    }

    @Override
    public List<float[]> gradients() {
        List<float[]> all = new ArrayList<>();
        for (Dense layer : layers) {
            all.addAll(List.of(layer.weightGradients));
            all.add(layer.biasGradients);
        }
        return all;
    }
}
