package stackelberg.game;

import java.util.Arrays;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Registered;

/** The platform shows every seller. */
@Registered(
        type = "no-intervention",
        label = "No intervention",
        help = "Every seller is shown, whatever it asks.",
        source = "Calvano et al. 2020")
public record NoIntervention() implements PlatformRule {
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
        return "show all";
    }

    @Override
    public boolean seesPrices() {
        return false;
    }

    @Override
    public int show(double[] prices, int[] chosen, int standing, int action, Display display) {
        Arrays.fill(display.shown, true);
        display.oneOfThem = false;
        return standing;
    }
}
