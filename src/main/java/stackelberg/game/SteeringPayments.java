package stackelberg.game;

import java.util.List;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * Two no-regret followers play a payoff table; the leader sees the joint action and pays each of
 * them up to a budget, to steer them to a target joint action z. At joint action a its reward is
 * 1[a = z] − c Σ_i t_i(a), with payments t in the scale of the payoffs.
 *
 * <p>If z is an equilibrium, payments off the path, for standing by z while the other does not yet,
 * suffice to lead the followers there, and once they are there nothing is paid (Zhang et al. 2023):
 * the optimum is 1. If it is none, the leader has to go on paying what each would gain by leaving.
 *
 * <p>Payoffs and payments are divided by the largest magnitude of the table. The default is the
 * stag hunt: followers that start from uniform play hunt hares unless they are paid.
 */
@Registered(
        type = "steering-payments",
        label = "Steering payments",
        help =
                "The leader pays learning followers, within a budget, to steer them to a joint"
                        + " action that they would not find by themselves.",
        source = "Zhang et al. 2023, Steering no-regret learners to a desired equilibrium")
public record SteeringPayments(
        @Parameter(
                        label = "Payoffs",
                        required = true,
                        help =
                                "Follower 1 picks the row, follower 2 the column; in a cell the"
                                        + " payoff of follower 1, then that of follower 2.")
                Table payoffs,
        @Parameter(
                        label = "Target row",
                        min = 1,
                        max = 1e6,
                        help = "What follower 1 should come to play, counted from 1.")
                int targetRow,
        @Parameter(
                        label = "Target column",
                        min = 1,
                        max = 1e6,
                        help = "What follower 2 should come to play, counted from 1.")
                int targetColumn,
        @Parameter(
                        label = "Largest payment",
                        unit = "the table's units",
                        min = 0,
                        max = 1e9,
                        help =
                                "The most that the leader can pay one follower in one play. One"
                                    + " below what a follower gains by leaving the target cannot"
                                    + " keep it there.")
                double largestPayment,
        @Parameter(
                        label = "Cost of payments",
                        symbol = "c",
                        min = 0,
                        max = 1e6,
                        help =
                                "What the leader loses for each unit of payment, a unit being the"
                                        + " largest payoff; the target is worth 1.")
                double cost)
        implements GameFamily {

    /** Stag hunt (5,5)(0,4) / (4,0)(2,2), steered to (5,5) with payments up to 6. */
    public SteeringPayments() {
        this(Table.of(new double[][][] {{{5, 5}, {0, 4}}, {{4, 0}, {2, 2}}}), 1, 1, 6, 0.5);
    }

    @Override
    public void check(Faults faults) {
        new FollowersTable(payoffs).check(faults.at("payoffs"));
        checkTarget(targetRow, payoffs.rows(), "row", faults.at("targetRow"));
        checkTarget(targetColumn, payoffs.columns(), "column", faults.at("targetColumn"));
    }

    private static void checkTarget(int target, int count, String what, Faults faults) {
        if (target > count) {
            faults.add(
                    "there is no " + what + " " + target + " in the payoffs",
                    "Choose a " + what + " from 1 to " + count);
        }
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(
                Comparison.always(
                        "nothing paid", this, new double[assemble().leaderActions().length()]));
    }

    @Override
    public PaymentGame assemble() {
        FollowersTable table = new FollowersTable(payoffs);
        double[] values = new double[payoffs.rows() * payoffs.columns()];
        values[(targetRow - 1) * payoffs.columns() + targetColumn - 1] = 1;
        return new PaymentGame(
                table.actionCounts(), table.payoffs(), values, cost, largestPayment, table.scale());
    }
}
