package stackelberg.leader;

import java.util.random.RandomGenerator;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.network.Categorical;
import stackelberg.network.Linear;

/**
 * Explores with the best action of a Q whose weights carry Gaussian noise, the same throughout an
 * outer episode, and measures how much the noise changes the policy.
 */
final class NoisyQ implements Explorer {
    /** Points at which the density of the noise is summed up, over ± so many deviations. */
    private static final int GRID = 401;

    private static final double REACH = 8;

    private final BaseGame game;
    private final Linear q;
    private final Linear noisy;
    private final int actions;
    private final Categorical softmax;
    private final float[] row;
    private double sigma;
    private double divergences;
    private int draws;

    /**
     * @param noisy a network of the same shape for the noisy weights
     */
    NoisyQ(BaseGame game, Linear q, Linear noisy, double sigma) {
        this.game = game;
        this.q = q;
        this.noisy = noisy;
        this.actions = ((ActionSpace.Discrete) game.leaderActions()).count();
        this.softmax = new Categorical(actions);
        this.row = new float[game.leaderObservationSize()];
        this.sigma = sigma;
    }

    /** The standard deviation of the noise on each weight. */
    double sigma() {
        return sigma;
    }

    void sigma(double changed) {
        sigma = changed;
    }

    @Override
    public int actionLength() {
        return 1;
    }

    @Override
    public void beginRollout() {
        // Nothing is remembered from one outer episode to the next.
    }

    @Override
    public void beginEpisode(RandomGenerator stream) {
        for (int k = 0; k < q.parameters().size(); k++) {
            float[] clean = q.parameters().get(k);
            float[] weights = noisy.parameters().get(k);
            for (int j = 0; j < weights.length; j++) {
                weights[j] = (float) (clean[j] + sigma * stream.nextGaussian());
            }
        }
        divergences = 0;
        draws = 0;
    }

    @Override
    public double draw(int observation, double[] drawn) {
        game.describe(observation, row, 0);
        float[] clean = q.forward(row);
        float[] changed = noisy.forward(row);
        softmax.mode(changed, drawn);
        divergences += divergence(softmax.probabilities(clean).clone(), changed);
        draws++;
        return 0;
    }

    private double divergence(double[] from, float[] to) {
        double[] other = softmax.probabilities(to);
        double sum = 0;
        for (int k = 0; k < actions; k++) {
            // Below this the logarithm of the other may be −∞, and its weight is nothing.
            if (from[k] > 1e-300) {
                sum += from[k] * Math.log(from[k] / Math.max(other[k], 1e-300));
            }
        }
        return sum;
    }

    /** The mean KL divergence that the noise caused at the observations of the newest episode. */
    double divergence() {
        return draws > 0 ? divergences / draws : 0;
    }

    @Override
    public void toGame(double[] drawn, double[] action) {
        action[0] = drawn[0];
    }

    /**
     * With which probability each action is the best of the noisy Q. An action's noise is Gaussian
     * with deviation σ|x| and independent of the others', so that the probability is ∫ φ_a ∏_{b≠a}
     * Φ_b, here by the trapezoidal rule.
     */
    double[] probabilities(int observation) {
        game.describe(observation, row, 0);
        float[] clean = q.forward(row).clone();
        double square = 0;
        for (float entry : row) {
            square += (double) entry * entry;
        }
        double deviation = sigma * Math.sqrt(square);
        double[] probabilities = new double[actions];
        if (deviation > 0) {
            integrate(clean, deviation, probabilities);
        } else {
            double[] best = new double[1];
            softmax.mode(clean, best);
            probabilities[(int) best[0]] = 1;
        }
        return probabilities;
    }

    private void integrate(float[] clean, double deviation, double[] probabilities) {
        double high = Double.NEGATIVE_INFINITY;
        for (float each : clean) {
            high = Math.max(high, each);
        }
        // An action further below the best than this never wins; nearer, it fits into the grid.
        double low = high - 2 * REACH * deviation;
        double from = low - REACH * deviation;
        double width = (high + REACH * deviation - from) / (GRID - 1);
        double[] density = new double[actions];
        double[] below = new double[actions];
        double sum = 0;
        for (int point = 0; point < GRID; point++) {
            for (int a = 0; a < actions; a++) {
                double z = (from + point * width - Math.max(low, clean[a])) / deviation;
                double fresh = Math.exp(-0.5 * z * z);
                below[a] += 0.5 * (density[a] + fresh);
                density[a] = fresh;
            }
            for (int a = 0; a < actions; a++) {
                double share = density[a];
                for (int b = 0; b < actions; b++) {
                    share *= b == a ? 1 : below[b];
                }
                probabilities[a] += share;
                sum += share;
            }
        }
        for (int a = 0; a < actions; a++) {
            probabilities[a] /= sum;
        }
    }
}
