package stackelberg.network;

import java.util.List;
import java.util.random.RandomGenerator;

/** A linear map without biases, y = x·W. On one-hot inputs it is a table. Not thread-safe. */
public final class Linear implements Network {
    private final Dense layer;
    private final DenseKernel kernel;
    private final float[][] out;
    private final DenseKernel singleKernel;
    private final float[][] single;
    private final float[][] singleInput = new float[1][];

    /**
     * @param inputs length of an input row
     * @param outputs length of an output row
     * @param gain orthogonal gain of the initial weights; 0 starts with W = 0
     * @param capacity the most rows in one batch
     */
    public Linear(int inputs, int outputs, double gain, int capacity, RandomGenerator random) {
        // The layer's biases start at 0 and are not among the parameters, so they stay there.
        this.layer = new Dense(inputs, outputs, gain, random);
        this.kernel = BackEnd.forShape(outputs, capacity).kernel(layer);
        this.singleKernel = BackEnd.java().kernel(layer);
        this.out = new float[capacity][outputs];
        this.single = new float[1][outputs];
    }

    @Override
    public int inputs() {
        return layer.inputs;
    }

    @Override
    public int outputs() {
        return layer.outputs;
    }

    @Override
    public float[] forward(float[] row) {
        singleInput[0] = row;
        singleKernel.forward(layer, singleInput, 1, single);
        return single[0];
    }

    @Override
    public float[][] forward(float[][] batch, int rows) {
        if (rows > out.length) {
            throw new IllegalArgumentException(rows + " rows exceed the capacity " + out.length);
        }
        kernel.forward(layer, batch, rows, out);
        return out;
    }

    @Override
    public void backward(float[][] batch, float[][] outputGradients, int rows) {
        kernel.backward(layer, batch, outputGradients, rows, null);
    }

    @Override
    public List<float[]> parameters() {
        return List.of(layer.weights);
    }

    @Override
    public List<float[]> gradients() {
        return List.of(layer.weightGradients);
    }
}
