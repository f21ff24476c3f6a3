package stackelberg.game;

import java.util.List;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * A Bayesian normal-form game of one's own: a payoff table for each type profile and a joint,
 * possibly correlated prior. The leader commits to a row or a mixture of rows before types are
 * drawn; each follower sees its own type and answers with a column. All payoffs are divided by the
 * largest magnitude.
 */
@Registered(
        type = "bayesian-normal-form",
        label = "Bayesian normal form",
        help =
                "A game of your own with private types: one payoff table for each type profile,"
                        + " one below the other, and a table of the types' probabilities.",
        source = "Harsanyi 1967; Paruchuri et al. 2008")
public record BayesianNormalForm(
        @Parameter(
                        label = "Payoffs",
                        required = true,
                        help =
                                "One block of rows for each type profile, one below the other, the"
                                    + " last follower's type changing fastest. In a block one row"
                                    + " for each leader action and one column for each joint"
                                    + " follower action, the last follower's changing fastest; in a"
                                    + " cell the leader's payoff, then each follower's.")
                Table payoffs,
        @Parameter(
                        label = "Prior",
                        required = true,
                        help =
                                "The probability of each type profile: a row for each type of"
                                    + " follower 1, a column for each joint type of the others. Of"
                                    + " a single follower, one row. The sum is 1.")
                Table prior,
        @Parameter(
                        label = "Follower types",
                        required = true,
                        min = 1,
                        max = 8,
                        help = "How many types each follower has.")
                List<Integer> followerTypes,
        @Parameter(
                        label = "Follower actions",
                        required = true,
                        min = 1,
                        max = 8,
                        help =
                                "How many actions each follower has; their product is the number of"
                                        + " columns.")
                List<Integer> followerActions,
        @Parameter(
                        label = "Commitment",
                        help = "Whether the leader commits to one row or to a mixture of rows.")
                Commitment commitment)
        implements GameFamily {

    /** A guard who does not know whether the intruder prefers the left or the right door. */
    public BayesianNormalForm() {
        this(
                Table.of(
                        new double[][][] {
                            {{2, -2}, {-3, 1}},
                            {{-5, 3}, {2, -2}},
                            {{2, -2}, {-5, 3}},
                            {{-1, 1}, {2, -2}}
                        }),
                Table.of(new double[][][] {{{0.6}, {0.4}}}),
                List.of(2),
                List.of(2),
                Commitment.RANDOMISED);
    }

    public BayesianNormalForm {
        followerTypes = List.copyOf(followerTypes);
        followerActions = List.copyOf(followerActions);
    }

    @Override
    public void check(Faults faults) {
        if (followerTypes.size() != followerActions.size()) {
            faults.at("followerTypes")
                    .add(
                            "it has "
                                    + followerTypes.size()
                                    + " entries, but followerActions has "
                                    + followerActions.size(),
                            "Give both one entry for each follower");
            return;
        }
        boolean countable =
                JointLimit.check(
                        followerTypes, "type", "type profiles", faults.at("followerTypes"));
        countable &=
                JointLimit.check(
                        followerActions, "action", "joint actions", faults.at("followerActions"));
        if (countable) {
            checkPayoffs(faults.at("payoffs"));
            new PriorTable(prior, numbers(followerTypes)).check(faults.at("prior"));
        }
    }

    private void checkPayoffs(Faults faults) {
        long profiles = JointIndex.count(numbers(followerTypes));
        long columns = JointIndex.count(numbers(followerActions));
        if (payoffs.rows() % profiles != 0) {
            faults.add(
                    "it has " + payoffs.rows() + " rows for " + profiles + " type profiles",
                    "Give every type profile a block of equally many rows, one for each leader"
                            + " action");
        }
        if (payoffs.columns() != columns) {
            faults.add(
                    "it has "
                            + payoffs.columns()
                            + " columns, but the followers have "
                            + columns
                            + " joint actions",
                    "Make the number of columns the product of followerActions");
        }
        PayoffCells.check(payoffs, followerActions.size(), faults);
    }

    private static int[] numbers(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    @Override
    public List<Comparison> comparisons() {
        return commitment == Commitment.RANDOMISED
                ? List.of(
                        Comparison.best(
                                "best without mixing",
                                new BayesianNormalForm(
                                        payoffs,
                                        prior,
                                        followerTypes,
                                        followerActions,
                                        Commitment.PURE)))
                : List.of();
    }

    @Override
    public MatrixGame assemble() {
        int[] types = numbers(followerTypes);
        return new MatrixGame(
                payoffs,
                commitment == Commitment.RANDOMISED,
                types,
                numbers(followerActions),
                new PriorTable(prior, types).assemble());
    }
}
