package stackelberg.workbench.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The curves of several seeds as one: mean, least and largest at common points. */
final class SeedBand {
    private static final int POINTS = 300;

    private SeedBand() {}

    /**
     * At each of at most 300 evenly spaced transitions the mean, the least and the largest of those
     * curves that reach it, read between their points; if all have the same points, at these.
     */
    static @Nullable ChartLine of(String name, int colour, List<ChartLine> curves) {
        List<ChartLine> drawn = new ArrayList<>();
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        int longest = 0;
        for (ChartLine curve : curves) {
            if (curve.x().length > 0) {
                drawn.add(curve);
                first = Math.min(first, curve.x()[0]);
                last = Math.max(last, curve.x()[curve.x().length - 1]);
                longest = Math.max(longest, curve.x().length);
            }
        }
        if (drawn.isEmpty()) {
            return null;
        }
        double[] shared = drawn.get(0).x();
        boolean same = shared.length <= POINTS;
        for (ChartLine curve : drawn) {
            same &= Arrays.equals(curve.x(), shared);
        }
        int even = last > first ? Math.max(2, Math.min(POINTS, longest)) : 1;
        int points = same ? shared.length : even;
        double[] x = new double[points];
        double[] mean = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        for (int i = 0; i < points; i++) {
            double evenly = points == 1 ? first : first + (last - first) * i / (points - 1);
            x[i] = same ? shared[i] : evenly;
            low[i] = Double.POSITIVE_INFINITY;
            high[i] = Double.NEGATIVE_INFINITY;
            double sum = 0;
            int reached = 0;
            for (ChartLine curve : drawn) {
                double value = at(curve, x[i]);
                if (!Double.isNaN(value)) {
                    sum += value;
                    reached++;
                    low[i] = Math.min(low[i], value);
                    high[i] = Math.max(high[i], value);
                }
            }
            mean[i] = reached == 0 ? Double.NaN : sum / reached;
        }
        return withoutGaps(name, colour, x, mean, low, high);
    }

    private static ChartLine withoutGaps(
            String name, int colour, double[] x, double[] mean, double[] low, double[] high) {
        int kept = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(mean[i])) {
                x[kept] = x[i];
                mean[kept] = mean[i];
                low[kept] = low[i];
                high[kept++] = high[i];
            }
        }
        return new ChartLine(
                name,
                colour,
                Arrays.copyOf(x, kept),
                Arrays.copyOf(mean, kept),
                null,
                Arrays.copyOf(low, kept),
                Arrays.copyOf(high, kept));
    }

    /** The value of a curve at {@code x}, between its points; NaN outside them. */
    static double at(ChartLine curve, double x) {
        double[] xs = curve.x();
        double[] ys = curve.y();
        if (xs.length == 0 || x < xs[0] - 1e-9 || x > xs[xs.length - 1] + 1e-9) {
            return Double.NaN;
        }
        int found = Arrays.binarySearch(xs, x);
        if (found >= 0) {
            return ys[found];
        }
        int right = -found - 1;
        if (right == 0) {
            return ys[0];
        } else if (right >= xs.length) {
            return ys[xs.length - 1];
        }
        double span = xs[right] - xs[right - 1];
        double share = span > 0 ? (x - xs[right - 1]) / span : 1;
        return ys[right - 1] + share * (ys[right] - ys[right - 1]);
    }
}
