package stackelberg.leader;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Ranks instead of values, so that a search does not depend on the scale of rewards. */
final class Ranks {
    private Ranks() {}

    /** The places of all values from the worst to the best; of equal ones the first comes first. */
    static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> values[k]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Each value's rank, from −½ for the worst to ½ for the best. Equal values share the mean of
     * their ranks: among commitments that earn the same, none is to be preferred.
     */
    static double[] centred(double[] values) {
        int count = values.length;
        int[] order = order(values);
        double[] ranks = new double[count];
        for (int from = 0, to; from < count; from = to) {
            to = from + 1;
            while (to < count && values[order[to]] == values[order[from]]) {
                to++;
            }
            double place = 0.5 * (from + to - 1);
            for (int k = from; k < to; k++) {
                ranks[order[k]] = count > 1 ? place / (count - 1) - 0.5 : 0;
            }
        }
        return ranks;
    }
}
