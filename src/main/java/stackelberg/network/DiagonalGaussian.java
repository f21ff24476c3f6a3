package stackelberg.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Independent normal coordinates: the parameters are the means, a learned log σ a coordinate does
 * not depend on the input.
 */
public final class DiagonalGaussian implements ActionDistribution {
    private static final double HALF_LOG_2PI = 0.5 * Math.log(2 * Math.PI);

    private final int length;
    private final float[] logSigma;
    private final float[] logSigmaGradient;

    public DiagonalGaussian(int length, double initialLogSigma) {
        this.length = length;
        this.logSigma = new float[length];
        this.logSigmaGradient = new float[length];
        Arrays.fill(logSigma, (float) initialLogSigma);
    }

    @Override
    public int parameters() {
        return length;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public void sample(float[] means, RandomGenerator random, double[] action) {
        for (int k = 0; k < length; k++) {
            action[k] = means[k] + Math.exp(logSigma[k]) * random.nextGaussian();
        }
    }

    @Override
    public void mode(float[] means, double[] action) {
        for (int k = 0; k < length; k++) {
            action[k] = means[k];
        }
    }

    @Override
    public double logProbability(float[] means, double[] action) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            double z = (action[k] - means[k]) * Math.exp(-logSigma[k]);
            sum -= 0.5 * z * z + logSigma[k] + HALF_LOG_2PI;
        }
        return sum;
    }

    @Override
    public double entropy(float[] means) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += logSigma[k] + 0.5 + HALF_LOG_2PI;
        }
        return sum;
    }

    @Override
    public void addGradient(
            float[] means, double[] action, double byLog, double byEntropy, float[] into) {
        for (int k = 0; k < length; k++) {
            double inverse = Math.exp(-logSigma[k]);
            double z = (action[k] - means[k]) * inverse;
            into[k] += (float) (byLog * z * inverse);
            logSigmaGradient[k] += (float) (byLog * (z * z - 1) + byEntropy);
        }
    }

    @Override
    public List<float[]> ownParameters() {
        return List.of(logSigma);
    }

    @Override
    public List<float[]> ownGradients() {
        return List.of(logSigmaGradient);
    }
}
