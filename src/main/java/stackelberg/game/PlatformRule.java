package stackelberg.game;

import stackelberg.parameter.Checked;

/**
 * By which rule a platform decides which sellers' goods consumers get to see. Implementations are
 * records, {@link stackelberg.parameter.Registered}, with a constructor of defaults.
 */
public interface PlatformRule extends Checked {
    /** Who is shown; reused from play to play. */
    final class Display {
        final boolean[] shown;

        /** Whether one of those marked as shown, drawn uniformly, is shown instead of all. */
        boolean oneOfThem;

        Display(int sellers) {
            shown = new boolean[sellers];
        }
    }

    /** How many actions the leader has; 1 if the rule leaves it nothing to decide. */
    int actions(double[] prices);

    /** Words for a leader action. */
    String actionName(double[] prices, int action);

    /** Whether the leader sees the sellers' prices before it acts. */
    boolean seesPrices();

    /** In how many ways things may stand between two periods. */
    default int standings(int sellers, int prices) {
        return 1;
    }

    /**
     * Decides who is shown.
     *
     * @param prices the grid of prices, ascending
     * @param chosen which of them each seller asks
     * @param standing how things stood before this period; at first 0
     * @param action the leader's
     * @return how things stand after it
     */
    int show(double[] prices, int[] chosen, int standing, int action, Display display);
}
