package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.network.ActionDistribution;
import stackelberg.network.Categorical;
import stackelberg.network.DiagonalGaussian;
import stackelberg.network.FloatArrays;
import stackelberg.network.Linear;
import stackelberg.network.Mlp;
import stackelberg.network.Network;

/**
 * The leader's policy network. Its input is what the leader observes in the base game and nothing
 * else: it cannot tell the phases of the Stackelberg POMDP apart.
 *
 * <p>In a box a network output of −1 is the box's lower side and 1 its upper side; what falls
 * outside is clipped.
 */
final class Actor {
    /** Of the last layer, so that the policy at first hardly depends on the observation. */
    private static final double LAST_GAIN = 0.01;

    private final BaseGame game;
    private final Network network;
    private final ActionDistribution distribution;
    private final float[] observationRow;
    private final double[] mode;

    /** An actor whose network is a multi-layer perceptron. */
    Actor(BaseGame game, int hidden, double initialLogSigma, int batch, RandomGenerator random) {
        this(
                game,
                distribution(game, initialLogSigma),
                outputs ->
                        new Mlp(
                                game.leaderObservationSize(),
                                hidden,
                                outputs,
                                LAST_GAIN,
                                batch,
                                random));
    }

    private Actor(BaseGame game, ActionDistribution distribution, IntFunction<Network> network) {
        this.game = game;
        this.distribution = distribution;
        this.network = network.apply(distribution.parameters());
        this.observationRow = new float[game.leaderObservationSize()];
        this.mode = new double[distribution.length()];
    }

    /** An actor whose network is linear and has no biases. */
    static Actor linear(BaseGame game, double initialLogSigma, int batch, RandomGenerator random) {
        return new Actor(
                game,
                distribution(game, initialLogSigma),
                outputs ->
                        new Linear(
                                game.leaderObservationSize(), outputs, LAST_GAIN, batch, random));
    }

    private static ActionDistribution distribution(BaseGame game, double initialLogSigma) {
        return game.leaderActions() instanceof ActionSpace.Discrete discrete
                ? new Categorical(discrete.count())
                : new DiagonalGaussian(game.leaderActions().length(), initialLogSigma);
    }

    BaseGame game() {
        return game;
    }

    Network network() {
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

    /** Writes the most likely action at an observation, as the game takes it. */
    void decideGreedily(int observation, double[] action) {
        distribution.mode(parameters(observation), mode);
        toGame(mode, action);
    }

    /** A frozen copy of the most likely actions at all observations. */
    LeaderPolicy greedy() {
        double[][] actions = new double[game.leaderObservations()][game.leaderActions().length()];
        for (int observation = 0; observation < actions.length; observation++) {
            decideGreedily(observation, actions[observation]);
        }
        return observation -> actions[observation];
    }

    /** The most likely actions at all observations, in this actor's own coordinates. */
    double[][] modes() {
        double[][] modes = new double[game.leaderObservations()][distribution.length()];
        for (int observation = 0; observation < modes.length; observation++) {
            distribution.mode(parameters(observation), modes[observation]);
            for (int k = 0;
                    game.leaderActions() instanceof ActionSpace.Box && k < modes[0].length;
                    k++) {
                modes[observation][k] = Math.max(-1, Math.min(1, modes[observation][k]));
            }
        }
        return modes;
    }

    /** What the most likely action at an observation means in the game's terms. */
    double[] greedyMeaning(int observation) {
        double[] action = new double[game.leaderActions().length()];
        decideGreedily(observation, action);
        return game.meaning(observation, action);
    }

    double[] exploration(int observation) {
        return distribution instanceof Categorical categorical
                ? categorical.probabilities(parameters(observation)).clone()
                : greedyMeaning(observation);
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
}
