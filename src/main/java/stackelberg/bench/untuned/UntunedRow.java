package stackelberg.bench.untuned;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What several runs came to together. Shares are of the runs of which it is known; NaN stands for
 * what is known of none.
 *
 * @param runs how many there were
 * @param failed how many of them failed
 * @param reached the share that reached the optimum
 * @param above the share that came out above it
 * @param meanGap optimum − reward; below 0 where rewards are above
 * @param worstGap the largest gap
 * @param meanReward the leader's
 * @param medianSeconds processor time
 * @param worstSeconds processor time
 */
public record UntunedRow(
        int runs,
        int failed,
        double reached,
        double above,
        double meanGap,
        double worstGap,
        double meanReward,
        double medianSeconds,
        double worstSeconds) {

    public static UntunedRow of(List<UntunedOutcome> outcomes) {
        double[] gaps = known(outcomes, UntunedOutcome::gap);
        double[] seconds = known(outcomes, UntunedOutcome::cpuSeconds);
        Arrays.sort(seconds);
        return new UntunedRow(
                outcomes.size(),
                (int) outcomes.stream().filter(one -> one.failure() != null).count(),
                mean(known(outcomes, one -> number(one.reached()))),
                mean(known(outcomes, one -> number(one.above()))),
                mean(gaps),
                Arrays.stream(gaps).max().orElse(Double.NaN),
                mean(known(outcomes, UntunedOutcome::leaderReward)),
                median(seconds),
                Arrays.stream(seconds).max().orElse(Double.NaN));
    }

    private static @Nullable Double number(@Nullable Boolean flag) {
        return flag == null ? null : flag ? 1.0 : 0.0;
    }

    private static double[] known(
            List<UntunedOutcome> outcomes, Function<UntunedOutcome, @Nullable Double> what) {
        return outcomes.stream()
                .map(what)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double median(double[] sorted) {
        int count = sorted.length;
        return count == 0 ? Double.NaN : 0.5 * (sorted[(count - 1) / 2] + sorted[count / 2]);
    }
}
