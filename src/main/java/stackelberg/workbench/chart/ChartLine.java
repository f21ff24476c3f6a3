package stackelberg.workbench.chart;

import org.jspecify.annotations.Nullable;

/**
 * One line of a chart, ready to draw; immutable by contract.
 *
 * @param name what the legend calls it
 * @param colour its number in the palette; {@link #REFERENCE} and below for lines to compare with
 * @param x leader transitions, ascending
 * @param y the values, smoothed if so asked; never NaN
 * @param raw the values before smoothing; null if they are the same
 * @param low the least value over the seeds; null for a single run
 * @param high the largest value over the seeds; null for a single run
 */
public record ChartLine(
        String name,
        int colour,
        double[] x,
        double[] y,
        double @Nullable [] raw,
        double @Nullable [] low,
        double @Nullable [] high) {
    /** The colour of a line that no run drew, such as the exact optimum. */
    public static final int REFERENCE = -1;

    private static final int COLOURS = 8;
    private static final double[] DASHED = {7, 5};
    private static final double[] DOTTED = {2, 3};
    private static final double[] MIXED = {9, 3, 2, 3};

    /** Lines to compare with are told apart by their dashes alone. */
    private static final double[][] REFERENCES = {
        DASHED, DOTTED, MIXED, {1, 7}, {14, 4}, {3, 8}, {9, 3, 2, 3, 2, 3}
    };

    /** Lengths drawn and left out in turn; none for a solid line, as the first few all are. */
    double[] dashes() {
        if (colour < 0) {
            return REFERENCES[(REFERENCE - colour) % REFERENCES.length].clone();
        }
        return switch (colour / COLOURS % 3) {
            case 0 -> new double[0];
            case 1 -> DOTTED.clone();
            default -> MIXED.clone();
        };
    }

    /** The line without the points whose value is NaN. */
    static ChartLine single(String name, int colour, double[] x, double[] y) {
        int kept = 0;
        double[] keptX = new double[Math.min(x.length, y.length)];
        double[] keptY = new double[keptX.length];
        for (int i = 0; i < keptX.length; i++) {
            if (Double.isFinite(y[i])) {
                keptX[kept] = x[i];
                keptY[kept++] = y[i];
            }
        }
        return new ChartLine(
                name,
                colour,
                java.util.Arrays.copyOf(keptX, kept),
                java.util.Arrays.copyOf(keptY, kept),
                null,
                null,
                null);
    }

    /** The same line under another name. */
    ChartLine named(String other) {
        return new ChartLine(other, colour, x, y, raw, low, high);
    }

    /** The same line smoothed, its own values kept behind as the raw trace. */
    ChartLine smoothed(double strength) {
        if (strength <= 0 || y.length < 3) {
            return this;
        }
        return new ChartLine(name, colour, x, Smoothing.apply(y, strength), y, low, high);
    }
}
