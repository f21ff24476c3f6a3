package stackelberg.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import stackelberg.scenario.Seeds;

/**
 * How a quantity came about in one cell: its mean over seeds, and the standard error of that mean,
 * at common numbers of transitions. Where seeds have come to differ in how far they are, only those
 * that have come so far count; once a seed is over it keeps its last value.
 *
 * @param seeds that have begun
 */
public record CellCurve(double[] transitions, double[] mean, double[] error, int seeds) {
    private static final int POINTS = 150;

    /**
     * Reads what the jobs of a cell have written so far.
     *
     * @throws IOException with a message for a person if a file cannot be read
     */
    public static CellCurve of(Study study, Cell cell, StudyFolder folder) throws IOException {
        List<Series> all = new ArrayList<>();
        double longest = 0;
        for (long seed : Seeds.parse(study.seeds())) {
            Job job = new Job(cell, seed);
            Series series = folder.series(job, study.measure().column()).orElse(null);
            if (series == null || series.values().length == 0) {
                continue;
            }
            double end = series.transitions()[series.transitions().length - 1];
            longest = Math.max(longest, end);
            boolean over = folder.result(job).isPresent();
            all.add(over ? held(series) : series);
        }
        return of(all, longest);
    }

    /** A value that stays for ever after. */
    private static Series held(Series series) {
        int n = series.values().length;
        double[] transitions = Arrays.copyOf(series.transitions(), n + 1);
        double[] values = Arrays.copyOf(series.values(), n + 1);
        transitions[n] = Double.POSITIVE_INFINITY;
        values[n] = values[n - 1];
        return new Series(transitions, values);
    }

    /** Nothing to draw if no series has a second point: that is a number, not a curve. */
    static CellCurve of(List<Series> series, double longest) {
        boolean curve = series.stream().anyMatch(s -> points(s) > 1);
        List<Series> all = curve ? series : List.of();
        double[] transitions = new double[POINTS];
        double[] mean = new double[POINTS];
        double[] error = new double[POINTS];
        int kept = 0;
        for (int k = 1; k <= POINTS && !all.isEmpty(); k++) {
            double when = longest * k / POINTS;
            DescriptiveStatistics values = new DescriptiveStatistics();
            for (Series one : all) {
                double value = one.at(when);
                boolean come = one.transitions()[one.transitions().length - 1] >= when;
                if (come && !Double.isNaN(value)) {
                    values.addValue(value);
                }
            }
            if (values.getN() > 0) {
                transitions[kept] = when;
                mean[kept] = values.getMean();
                double s = values.getStandardDeviation();
                error[kept++] = values.getN() > 1 ? s / Math.sqrt(values.getN()) : 0;
            }
        }
        return new CellCurve(
                Arrays.copyOf(transitions, kept),
                Arrays.copyOf(mean, kept),
                Arrays.copyOf(error, kept),
                series.size());
    }

    private static long points(Series series) {
        return Arrays.stream(series.transitions()).filter(Double::isFinite).count();
    }
}
