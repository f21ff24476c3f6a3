package stackelberg.game;

import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;

/** What every payoff table of a leader and its followers holds in a cell. */
final class PayoffCells {
    private PayoffCells() {}

    /** Reports cells without a payoff for each player, and a table that cannot be scaled. */
    static void check(Table payoffs, int followers, Faults faults) {
        int width = 1 + followers;
        if (payoffs.width() != width) {
            faults.add(
                    "its cells hold " + payoffs.width() + " numbers",
                    "Put " + width + " into each cell: the leader's payoff, then each follower's");
        }
        if (payoffs.largestMagnitude() == 0) {
            faults.add("all payoffs are 0", "Give at least one a value");
        }
    }
}
