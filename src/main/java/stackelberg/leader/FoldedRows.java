package stackelberg.leader;

import java.util.Arrays;
import stackelberg.game.BaseGame;
import stackelberg.network.Network;

/**
 * A batch for a network whose input is the leader's observation: one row for each distinct
 * observation. That is exact: samples that share an observation share the network's output, so
 * their gradients with respect to it add up before the backward pass.
 *
 * <p>Usage: {@link #begin}, {@link #add} for every sample, {@link #forward}, adding to {@link
 * #gradient} for every sample, {@link #backward}.
 */
final class FoldedRows {
    private final BaseGame game;
    private final Network network;
    private final float[][] inputs;
    private final float[][] gradients;

    /** {@code [observation]}: its row in this batch, if {@link #observationOf} agrees. */
    private final int[] row;

    private final int[] observationOf;
    private float[][] outputs = new float[0][];
    private int rows;

    /**
     * @param samples the most samples in one batch; the network needs a capacity of {@link
     *     #capacity}
     */
    FoldedRows(BaseGame game, Network network, int samples) {
        int distinct = capacity(game, samples);
        this.game = game;
        this.network = network;
        this.inputs = new float[distinct][network.inputs()];
        this.gradients = new float[distinct][network.outputs()];
        this.row = new int[game.leaderObservations()];
        this.observationOf = new int[distinct];
    }

    /** The most rows that this many samples can need. */
    static int capacity(BaseGame game, int samples) {
        return Math.min(samples, game.leaderObservations());
    }

    /** An empty batch. */
    void begin() {
        rows = 0;
    }

    /** Adds a sample's observation. */
    void add(int observation) {
        int candidate = row[observation];
        if (candidate < rows && observationOf[candidate] == observation) {
            return;
        }
        game.describe(observation, inputs[rows], 0);
        observationOf[rows] = observation;
        row[observation] = rows++;
    }

    /** Computes the outputs of all rows and sets their gradients to 0. */
    void forward() {
        outputs = network.forward(inputs, rows);
        for (int k = 0; k < rows; k++) {
            Arrays.fill(gradients[k], 0);
        }
    }

    /** The network's output at an observation that was added. */
    float[] output(int observation) {
        return outputs[row[observation]];
    }

    /** The loss's gradient at the output at an observation that was added; to be added to. */
    float[] gradient(int observation) {
        return gradients[row[observation]];
    }

    /** Sets the network's gradients. */
    void backward() {
        network.backward(inputs, gradients, rows);
    }
}
