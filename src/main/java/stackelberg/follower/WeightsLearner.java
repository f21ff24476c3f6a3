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
final class WeightsLearner extends MixedSeat implements HearsPayoffs {
    private final double logBase;
    private final double[][] sums;

    /** Each type's weights divided by its largest. */
    private final double[][] weights;

    WeightsLearner(int types, int actions, double rate) {
        super(types, actions);
        logBase = Math.log1p(rate);
        sums = new double[types][actions];
        weights = new double[types][actions];
        reset();
    }

    @Override
    public void reset() {
        super.reset();
        for (int type = 0; type < sums.length; type++) {
            Arrays.fill(sums[type], 0);
            Arrays.fill(weights[type], 1);
        }
    }

    @Override
    public void learn(int type, double[] utilities) {
        double[] sum = sums[type];
        for (int action = 0; action < sum.length; action++) {
            sum[action] += utilities[action];
        }
        mix(type);
    }

    private void mix(int type) {
        double[] weight = weights[type];
        double total = Mixture.exponential(sums[type], logBase, weight);
        double[] strategy = strategies[type];
        for (int action = 0; action < weight.length; action++) {
            strategy[action] = weight[action] / total;
        }
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Rows.write(sums, out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        Rows.read(sums, in);
        for (int type = 0; type < sums.length; type++) {
            mix(type);
        }
    }

    /** Each type's weights divided by its largest. */
    @Override
    public void describe(float[] into, int from) {
        describe(weights, into, from);
    }
}
