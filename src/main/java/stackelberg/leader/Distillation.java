package stackelberg.leader;

import stackelberg.game.BaseGame;
import stackelberg.network.ActionDistribution;
import stackelberg.network.Adam;
import stackelberg.network.Categorical;
import stackelberg.network.Network;
import stackelberg.pomdp.Watch;

/**
 * Makes an actor prefer the actions of a commitment: its network is fitted to them, all other
 * actions of a discrete choice keeping a share of the probability, so that it still explores.
 */
final class Distillation {
    private static final double LEARNING_RATE = 3e-3;

    /** What stays for exploration, of a discrete choice. */
    private static final double REST = 0.1;

    /** Rows passed through the network in all: a fraction of a second. */
    private static final int ROWS = 60_000;

    private static final int MOST_PASSES = 600;

    private final BaseGame game;
    private final Network network;
    private final ActionDistribution distribution;
    private final float[][] inputs;
    private final float[][] gradients;

    /**
     * @param batch the most rows that the actor's network takes at once
     */
    Distillation(Actor actor, int batch) {
        this.game = actor.game();
        this.network = actor.network();
        this.distribution = actor.distribution();
        this.inputs = new float[batch][network.inputs()];
        this.gradients = new float[batch][network.outputs()];
    }

    /**
     * Fits the network.
     *
     * @param commitment {@code [observation][coordinate]}, in the actor's coordinates
     */
    void fit(double[][] commitment, Watch watch) {
        Adam optimiser = new Adam(network.parameters(), network.gradients());
        int passes = Math.max(1, Math.min(MOST_PASSES, ROWS / commitment.length));
        for (int pass = 0; pass < passes; pass++) {
            double rate = LEARNING_RATE * (1 - 0.9 * pass / passes);
            for (int from = 0; from < commitment.length; from += inputs.length) {
                watch.work();
                int rows = Math.min(inputs.length, commitment.length - from);
                step(commitment, from, rows);
                optimiser.step(rate, 1);
            }
        }
    }

    private void step(double[][] commitment, int from, int rows) {
        for (int k = 0; k < rows; k++) {
            game.describe(from + k, inputs[k], 0);
        }
        float[][] outputs = network.forward(inputs, rows);
        for (int k = 0; k < rows; k++) {
            double[] target = commitment[from + k];
            if (distribution instanceof Categorical categorical) {
                float[] into = gradients[k];
                double[] probabilities = categorical.probabilities(outputs[k]);
                for (int a = 0; a < into.length; a++) {
                    double wanted = REST / into.length + (a == (int) target[0] ? 1 - REST : 0);
                    into[a] = (float) ((probabilities[a] - wanted) / rows);
                }
            } else {
                for (int j = 0; j < target.length; j++) {
                    gradients[k][j] = (float) ((outputs[k][j] - target[j]) / rows);
                }
            }
        }
        network.backward(inputs, gradients, rows);
    }
}
