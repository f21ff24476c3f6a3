package stackelberg.game;

import java.util.List;
import stackelberg.parameter.Choice;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.parameter.Table;

/**
 * The library of the twelve symmetric ordinal 2×2 games: each player ranks the four outcomes from 1
 * to 4, both alike. Payoffs are divided by 4.
 */
@Registered(
        type = "ordinal-game",
        label = "Ordinal 2×2 game",
        help =
                "One of the twelve symmetric games in which both players rank four outcomes: the"
                        + " prisoner's dilemma, chicken, stag hunt and their relatives.",
        source = "Rapoport & Guyer 1966; Robinson & Goforth 2005; names by Bruns 2015")
public record OrdinalGame(
        @Parameter(label = "Game", help = "Which of the twelve games the leader and follower play.")
                Name game,
        @Parameter(
                        label = "Commitment",
                        help = "Whether the leader commits to one row or to a mixture of rows.")
                Commitment commitment)
        implements GameFamily {

    /** The twelve games, by the row player's ranks of (1, 1), (1, 2), (2, 1) and (2, 2). */
    public enum Name implements Choice {
        PRISONERS_DILEMMA("Prisoner's dilemma", 3, 1, 4, 2),
        CHICKEN("Chicken", 3, 2, 4, 1),
        BATTLE("Battle", 2, 3, 4, 1),
        HERO("Hero", 1, 3, 4, 2),
        COMPROMISE("Compromise", 1, 2, 4, 3),
        DEADLOCK("Deadlock", 2, 1, 4, 3),
        STAG_HUNT("Stag hunt", 4, 1, 3, 2),
        ASSURANCE("Assurance", 4, 1, 2, 3),
        COORDINATION("Coordination", 4, 2, 1, 3),
        PEACE("Peace", 4, 3, 1, 2),
        HARMONY("Harmony", 4, 3, 2, 1),
        CONCORD("Concord", 4, 2, 3, 1);

        private final String label;
        private final int both;
        private final int row;
        private final int column;
        private final int neither;

        Name(String label, int both, int row, int column, int neither) {
            this.label = label;
            this.both = both;
            this.row = row;
            this.column = column;
            this.neither = neither;
        }

        @Override
        public String label() {
            return label;
        }

        /** The payoffs, ranks from 1 to 4; the column player's mirror the row player's. */
        public Table payoffs() {
            return Table.of(
                    new double[][][] {
                        {{both, both}, {row, column}}, {{column, row}, {neither, neither}}
                    });
        }
    }

    /** The prisoner's dilemma with a randomised commitment. */
    public OrdinalGame() {
        this(Name.PRISONERS_DILEMMA, Commitment.RANDOMISED);
    }

    @Override
    public void check(Faults faults) {
        // Every choice makes a game.
    }

    @Override
    public List<Comparison> comparisons() {
        return commitment == Commitment.RANDOMISED
                ? List.of(
                        Comparison.best(
                                "best without mixing", new OrdinalGame(game, Commitment.PURE)))
                : List.of();
    }

    @Override
    public MatrixGame assemble() {
        return new NormalForm(game.payoffs(), commitment, List.of(2)).assemble();
    }
}
