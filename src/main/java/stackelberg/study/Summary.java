package stackelberg.study;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.RunResult;

/**
 * What the seeds of one cell came to, all of them.
 *
 * @param n seeds that are over
 * @param mean of what is measured; NaN if there is none
 * @param standardError s/√n with the sample standard deviation s; NaN below two seeds
 * @param low the lower end of the 95 % t interval of the mean
 * @param high the upper end
 * @param middle the interquartile mean: of the middle half of the seeds
 * @param best the largest value
 * @param worst the smallest value
 * @param optimum the exact optimum; null if none is known, or what is measured is no reward
 * @param reached seeds that ended within the game's tolerance of it
 * @param cpuSeconds processor time of all seeds
 */
public record Summary(
        int n,
        double mean,
        double standardError,
        double low,
        double high,
        double middle,
        double best,
        double worst,
        @Nullable Double optimum,
        int reached,
        double cpuSeconds) {

    /**
     * Of one cell's results.
     *
     * @param values what was measured, of every seed that has it
     */
    public static Summary of(
            Cell cell, List<RunResult> results, Measure measure, Collection<Double> values) {
        double[] rewards = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        DescriptiveStatistics statistics = new DescriptiveStatistics(rewards);
        int n = rewards.length;
        double mean = statistics.getMean();
        double error = n > 1 ? statistics.getStandardDeviation() / Math.sqrt(n) : Double.NaN;
        double half =
                n > 1
                        ? error * new TDistribution(n - 1.0).inverseCumulativeProbability(0.975)
                        : Double.NaN;
        Double optimum =
                results.stream()
                        .map(RunResult::optimum)
                        .filter(one -> one != null && measure.isReward())
                        .findFirst()
                        .orElse(null);
        double tolerance = optimum == null ? 0 : cell.scenario().game().tolerance(optimum);
        int reached =
                optimum == null
                        ? 0
                        : (int)
                                Arrays.stream(rewards)
                                        .filter(r -> r >= optimum - tolerance)
                                        .count();
        return new Summary(
                n,
                mean,
                error,
                mean - half,
                mean + half,
                interquartileMean(rewards),
                n == 0 ? Double.NaN : rewards[n - 1],
                n == 0 ? Double.NaN : rewards[0],
                optimum,
                reached,
                results.stream().mapToDouble(RunResult::cpuSeconds).sum());
    }

    /**
     * The mean of the middle half, those at its edges counting with the part that lies in it.
     *
     * @param sorted ascending
     */
    static double interquartileMean(double[] sorted) {
        double quarter = sorted.length / 4.0;
        double sum = 0;
        for (int k = 0; k < sorted.length; k++) {
            double from = Math.max(k, quarter);
            double to = Math.min(k + 1.0, sorted.length - quarter);
            sum += Math.max(0, to - from) * sorted[k];
        }
        return sum / (sorted.length / 2.0);
    }
}
