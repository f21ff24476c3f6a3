package stackelberg.game;

import stackelberg.parameter.Faults;
import stackelberg.parameter.Registered;

/** Price-directed prominence (PDP): only the cheapest seller is shown, in a tie one at random. */
@Registered(
        type = "price-directed-prominence",
        label = "Price-directed prominence (PDP)",
        help = "Only the cheapest seller is shown; one of them at random in a tie.",
        source = "Johnson, Rhodes & Wildenbeest 2023")
public record PriceDirectedProminence() implements PlatformRule {
    @Override
    public void check(Faults faults) {
        // Nothing can be set.
    }

    @Override
    public int actions(double[] prices) {
        return 1;
    }

    @Override
    public String actionName(double[] prices, int action) {
        return "show the cheapest";
    }

    @Override
    public boolean seesPrices() {
        return false;
    }

    @Override
    public int show(double[] prices, int[] chosen, int standing, int action, Display display) {
        int least = chosen[cheapest(chosen)];
        for (int i = 0; i < chosen.length; i++) {
            display.shown[i] = chosen[i] == least;
        }
        display.oneOfThem = true;
        return standing;
    }

    /** The first of the cheapest sellers. */
    static int cheapest(int[] chosen) {
        int cheapest = 0;
        for (int i = 1; i < chosen.length; i++) {
            if (chosen[i] < chosen[cheapest]) {
                cheapest = i;
            }
        }
        return cheapest;
    }
}
