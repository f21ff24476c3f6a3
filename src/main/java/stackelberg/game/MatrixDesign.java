package stackelberg.game;

import java.util.List;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * Two followers play a payoff table; the leader sees the joint action and pays each of them a
 * transfer from 0 to a cap. The leader's reward is the sum of the followers' payoffs in the table:
 * its transfers cost it nothing but may not be below 0, so that it has to make good play the
 * followers' own interest (k-implementation).
 *
 * <p>Payoffs, transfers and the reward are all divided by the largest magnitude of the table. The
 * default table has two best cells, (6, 4) and (4, 6), both equilibria; learners that start alike
 * settle on neither, unless transfers favour one. Its optimum is (6 + 4) / 6.
 */
@Registered(
        type = "matrix-design",
        label = "Matrix design",
        help =
                "Two followers play a payoff table; the leader sees what they did and pays each a"
                        + " transfer, so that they come to play what is best for both together.",
        source = "Monderer & Tennenholtz 2003; Brero et al. 2024, matrix design")
public record MatrixDesign(
        @Parameter(
                        label = "Payoffs",
                        required = true,
                        help =
                                "Follower 1 picks the row, follower 2 the column; in a cell the"
                                        + " payoff of follower 1, then that of follower 2.")
                Table payoffs,
        @Parameter(
                        label = "Largest transfer",
                        unit = "the table's units",
                        min = 0,
                        max = 1e9,
                        help =
                                "The most that the leader can pay one follower in one play. A"
                                    + " larger one makes more joint actions implementable, and the"
                                    + " leader's problem easier.",
                        source = "Brero et al. 2024: 10")
                double largestTransfer)
        implements GameFamily {

    /** (3,3)(6,4) / (4,6)(2,2), transfers up to 10. */
    public MatrixDesign() {
        this(Table.of(new double[][][] {{{3, 3}, {6, 4}}, {{4, 6}, {2, 2}}}), 10);
    }

    @Override
    public void check(Faults faults) {
        new FollowersTable(payoffs).check(faults.at("payoffs"));
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
        double[][] own = table.payoffs();
        double[] sums = new double[own[0].length];
        for (int joint = 0; joint < sums.length; joint++) {
            sums[joint] = own[0][joint] + own[1][joint];
        }
        return new PaymentGame(table.actionCounts(), own, sums, 0, largestTransfer, table.scale());
    }
}
