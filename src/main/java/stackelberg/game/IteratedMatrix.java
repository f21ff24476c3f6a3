package stackelberg.game;

import java.util.ArrayList;
import java.util.List;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * A two-player matrix game that leader and follower play several times in a row, each remembering
 * the last joint action: 1 + rows · columns observations, the first before anything was done.
 */
@Registered(
        type = "iterated-matrix",
        label = "Iterated matrix game",
        help =
                "Leader and follower play one matrix game several times in a row and remember the"
                        + " last joint action, so that the leader can reward and punish.",
        source = "Gerstgrasser & Parkes 2023; Brero et al. 2024")
public record IteratedMatrix(
        @Parameter(
                        label = "Payoffs",
                        required = true,
                        help =
                                "One row for each leader action, one column for each follower"
                                        + " action; in a cell the leader's payoff and the"
                                        + " follower's.")
                Table payoffs,
        @Parameter(
                        label = "Steps",
                        min = 1,
                        max = 10_000,
                        help = "How many times in a row the matrix game is played.")
                int steps,
        @Parameter(
                        label = "Added to payoffs",
                        min = -1e6,
                        max = 1e6,
                        help =
                                "A constant that is added to every payoff; it changes no incentive"
                                        + " but what untried actions seem worth.")
                double shift)
        implements GameFamily {

    /** The prisoner's dilemma, 5 steps, payoffs less 4. */
    public IteratedMatrix() {
        this(Table.of(new double[][][] {{{3, 3}, {1, 4}}, {{4, 1}, {2, 2}}}), 5, -4);
    }

    @Override
    public void check(Faults faults) {
        if (payoffs.width() != 2) {
            faults.at("payoffs")
                    .add(
                            "its cells hold " + payoffs.width() + " numbers",
                            "Put 2 into each cell: the leader's payoff, then the follower's");
        }
        if ((long) payoffs.rows() * payoffs.columns() > 10_000) {
            faults.at("payoffs").add("it has more than 10,000 cells", "Enter a smaller table");
        }
    }

    /** A leader that takes no notice of what the follower does. */
    @Override
    public List<Comparison> comparisons() {
        List<Comparison> constant = new ArrayList<>();
        for (int row = 0; row < payoffs.rows(); row++) {
            constant.add(Comparison.always("always row " + (row + 1), this, row));
        }
        return constant;
    }

    @Override
    public IteratedGame assemble() {
        return new IteratedGame(payoffs, steps, shift);
    }
}
