package stackelberg.game;

import java.util.Arrays;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Registered;

/** The leader sees all prices and opens the platform to every seller or closes it for a period. */
@Registered(
        type = "open-or-closed",
        label = "Learned open or closed",
        help =
                "The platform sees all prices and shows either every seller or, for this period,"
                        + " none.",
        source = "Brero et al. 2022")
public record OpenOrClosed() implements PlatformRule {
    @Override
    public void check(Faults faults) {
        // Nothing can be set.
    }

    @Override
    public int actions(double[] prices) {
        return 2;
    }

    @Override
    public String actionName(double[] prices, int action) {
        return action == 0 ? "open" : "closed";
    }

    @Override
    public boolean seesPrices() {
        return true;
    }

    @Override
    public int show(double[] prices, int[] chosen, int standing, int action, Display display) {
        Arrays.fill(display.shown, action == 0);
        display.oneOfThem = false;
        return standing;
    }
}
