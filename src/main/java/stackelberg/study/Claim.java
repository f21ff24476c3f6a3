package stackelberg.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.inference.TTest;
import org.jspecify.annotations.Nullable;

/**
 * Something that was published and that a study can confirm or not.
 *
 * @param says in one sentence
 * @param measure of what
 * @param cell axis → level: the cell that it is about
 * @param relation to {@code other} or {@code value}
 * @param other axis → level: the cell that it is compared with, seed by seed; null if it is
 *     compared with {@code value}
 * @param value a number
 * @param tolerance how near {@link Relation#NEAR} is
 */
public record Claim(
        String says,
        Measure measure,
        Map<String, String> cell,
        Relation relation,
        @Nullable Map<String, String> other,
        double value,
        double tolerance) {
    private static final double SIGNIFICANT = 0.05;

    /** How the mean of the cell is said to lie to the other. */
    public enum Relation {
        ABOVE,
        BELOW,
        NEAR;

        /** As files have it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What came of a claim. */
    public enum Verdict {
        AGREES("agrees"),
        DISAGREES("does not agree"),
        OPEN("not settled");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /**
     * A claim held against the numbers.
     *
     * @param difference the mean by which the cell exceeds what it is compared with; NaN if there
     *     is no pair
     * @param p one-sided, adjusted by Holm over all claims of the study; NaN for {@link
     *     Relation#NEAR} and below two pairs
     */
    public record Finding(Claim claim, int n, double difference, double p, Verdict verdict) {}

    /** What the claim's numbers are: cell's value less the other's, seed by seed. */
    interface Values {
        /** Seed → value, of the first cell that has these levels. */
        Map<Long, Double> of(Map<String, String> levels, Measure measure);
    }

    /** All claims of a study held against its numbers. */
    static List<Finding> judge(List<Claim> claims, Values values) {
        double[][] differences = new double[claims.size()][];
        double[] below = new double[claims.size()];
        double[] above = new double[claims.size()];
        for (int k = 0; k < claims.size(); k++) {
            differences[k] = claims.get(k).differences(values);
            boolean near = claims.get(k).relation == Relation.NEAR;
            above[k] = near ? Double.NaN : oneSided(differences[k]);
            below[k] = near ? Double.NaN : oneSided(negated(differences[k]));
        }
        double[] adjustedAbove = Comparison.holm(above);
        double[] adjustedBelow = Comparison.holm(below);
        List<Finding> findings = new ArrayList<>();
        for (int k = 0; k < claims.size(); k++) {
            Claim claim = claims.get(k);
            boolean up = claim.relation == Relation.ABOVE;
            double mean = differences[k].length == 0 ? Double.NaN : StatUtils.mean(differences[k]);
            double p = up ? adjustedAbove[k] : adjustedBelow[k];
            double against = up ? adjustedBelow[k] : adjustedAbove[k];
            findings.add(
                    new Finding(
                            claim,
                            differences[k].length,
                            mean,
                            p,
                            claim.verdict(mean, p, against)));
        }
        return findings;
    }

    private Verdict verdict(double mean, double p, double against) {
        if (relation == Relation.NEAR) {
            return Double.isNaN(mean)
                    ? Verdict.OPEN
                    : Math.abs(mean) <= tolerance ? Verdict.AGREES : Verdict.DISAGREES;
        }
        return p < SIGNIFICANT
                ? Verdict.AGREES
                : against < SIGNIFICANT ? Verdict.DISAGREES : Verdict.OPEN;
    }

    private double[] differences(Values values) {
        Map<Long, Double> mine = values.of(cell, measure);
        Map<Long, Double> theirs = other == null ? null : values.of(other, measure);
        return mine.entrySet().stream()
                .filter(entry -> theirs == null || theirs.containsKey(entry.getKey()))
                .mapToDouble(
                        entry ->
                                entry.getValue()
                                        - (theirs == null
                                                ? value
                                                : theirs.getOrDefault(entry.getKey(), Double.NaN)))
                .toArray();
    }

    private static double[] negated(double[] values) {
        return Arrays.stream(values).map(v -> -v).toArray();
    }

    /** The p value of a t test that the mean is not above 0. */
    static double oneSided(double[] differences) {
        if (differences.length < 2) {
            return Double.NaN;
        }
        double mean = StatUtils.mean(differences);
        if (StatUtils.variance(differences) == 0) {
            return mean > 0 ? 0 : 1;
        }
        double two = new TTest().tTest(0, differences);
        return mean > 0 ? two / 2 : 1 - two / 2;
    }
}
