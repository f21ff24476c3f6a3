package stackelberg.workbench.chart;

/**
 * A centred moving mean: what a reader's eye does to a noisy curve, without the lag of a running
 * mean.
 */
final class Smoothing {
    private Smoothing() {}

    /**
     * @param strength 0 for none, 1 for a window of a quarter of the curve
     */
    static double[] apply(double[] values, double strength) {
        int reach = (int) Math.round(strength * strength * values.length / 8);
        if (reach < 1) {
            return values;
        }
        double[] sums = new double[values.length + 1];
        for (int i = 0; i < values.length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
        double[] smooth = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            // The window shrinks towards both ends, evenly, so that the ends are not pulled
            // inwards.
            int here = Math.min(reach, Math.min(i, values.length - 1 - i));
            smooth[i] = (sums[i + here + 1] - sums[i - here]) / (2 * here + 1);
        }
        return smooth;
    }
}
