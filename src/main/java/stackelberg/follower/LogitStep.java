package stackelberg.follower;

/**
 * How a follower that responds softly comes to an equilibrium with others who do the same: it moves
 * part of the way towards its response, and takes smaller steps where that goes round in circles.
 */
final class LogitStep {
    /** If that many rounds have not brought it nearer, it takes smaller steps. */
    private static final int PATIENCE = 20;

    private static final double SMALLEST_STEP = 0.001;

    private double step = 1;
    private double before = Double.POSITIVE_INFINITY;
    private int rounds;

    void reset() {
        step = 1;
        rounds = 0;
        before = Double.POSITIVE_INFINITY;
    }

    /**
     * Moves a strategy towards σ(a) ∝ exp(values(a)).
     *
     * @param values overwritten
     * @return by how much the strategy was from there
     */
    double approach(double[] strategy, double[] values) {
        double total = Mixture.exponential(values, 1, values);
        double change = 0;
        for (int a = 0; a < values.length; a++) {
            double missing = values[a] / total - strategy[a];
            change = Math.max(change, Math.abs(missing));
            strategy[a] += step * missing;
        }
        return change;
    }

    /** A round is over in which strategies were by so much from where they are going. */
    void round(double change) {
        if (++rounds % PATIENCE == 0) {
            if (change >= before) {
                step = Math.max(SMALLEST_STEP, 0.7 * step);
            }
            before = change;
        }
    }
}
