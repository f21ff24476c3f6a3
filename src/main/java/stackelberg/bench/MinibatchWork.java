package stackelberg.bench;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import stackelberg.network.Adam;
import stackelberg.network.BackEnd;
import stackelberg.network.Mlp;

/** Gradient steps of a network of 24 inputs, two hidden layers and 4 outputs. */
final class MinibatchWork implements Work {
    private static final int INPUTS = 24;
    private static final int OUTPUTS = 4;

    private final int hidden;
    private final Mlp network;
    private final Adam adam;
    private final float[][] inputs;
    private final float[][] gradients;

    MinibatchWork(int hidden, int rows, BackEnd backEnd) {
        this.hidden = hidden;
        RandomGenerator random = new SplittableRandom(1);
        this.network = new Mlp(INPUTS, hidden, OUTPUTS, 1, rows, backEnd, random);
        this.adam = new Adam(network.parameters(), network.gradients());
        this.inputs = random(rows, INPUTS, random);
        this.gradients = random(rows, OUTPUTS, random);
    }

    static float[][] random(int rows, int columns, RandomGenerator random) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int k = 0; k < columns; k++) {
                row[k] = (float) random.nextGaussian();
            }
        }
        return matrix;
    }

    /** The same work, counted in the floating-point operations of its products. */
    Work counted() {
        // Every layer forth and for its weights' gradients; all but the first back to their inputs.
        long back = (long) hidden * hidden + (long) hidden * OUTPUTS;
        long forth = (long) INPUTS * hidden + back;
        long operations = 2 * inputs.length * (2 * forth + back);
        return () -> operations * run();
    }

    @Override
    public long run() {
        network.forward(inputs, inputs.length);
        network.backward(inputs, gradients, inputs.length);
        adam.step(1e-5, 0.5);
        return 1;
    }
}
