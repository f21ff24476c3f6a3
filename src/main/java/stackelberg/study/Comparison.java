package stackelberg.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;

/**
 * A cell against another, seed by seed: only what both have in common counts.
 *
 * @param pairs seeds that are over in both
 * @param difference the mean of the cell's reward less the other's; NaN without a pair
 * @param low the lower end of its 95 % bootstrap interval over seeds
 * @param high the upper end
 * @param p the two-sided p value of a paired t test, adjusted by Holm over all comparisons of a
 *     study; NaN below two pairs
 */
public record Comparison(int pairs, double difference, double low, double high, double p) {
    private static final int RESAMPLES = 10_000;

    /**
     * Every cell but the first against the first.
     *
     * @param rewards {@code [cell]}: seed → reward
     * @return one for each cell but the first
     */
    public static List<Comparison> againstFirst(List<Map<Long, Double>> rewards) {
        List<Comparison> raw = new ArrayList<>();
        for (int k = 1; k < rewards.size(); k++) {
            raw.add(of(rewards.get(k), rewards.get(0)));
        }
        double[] adjusted = holm(raw.stream().mapToDouble(Comparison::p).toArray());
        List<Comparison> comparisons = new ArrayList<>();
        for (int k = 0; k < raw.size(); k++) {
            Comparison one = raw.get(k);
            comparisons.add(
                    new Comparison(one.pairs, one.difference, one.low, one.high, adjusted[k]));
        }
        return comparisons;
    }

    private static Comparison of(Map<Long, Double> cell, Map<Long, Double> other) {
        double[] differences =
                new TreeMap<>(cell)
                        .entrySet().stream()
                                .filter(entry -> other.containsKey(entry.getKey()))
                                .mapToDouble(
                                        entry ->
                                                entry.getValue()
                                                        - other.getOrDefault(
                                                                entry.getKey(), Double.NaN))
                                .toArray();
        int n = differences.length;
        if (n == 0) {
            return new Comparison(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] means = new double[RESAMPLES];
        RandomGenerator random = new SplittableRandom(n);
        for (int r = 0; r < RESAMPLES; r++) {
            for (int k = 0; k < n; k++) {
                means[r] += differences[random.nextInt(n)] / n;
            }
        }
        Arrays.sort(means);
        return new Comparison(
                n,
                StatUtils.mean(differences),
                means[(int) (0.025 * RESAMPLES)],
                means[(int) (0.975 * RESAMPLES) - 1],
                p(differences));
    }

    /** Where no difference varies, it is certain: that there is none, or that there is one. */
    private static double p(double[] differences) {
        if (differences.length < 2) {
            return Double.NaN;
        }
        if (StatUtils.variance(differences) == 0) {
            return differences[0] == 0 ? 1 : 0;
        }
        return new TTest().tTest(0, differences);
    }

    /** Holm 1979: the k-th smallest of m is multiplied by m − k + 1, none below one before it. */
    static double[] holm(double[] p) {
        int[] known = IntStream.range(0, p.length).filter(k -> !Double.isNaN(p[k])).toArray();
        List<Integer> order =
                Arrays.stream(known).boxed().sorted(Comparator.comparingDouble(k -> p[k])).toList();
        double[] adjusted = p.clone();
        double least = 0;
        for (int rank = 0; rank < order.size(); rank++) {
            int k = order.get(rank);
            least = Math.max(least, Math.min(1, (order.size() - rank) * p[k]));
            adjusted[k] = least;
        }
        return adjusted;
    }
}
