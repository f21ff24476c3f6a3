package stackelberg.game;

import java.util.Arrays;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Dynamic price-directed prominence (DPDP): one seller, the incumbent, is shown, and stays so while
 * it does not raise its price and no rival undercuts it by the margin or more. Else the cheapest
 * seller, in a tie the first, becomes the incumbent.
 *
 * <p>Standing: 0 without an incumbent, else 1 + incumbent · prices + the price it last asked.
 */
@Registered(
        type = "dynamic-prominence",
        label = "Dynamic price-directed prominence (DPDP)",
        help =
                "One seller is shown, and keeps its place while it does not raise its price and is"
                        + " not undercut by a margin.",
        source = "Johnson, Rhodes & Wildenbeest 2023")
public record DynamicProminence(
        @Parameter(
                        label = "Margin",
                        unit = "price",
                        min = 0,
                        max = 1e6,
                        help =
                                "By how much a rival must undercut the incumbent to take its"
                                        + " place. Larger protects the incumbent more.",
                        source = "Brero et al. 2022: 0.3")
                double margin)
        implements PlatformRule {
    /** Prices of a grid are this exact. */
    private static final double ROUNDING = 1e-9;

    /** A margin of 0.3. */
    public DynamicProminence() {
        this(0.3);
    }

    @Override
    public void check(Faults faults) {
        // The range is the only rule.
    }

    @Override
    public int actions(double[] prices) {
        return 1;
    }

    @Override
    public String actionName(double[] prices, int action) {
        return "show the incumbent";
    }

    @Override
    public boolean seesPrices() {
        return false;
    }

    @Override
    public int standings(int sellers, int prices) {
        return 1 + sellers * prices;
    }

    @Override
    public int show(double[] prices, int[] chosen, int standing, int action, Display display) {
        int place = PriceDirectedProminence.cheapest(chosen);
        if (standing > 0) {
            int incumbent = (standing - 1) / prices.length;
            double undercut = prices[chosen[incumbent]] - prices[chosen[place]];
            boolean raised = chosen[incumbent] > (standing - 1) % prices.length;
            if (!raised && (undercut <= 0 || undercut < margin - ROUNDING)) {
                place = incumbent;
            }
        }
        Arrays.fill(display.shown, false);
        display.shown[place] = true;
        display.oneOfThem = false;
        return 1 + place * prices.length + chosen[place];
    }
}
