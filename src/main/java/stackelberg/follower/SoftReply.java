package stackelberg.follower;

/**
 * A seat with a soft response to the commitment: σ(a | θ) ∝ exp(λ ū(a) + w(θ, a)), the others
 * acting as they do. With several such followers a logit quantal response equilibrium (McKelvey &
 * Palfrey 1995); w is what a follower likes beyond its payoffs.
 */
final class SoftReply extends MixedSeat implements HearsCommitment {
    private final int follower;
    private final double precision;
    private final double[][] likings;
    private final double[] values;
    private final LogitStep step = new LogitStep();

    /**
     * @param precision λ, per unit of payoff
     * @param likings {@code [type][action]}: w
     */
    SoftReply(int follower, double precision, double[][] likings) {
        super(likings.length, likings[0].length);
        this.follower = follower;
        this.precision = precision;
        this.likings = likings;
        this.values = new double[likings[0].length];
    }

    @Override
    public void reset() {
        super.reset();
        carryOn();
    }

    @Override
    public void carryOn() {
        step.reset();
    }

    @Override
    public double revise(KnownGame known, KnownGame.Strategies all) {
        double change = 0;
        for (int type = 0; type < strategies.length; type++) {
            known.payoffs(follower, type, all, values);
            for (int a = 0; a < values.length; a++) {
                values[a] = precision * values[a] + likings[type][a];
            }
            change = Math.max(change, step.approach(strategies[type], values));
        }
        step.round(change);
        return change;
    }
}
