package stackelberg.game;

import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;

/**
 * A payoff table of two followers: follower 1 picks the row, follower 2 the column, and a cell
 * holds what each earns.
 */
final class FollowersTable {
    private final Table table;

    FollowersTable(Table table) {
        this.table = table;
    }

    /** Reports a table that is not one of two followers. */
    void check(Faults faults) {
        if (table.width() != 2) {
            faults.add(
                    "its cells hold " + table.width() + " numbers",
                    "Put 2 into each cell: the payoff of follower 1, who picks the row, and of"
                            + " follower 2, who picks the column");
        }
        if (table.largestMagnitude() == 0) {
            faults.add("all payoffs are 0", "Give at least one a value");
        }
    }

    int[] actionCounts() {
        return new int[] {table.rows(), table.columns()};
    }

    /** The largest magnitude, by which everything is divided. */
    double scale() {
        return table.largestMagnitude();
    }

    /** {@code [follower][joint action]}, scaled. */
    double[][] payoffs() {
        double[][] payoffs = new double[2][table.rows() * table.columns()];
        for (int joint = 0; joint < payoffs[0].length; joint++) {
            for (int i = 0; i < 2; i++) {
                payoffs[i][joint] =
                        table.at(joint / table.columns(), joint % table.columns(), i) / scale();
            }
        }
        return payoffs;
    }
}
