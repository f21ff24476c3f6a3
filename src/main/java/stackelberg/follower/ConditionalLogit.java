package stackelberg.follower;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * Maximum likelihood of P(a) ∝ exp(w · φ(a)), which is maximum-entropy inverse reinforcement
 * learning of single decisions (Ziebart et al. 2008) and McFadden's conditional logit. The
 * likelihood is concave; Newton's method with halved steps finds its maximum, and the inverse of
 * its negative second derivative there is the weights' covariance.
 */
final class ConditionalLogit {
    private static final int MOST_STEPS = 200;

    /** What a step would gain, in log-likelihood, that is nothing. */
    private static final double NOTHING = 1e-18;

    /** A gain that rounding may hide. */
    private static final double SMALL = 1e-9;

    /** {@code [row][action][feature]}. */
    private final double[][][] features;

    private final int[] chosen;
    private final double[] counts;
    private final double penalty;
    private final int size;
    private final double[] weights;
    private double[][] curvature;
    private double[] slope;
    private double objective;

    /**
     * @param features {@code [row][action][feature]}
     * @param chosen {@code [row]}: the action
     * @param counts {@code [row]}: how often
     * @param penalty what half the square of a weight costs
     */
    ConditionalLogit(double[][][] features, int[] chosen, double[] counts, double penalty) {
        this.features = features;
        this.chosen = chosen;
        this.counts = counts;
        this.penalty = penalty;
        this.size = features[0][0].length;
        this.weights = new double[size];
        this.curvature = new double[size][size];
        this.slope = new double[size];
    }

    /**
     * Finds the weights.
     *
     * @param progress told a share of the work; what it throws ends it
     * @return whether there is a maximum: not if some action is never chosen where a weight tells
     *     it apart, and nothing is penalised
     */
    boolean fit(DoubleConsumer progress) {
        Arrays.fill(weights, 0);
        objective = look(weights, true);
        for (int step = 0; step < MOST_STEPS; step++) {
            progress.accept((double) step / MOST_STEPS);
            double[] move = solve(curvature, slope);
            if (move.length == 0) {
                return false;
            }
            double gain = 0;
            for (int k = 0; k < size; k++) {
                gain += move[k] * slope[k];
            }
            if (gain < NOTHING) {
                return bounded();
            }
            double share = 1;
            double[] next = moved(move, share);
            double better = look(next, false);
            while (!(better > objective) && share > 1e-6) {
                share /= 2;
                next = moved(move, share);
                better = look(next, false);
            }
            if (!(better > objective)) {
                return gain < SMALL && bounded();
            }
            System.arraycopy(next, 0, weights, 0, size);
            objective = look(weights, true);
        }
        return false;
    }

    /** Whether no weight makes an action e^30 times as likely as another: then none diverges. */
    private boolean bounded() {
        double largest = 0;
        for (double[][] row : features) {
            for (double[] action : row) {
                for (int k = 0; k < size; k++) {
                    largest = Math.max(largest, Math.abs(weights[k] * action[k]));
                }
            }
        }
        return largest < 30;
    }

    private double[] moved(double[] move, double share) {
        double[] next = weights.clone();
        for (int k = 0; k < size; k++) {
            next[k] += share * move[k];
        }
        return next;
    }

    double[] weights() {
        return weights;
    }

    /** The covariance of the weights, from the curvature where the fit has ended. */
    double[][] covariance() {
        double[][] inverse = new double[size][];
        for (int k = 0; k < size; k++) {
            double[] unit = new double[size];
            unit[k] = 1;
            inverse[k] = solve(curvature, unit);
        }
        return inverse;
    }

    /** Σ count · log P of some rows under given weights, without the penalty. */
    static double logLikelihood(
            double[][][] features, int[] chosen, double[] counts, double[] weights) {
        double sum = 0;
        for (int row = 0; row < chosen.length; row++) {
            double[] share = shares(features[row], weights);
            sum += counts[row] * Math.log(share[chosen[row]]);
        }
        return sum;
    }

    /** exp(w · φ(a)), normalised. */
    static double[] shares(double[][] features, double[] weights) {
        double[] shares = new double[features.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int a = 0; a < shares.length; a++) {
            for (int k = 0; k < weights.length; k++) {
                shares[a] += weights[k] * features[a][k];
            }
            largest = Math.max(largest, shares[a]);
        }
        double total = 0;
        for (int a = 0; a < shares.length; a++) {
            shares[a] = Math.exp(shares[a] - largest);
            total += shares[a];
        }
        for (int a = 0; a < shares.length; a++) {
            shares[a] /= total;
        }
        return shares;
    }

    /** The penalised log-likelihood; sets its slope and negative curvature if asked. */
    private double look(double[] at, boolean derivatives) {
        double value = 0;
        if (derivatives) {
            slope = new double[size];
            curvature = new double[size][size];
        }
        for (int row = 0; row < chosen.length; row++) {
            double[] shares = shares(features[row], at);
            value += counts[row] * Math.log(Math.max(shares[chosen[row]], 1e-300));
            if (derivatives) {
                derive(features[row], shares, chosen[row], counts[row]);
            }
        }
        for (int k = 0; k < size; k++) {
            value -= penalty / 2 * at[k] * at[k];
            if (derivatives) {
                slope[k] -= penalty * at[k];
                curvature[k][k] += penalty;
            }
        }
        return value;
    }

    private void derive(double[][] row, double[] shares, int action, double count) {
        double[] mean = new double[size];
        for (int a = 0; a < shares.length; a++) {
            for (int k = 0; k < size; k++) {
                mean[k] += shares[a] * row[a][k];
            }
        }
        for (int k = 0; k < size; k++) {
            slope[k] += count * (row[action][k] - mean[k]);
        }
        for (int a = 0; a < shares.length; a++) {
            for (int k = 0; k < size; k++) {
                double left = count * shares[a] * (row[a][k] - mean[k]);
                for (int j = 0; j < size && left != 0; j++) {
                    curvature[k][j] += left * (row[a][j] - mean[j]);
                }
            }
        }
    }

    /** Solves a positive definite system by Cholesky's method; empty if it is not definite. */
    private static double[] solve(double[][] matrix, double[] right) {
        int n = right.length;
        double[][] lower = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (i == j) {
                    if (!(sum > 1e-12 * Math.max(1, matrix[i][i]))) {
                        return new double[0];
                    }
                    lower[i][i] = Math.sqrt(sum);
                } else {
                    lower[i][j] = sum / lower[j][j];
                }
            }
        }
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }
}
