package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Whether counts are what the stated probabilities bring about. Each check would fail by chance
 * once in a million seeds; a test draws from a fixed one.
 */
public final class Frequencies {
    private static final double RARE = 1e-6;

    private Frequencies() {}

    /** The exact binomial test, half of what is rare at either end. */
    public static void assertShare(long seen, int trials, double probability) {
        BinomialDistribution chance = new BinomialDistribution(null, trials, probability);
        String what = seen + " of " + trials + " at probability " + probability;
        assertThat(chance.cumulativeProbability((int) seen))
                .as("as few as " + what)
                .isGreaterThan(RARE / 2);
        assertThat(1 - chance.cumulativeProbability((int) seen - 1))
                .as("as many as " + what)
                .isGreaterThan(RARE / 2);
    }

    /**
     * Pearson's chi-square test. What is impossible must not occur at all; what is possible should
     * be expected five times or more.
     *
     * @param probabilities of each of the cases, sum 1
     */
    public static void assertDistribution(long[] seen, double[] probabilities) {
        long trials = Arrays.stream(seen).sum();
        double sum = 0;
        int possible = 0;
        for (int k = 0; k < seen.length; k++) {
            if (probabilities[k] == 0) {
                assertThat(seen[k]).as("impossible case %d", k).isZero();
                continue;
            }
            double expected = trials * probabilities[k];
            sum += (seen[k] - expected) * (seen[k] - expected) / expected;
            possible++;
        }
        if (possible > 1) {
            assertLikely(sum, possible - 1, Arrays.toString(seen));
        }
    }

    /** The chi-square test of independence of a table's rows and columns. */
    public static void assertIndependent(long[][] seen) {
        int columns = seen[0].length;
        double[] ofColumn = new double[columns];
        double[] ofRow = new double[seen.length];
        double trials = 0;
        for (int row = 0; row < seen.length; row++) {
            for (int column = 0; column < columns; column++) {
                ofRow[row] += seen[row][column];
                ofColumn[column] += seen[row][column];
                trials += seen[row][column];
            }
        }
        double sum = 0;
        for (int row = 0; row < seen.length; row++) {
            for (int column = 0; column < columns; column++) {
                double expected = ofRow[row] * ofColumn[column] / trials;
                double excess = seen[row][column] - expected;
                sum += excess * excess / expected;
            }
        }
        assertLikely(sum, (seen.length - 1) * (columns - 1), Arrays.deepToString(seen));
    }

    private static void assertLikely(double sum, int freedom, String seen) {
        double bound =
                new ChiSquaredDistribution(null, freedom).inverseCumulativeProbability(1 - RARE);
        assertThat(sum).as("chi-square of %s", seen).isLessThan(bound);
    }
}
