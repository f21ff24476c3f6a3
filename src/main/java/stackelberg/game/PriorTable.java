package stackelberg.game;

import java.math.BigDecimal;
import java.math.MathContext;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;

/**
 * A joint prior as a person types it: a row for each type of follower 1, in it a probability for
 * each joint type of the others, the last follower's type changing fastest; with a single follower
 * one row. The probabilities may miss the sum 1 by {@link #ROUNDING} and are then divided by it.
 */
final class PriorTable {
    /** What the sum of probabilities typed with six decimals may miss. */
    static final double ROUNDING = 1e-5;

    private final Table table;
    private final int[] typeCounts;

    PriorTable(Table table, int... typeCounts) {
        this.table = table;
        this.typeCounts = typeCounts;
    }

    /** Reports a table of another shape, a negative entry or a sum other than 1. */
    void check(Faults faults) {
        int rows = typeCounts.length == 1 ? 1 : typeCounts[0];
        long columns = JointIndex.count(typeCounts) / rows;
        if (table.rows() != rows || table.columns() != columns || table.width() != 1) {
            faults.add(
                    "it has " + shape(table.rows(), table.columns(), table.width()),
                    "Give it "
                            + shape(rows, columns, 1)
                            + (typeCounts.length == 1
                                    ? ": a probability for each type"
                                    : ": a row for each type of follower 1, in it a probability"
                                            + " for each joint type of the others"));
            return;
        }
        double sum = 0;
        boolean negative = false;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double probability = table.at(row, column, 0);
                sum += probability;
                if (probability < 0) {
                    negative = true;
                    faults.at(row)
                            .at(column)
                            .add(
                                    "the probability is " + number(probability) + ", below 0",
                                    "Enter a probability from 0 to 1");
                }
            }
        }
        if (!negative && Math.abs(sum - 1) > ROUNDING) {
            faults.add("its probabilities sum to " + number(sum), "Make them sum to 1");
        }
    }

    private static String shape(long rows, long columns, int width) {
        return rows
                + (rows == 1 ? " row of " : " rows of ")
                + columns
                + (columns == 1 ? " cell" : " cells")
                + (width == 1 ? "" : " with " + width + " numbers each");
    }

    private static String number(double value) {
        return new BigDecimal(value, new MathContext(10)).stripTrailingZeros().toPlainString();
    }

    /** The prior; called only if {@link #check} found no fault. */
    TypePrior assemble() {
        double[] joint = new double[table.rows() * table.columns()];
        double sum = 0;
        for (int k = 0; k < joint.length; k++) {
            joint[k] = table.at(k / table.columns(), k % table.columns(), 0);
            sum += joint[k];
        }
        for (int k = 0; k < joint.length; k++) {
            joint[k] /= sum;
        }
        return TypePrior.joint(typeCounts, joint);
    }
}
