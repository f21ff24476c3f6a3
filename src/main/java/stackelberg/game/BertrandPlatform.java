package stackelberg.game;

import java.util.ArrayList;
import java.util.List;
import stackelberg.parameter.Family;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Sellers of differentiated goods set prices on a platform, period after period, one play a period;
 * the platform decides whom consumers get to see and is rewarded with their surplus.
 */
@Registered(
        type = "bertrand-platform",
        label = "Bertrand platform",
        help =
                "Sellers set prices again and again; the platform decides who is shown and cares"
                        + " for the consumers.",
        source = "Calvano et al. 2020; Johnson et al. 2023; Brero et al. 2022")
public record BertrandPlatform(
        @Parameter(
                        label = "Sellers",
                        symbol = "n",
                        min = 2,
                        max = 6,
                        help = "How many sellers compete.",
                        source = "Calvano et al. 2020: 2")
                int sellers,
        @Parameter(
                        label = "Prices",
                        symbol = "m",
                        min = 2,
                        max = 100,
                        help = "How many prices a seller can choose from, equally spaced.",
                        source = "Calvano et al. 2020: 15")
                int prices,
        @Parameter(
                        label = "Lowest price",
                        min = 0,
                        max = 1e6,
                        help = "The lowest price of the grid; at least the cost.")
                double lowestPrice,
        @Parameter(
                        label = "Highest price",
                        min = 0,
                        max = 1e6,
                        help = "The highest price of the grid.")
                double highestPrice,
        @Parameter(
                        label = "Quality",
                        symbol = "a",
                        min = -1000,
                        max = 1000,
                        help = "How much consumers like every good.",
                        source = "Calvano et al. 2020: 2")
                double quality,
        @Parameter(
                        label = "Outside good",
                        symbol = "a0",
                        min = -1000,
                        max = 1000,
                        help = "How much consumers like to buy nothing.",
                        source = "Calvano et al. 2020: 0")
                double outside,
        @Parameter(
                        label = "Cost",
                        symbol = "c",
                        min = 0,
                        max = 1e6,
                        help = "What one unit costs its seller.",
                        source = "Calvano et al. 2020: 1")
                double cost,
        @Parameter(
                        label = "Differentiation",
                        symbol = "μ",
                        min = 0.01,
                        max = 1000,
                        help = "How different the goods are; near 0 the cheapest takes all.",
                        source = "Calvano et al. 2020: 0.25")
                double differentiation,
        @Parameter(label = "Rule", help = "By which rule the platform decides who is shown.")
                PlatformRule rule)
        implements GameFamily {

    /** The most price profiles: the leader may need an action at each. */
    private static final int MOST_PROFILES = 100_000;

    /** The market of Calvano et al. 2020 on the grid that overshoots by ξ = 0.1. */
    public BertrandPlatform() {
        this(2, 15, 1.4277, 1.9702, 2, 0, 1, 0.25, new NoIntervention());
    }

    @Override
    public void check(Faults faults) {
        if (lowestPrice < cost) {
            faults.at("lowestPrice")
                    .add("it is below the cost, " + cost, "Enter at least the cost");
        }
        if (highestPrice <= lowestPrice) {
            faults.at("highestPrice")
                    .add("it is not above the lowest price, " + lowestPrice, "Enter more");
        }
        double profiles = Math.pow(prices, sellers);
        if (profiles > MOST_PROFILES) {
            faults.at("prices")
                    .add(
                            String.format(
                                    java.util.Locale.ROOT,
                                    "there would be %.3g price profiles, more than %,d",
                                    profiles,
                                    MOST_PROFILES),
                            "Choose fewer prices or sellers");
        }
        double largest = Math.max(Math.abs(quality) + highestPrice, Math.abs(outside));
        if (largest / differentiation > 300) {
            faults.at("differentiation")
                    .add(
                            "it is too small for these qualities and prices: demand would be"
                                    + " beyond what can be computed",
                            "Enter at least "
                                    + String.format(java.util.Locale.ROOT, "%.3g", largest / 299));
        }
    }

    /** The market without a grid or a platform. */
    public LogitMarket market() {
        return new LogitMarket(sellers, quality, outside, cost, differentiation);
    }

    /** The rules that leave the platform nothing to decide, and the best that never changes. */
    @Override
    public List<Comparison> comparisons() {
        double[] grid = grid();
        List<Comparison> fixed = new ArrayList<>();
        if (rule.actions(grid) == 1) {
            return fixed;
        }
        for (Object other : Family.of(PlatformRule.class).members()) {
            PlatformRule ready = (PlatformRule) other;
            if (ready.actions(grid) == 1) {
                fixed.add(Comparison.always(brief(Family.about(other).label()), with(ready), 0));
            }
        }
        List<double[]> constant = new ArrayList<>();
        for (int action = 0; action < rule.actions(grid); action++) {
            constant.add(new double[] {action});
        }
        fixed.add(new Comparison("best that never changes", this, constant));
        return fixed;
    }

    /** The abbreviation in brackets, if there is one. */
    private static String brief(String label) {
        int from = label.indexOf('(');
        return from < 0 ? label : label.substring(from + 1, label.indexOf(')'));
    }

    private BertrandPlatform with(PlatformRule other) {
        return new BertrandPlatform(
                sellers,
                prices,
                lowestPrice,
                highestPrice,
                quality,
                outside,
                cost,
                differentiation,
                other);
    }

    @Override
    public PlatformGame assemble() {
        return new PlatformGame(market(), grid(), rule);
    }

    private double[] grid() {
        double[] grid = new double[prices];
        for (int k = 0; k < prices; k++) {
            grid[k] = lowestPrice + k * (highestPrice - lowestPrice) / (prices - 1);
        }
        return grid;
    }
}
