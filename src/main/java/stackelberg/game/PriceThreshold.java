package stackelberg.game;

import java.util.Locale;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Registered;

/**
 * The leader sees all prices and sets a threshold, one of the prices of the grid: sellers who ask
 * more are not shown.
 */
@Registered(
        type = "price-threshold",
        label = "Learned price threshold",
        help =
                "The platform sees all prices and sets a threshold; sellers who ask more are not"
                        + " shown.",
        source = "Brero et al. 2022")
public record PriceThreshold() implements PlatformRule {
    @Override
    public void check(Faults faults) {
        // Nothing can be set.
    }

    @Override
    public int actions(double[] prices) {
        return prices.length;
    }

    @Override
    public String actionName(double[] prices, int action) {
        return String.format(Locale.ROOT, "up to %.3f", prices[action]);
    }

    @Override
    public boolean seesPrices() {
        return true;
    }

    @Override
    public int show(double[] prices, int[] chosen, int standing, int action, Display display) {
        for (int i = 0; i < chosen.length; i++) {
            display.shown[i] = chosen[i] <= action;
        }
        display.oneOfThem = false;
        return standing;
    }
}
