package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.network.ActionDistribution;
import stackelberg.network.Adam;
import stackelberg.network.Categorical;
import stackelberg.network.DiagonalGaussian;
import stackelberg.network.FloatArrays;
import stackelberg.network.Mlp;

/**
 * The leader's policy network. Its input is what the leader observes in the base game and nothing
 * else: it cannot tell the phases of the Stackelberg POMDP apart.
 *
 * <p>In a box a network output of −1 is the box's lower side and 1 its upper side; what falls
 * outside is clipped.
 */
final class Actor {
    private final BaseGame game;
    private final Mlp network;
    private final ActionDistribution distribution;
    private final float[] observationRow;

    Actor(BaseGame game, int hidden, double initialLogSigma, int batch, RandomGenerator random) {
        this.game = game;
        this.distribution =
                game.leaderActions() instanceof ActionSpace.Discrete discrete
                        ? new Categorical(discrete.count())
                        : new DiagonalGaussian(game.leaderActions().length(), initialLogSigma);
        this.network =
                new Mlp(
                        game.leaderObservationSize(),
                        hidden,
                        distribution.parameters(),
                        0.01,
                        batch,
                        random);
        this.observationRow = new float[game.leaderObservationSize()];
    }

    Mlp network() {
        return network;
    }

    ActionDistribution distribution() {
        return distribution;
    }

    /** The distribution's parameters at an observation; overwritten by the next call. */
    float[] parameters(int observation) {
        game.describe(observation, observationRow, 0);
        return network.forward(observationRow);
    }

    /** What the game is handed for an action of the distribution. */
    void toGame(double[] drawn, double[] action) {
        if (game.leaderActions() instanceof ActionSpace.Box box) {
            for (int k = 0; k < action.length; k++) {
                double share = Math.max(0, Math.min(1, 0.5 * (drawn[k] + 1)));
                action[k] = box.low() + share * (box.high() - box.low());
            }
        } else {
            action[0] = drawn[0];
        }
    }

    /** A frozen copy of the most likely actions at all observations, computed when first asked. */
    LeaderPolicy greedy() {
        double[][] actions = new double[game.leaderObservations()][];
        double[] mode = new double[distribution.length()];
        for (int observation = 0; observation < actions.length; observation++) {
            distribution.mode(parameters(observation), mode);
            actions[observation] = new double[game.leaderActions().length()];
            toGame(mode, actions[observation]);
        }
        return observation -> actions[observation];
    }

    double[] exploration(int observation) {
        float[] parameters = parameters(observation);
        if (distribution instanceof Categorical categorical) {
            return categorical.probabilities(parameters).clone();
        }
        double[] mode = new double[distribution.length()];
        double[] action = new double[game.leaderActions().length()];
        distribution.mode(parameters, mode);
        toGame(mode, action);
        return game.meaning(action);
    }

    List<float[]> parameterArrays() {
        List<float[]> all = new ArrayList<>(network.parameters());
        all.addAll(distribution.ownParameters());
        return all;
    }

    List<float[]> gradientArrays() {
        List<float[]> all = new ArrayList<>(network.gradients());
        all.addAll(distribution.ownGradients());
        return all;
    }

    void clearOwnGradients() {
        for (float[] gradient : distribution.ownGradients()) {
            Arrays.fill(gradient, 0);
        }
    }

    void save(DataOutput out) throws IOException {
        FloatArrays.save(parameterArrays(), out);
    }

    void restore(DataInput in) throws IOException {
        FloatArrays.restore(parameterArrays(), in);
    }

    /** An optimiser over this actor and a critic together, so that one norm caps both. */
    Adam optimiser(Mlp critic) {
        List<float[]> parameters = parameterArrays();
        List<float[]> gradients = gradientArrays();
        parameters.addAll(critic.parameters());
        gradients.addAll(critic.gradients());
        return new Adam(parameters, gradients);
    }
}
