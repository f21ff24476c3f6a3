package stackelberg.game;

import java.util.List;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * A normal-form game in which the leader commits to a row or to a mixture of rows and the followers
 * answer with columns. With several followers a column is a joint action, the last follower's
 * changing fastest. All payoffs are divided by the largest magnitude.
 */
@Registered(
        type = "normal-form",
        label = "Normal form",
        help =
                "A payoff table: the leader commits to a row or a mixture of rows, the followers"
                        + " answer with columns.",
        source = "Conitzer & Sandholm 2006; Brero et al. 2024, normal-form experiments")
public record NormalForm(
        @Parameter(
                        label = "Payoffs",
                        required = true,
                        help =
                                "One row for each leader action, one column for each (joint)"
                                    + " follower action; in a cell the leader's payoff, then each"
                                    + " follower's.")
                Table payoffs,
        @Parameter(
                        label = "Commitment",
                        help = "Whether the leader commits to one row or to a mixture of rows.")
                Commitment commitment,
        @Parameter(
                        label = "Follower actions",
                        min = 0,
                        max = 8,
                        help =
                                "With several followers: how many actions each has; their product"
                                        + " is the number of columns. Empty for one follower, who"
                                        + " has them all.")
                List<Integer> followerActions)
        implements GameFamily {

    /** Escape: (15,15) is a local trap, (30,30) the optimum. */
    public NormalForm() {
        this(
                Table.of(
                        new double[][][] {
                            {{15, 15}, {10, 10}, {0, 0}},
                            {{10, 10}, {10, 10}, {0, 0}},
                            {{0, 0}, {0, 0}, {30, 30}}
                        }),
                Commitment.PURE,
                List.of());
    }

    public NormalForm {
        followerActions = List.copyOf(followerActions);
    }

    /** |A_i| of each follower. */
    private List<Integer> actionCounts() {
        return followerActions.isEmpty() ? List.of(payoffs.columns()) : followerActions;
    }

    @Override
    public void check(Faults faults) {
        long columns = 1;
        for (int i = 0; i < actionCounts().size(); i++) {
            if (actionCounts().get(i) < 1) {
                faults.at("followerActions").at(i).add("it is less than 1", "Enter 1 or more");
                return;
            }
            columns = Math.min(Integer.MAX_VALUE, columns * actionCounts().get(i));
        }
        if (columns != payoffs.columns()) {
            faults.at("payoffs")
                    .add(
                            "it has "
                                    + payoffs.columns()
                                    + " columns, but the followers have "
                                    + columns
                                    + " joint actions",
                            "Make the number of columns the product of followerActions, or leave"
                                    + " that list empty for one follower");
        }
        PayoffCells.check(payoffs, actionCounts().size(), faults.at("payoffs"));
    }

    @Override
    public List<Comparison> comparisons() {
        return commitment == Commitment.RANDOMISED
                ? List.of(
                        Comparison.best(
                                "best without mixing",
                                new NormalForm(payoffs, Commitment.PURE, followerActions)))
                : List.of();
    }

    @Override
    public MatrixGame assemble() {
        int[] actions = actionCounts().stream().mapToInt(Integer::intValue).toArray();
        return new MatrixGame(payoffs, commitment == Commitment.RANDOMISED, actions);
    }
}
