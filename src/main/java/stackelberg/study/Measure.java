package stackelberg.study;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stackelberg.engine.RunResult;

/**
 * What of every run a study compares: a quantity that runs record, as a number.
 *
 * @param column the quantity: a column of {@code metrics.csv}, or what is measured at the end only,
 *     see {@link RunResult#measured}
 * @param take which of its values
 */
public record Measure(String column, Take take) {
    /** The value of the policy that the leader would commit to. */
    static final String GREEDY = "greedy policy";

    /** The leader's reward at the end. */
    static final Measure LEADER_REWARD = new Measure(GREEDY, Take.LAST);

    /** Of the values after every iteration, one. */
    public enum Take {
        /** At the end. */
        LAST,
        /** The largest. */
        BEST,
        /** The mean over the last tenth of the run's transitions. */
        TAIL;

        /** As files have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What tables call it. */
    public String name() {
        if (equals(LEADER_REWARD)) {
            return "leader reward";
        }
        return switch (take) {
            case LAST -> column;
            case BEST -> "best " + column;
            case TAIL -> column + ", mean of the last tenth";
        };
    }

    /** Whether the exact optimum is something to compare it with. */
    public boolean isReward() {
        return column.equals(GREEDY);
    }

    /** Its value in one job that is over; null if the job did not measure it. */
    @Nullable Double of(Job job, RunResult result, StudyFolder folder) throws IOException {
        if (equals(LEADER_REWARD)) {
            return result.leaderReward();
        }
        Double atTheEnd = result.measured() == null ? null : result.measured().get(column);
        if (take == Take.LAST && atTheEnd != null) {
            return atTheEnd;
        }
        Optional<Series> series = folder.series(job, column);
        if (series.isEmpty() || series.get().values().length == 0) {
            return null;
        }
        double value = from(series.get());
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    private double from(Series series) {
        double[] values = series.values();
        double[] when = series.transitions();
        int last = values.length - 1;
        return switch (take) {
            case LAST -> values[last];
            case BEST ->
                    Arrays.stream(values).filter(v -> !Double.isNaN(v)).max().orElse(Double.NaN);
            case TAIL -> {
                int first = last;
                while (first > 0 && when[first - 1] > 0.9 * when[last]) {
                    first--;
                }
                yield Arrays.stream(values, first, last + 1)
                        .filter(v -> !Double.isNaN(v))
                        .average()
                        .orElse(Double.NaN);
            }
        };
    }
}
