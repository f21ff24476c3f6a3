package stackelberg.game;

import java.util.function.DoubleUnaryOperator;

/**
 * A market of differentiated goods with logit demand: of the goods on show, q_i = e^((a − p_i)/μ) /
 * (Σ_shown e^((a − p_j)/μ) + e^(a0/μ)); consumers enjoy a surplus of μ ln(Σ_shown e^((a − p_j)/μ) +
 * e^(a0/μ)), and a seller whose good costs c to make earns (p_i − c) q_i (Anderson, de Palma &
 * Thisse 1992; Calvano et al. 2020, Sec. II).
 *
 * @param sellers n
 * @param quality a, of every good
 * @param outside a0, of the outside good, which costs nothing
 * @param cost c
 * @param differentiation μ; goods become perfect substitutes as it falls to 0
 */
public record LogitMarket(
        int sellers, double quality, double outside, double cost, double differentiation) {

    /** How attractive a good is at a price: e^((a − p)/μ). */
    public double attraction(double price) {
        return Math.exp((quality - price) / differentiation);
    }

    /** e^(a0/μ). */
    public double outsideAttraction() {
        return Math.exp(outside / differentiation);
    }

    /** q_i at a price if the goods on show, this one included, attract so much in all. */
    public double demand(double price, double shownAttraction) {
        return attraction(price) / (shownAttraction + outsideAttraction());
    }

    /** A seller's profit at a price; see {@link #demand}. */
    public double profit(double price, double shownAttraction) {
        return (price - cost) * demand(price, shownAttraction);
    }

    /** Consumer surplus if the goods on show attract so much in all. */
    public double surplus(double shownAttraction) {
        return differentiation * Math.log(shownAttraction + outsideAttraction());
    }

    /** A seller's profit if all are shown at one price. */
    public double commonProfit(double price) {
        return profit(price, sellers * attraction(price));
    }

    /**
     * The price of the symmetric Bertrand–Nash equilibrium of the one-shot market, all shown: the
     * root of the first-order condition p − c = μ / (1 − q(p)), which increases in p.
     */
    public double nashPrice() {
        return root(p -> p - cost - differentiation / (1 - demand(p, sellers * attraction(p))));
    }

    /**
     * The common price that is best for the sellers together: the root of p − c = μ / (1 − n q(p)).
     */
    public double monopolyPrice() {
        return root(
                p ->
                        p
                                - cost
                                - differentiation
                                        / (1 - sellers * demand(p, sellers * attraction(p))));
    }

    /** The root above the cost of an increasing function, by bisection. */
    private double root(DoubleUnaryOperator increasing) {
        double low = cost;
        double high = cost + differentiation;
        while (increasing.applyAsDouble(high) < 0) {
            high = cost + 2 * (high - cost);
        }
        for (int k = 0; k < 200 && low < high; k++) {
            double middle = low + (high - low) / 2;
            if (increasing.applyAsDouble(middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /**
     * The collusion index Δ = (π̄ − π_N) / (π_M − π_N): 0 at the one-shot equilibrium, 1 at perfect
     * collusion.
     *
     * @param meanProfit π̄, the mean profit of a seller
     */
    public double collusion(double meanProfit) {
        double nash = commonProfit(nashPrice());
        double monopoly = commonProfit(monopolyPrice());
        return (meanProfit - nash) / (monopoly - nash);
    }
}
