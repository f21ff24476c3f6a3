package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The multiplicative-weights rule: w[θ][a] ← w[θ][a]·(1+ε)^ū(a), normalised, from uniform weights.
 * Keeps S[θ][a] = Σ ū(a), from which w[θ][a] ∝ (1+ε)^S[θ][a]: the same weights, free of underflow
 * however many updates are made.
 */
final class WeightsLearner implements HearsPayoffs {
    private final double logBase;
    private final double[][] sums;

    /** Each type's weights divided by its largest. */
    private final double[][] weights;

    private final double[][] strategies;

    WeightsLearner(int types, int actions, double rate) {
        logBase = Math.log1p(rate);
        sums = new double[types][actions];
        weights = new double[types][actions];
        strategies = new double[types][actions];
        reset();
    }

    @Override
    public void reset() {
        for (int type = 0; type < sums.length; type++) {
            Arrays.fill(sums[type], 0);
            Arrays.fill(weights[type], 1);
            Arrays.fill(strategies[type], 1.0 / strategies[type].length);
        }
    }

    @Override
    public double[] strategy(int type) {
        return strategies[type];
    }

    @Override
    public void learn(int type, double[] utilities) {
        double[] sum = sums[type];
        double largest = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < sum.length; action++) {
            sum[action] += utilities[action];
            largest = Math.max(largest, sum[action]);
        }
        double[] weight = weights[type];
        double total = 0;
        for (int action = 0; action < sum.length; action++) {
            double excess = sum[action] - largest;
            weight[action] = excess == 0 ? 1 : Math.exp(excess * logBase);
            total += weight[action];
        }
        double[] strategy = strategies[type];
        for (int action = 0; action < sum.length; action++) {
            strategy[action] = weight[action] / total;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Rows.write(sums, out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        reset();
        for (int type = 0; type < sums.length; type++) {
            double[] learned = new double[sums[type].length];
            Rows.read(learned, in);
            learn(type, learned);
        }
    }

    @Override
    public int stateSize() {
        return weights.length * weights[0].length;
    }

    @Override
    public void describe(float[] into, int from) {
        int at = from;
        for (double[] row : weights) {
            for (double weight : row) {
                into[at++] = (float) weight;
            }
        }
    }
}
