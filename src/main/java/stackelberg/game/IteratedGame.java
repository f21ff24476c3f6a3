package stackelberg.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import stackelberg.parameter.Table;

/**
 * Several steps of a matrix game in one play. In each step leader and follower act at once, on the
 * last joint action: observation 0 before the first step, else 1 + row · columns + column. Payoffs
 * are sums over the steps.
 */
public final class IteratedGame implements BaseGame {
    private final int rows;
    private final int columns;
    private final int steps;

    /** {@code [player][row · columns + column]}, the leader being player 0. */
    private final double[][] payoffs;

    IteratedGame(Table table, int steps, double shift) {
        this.rows = table.rows();
        this.columns = table.columns();
        this.steps = steps;
        this.payoffs = new double[2][rows * columns];
        for (int player = 0; player < 2; player++) {
            for (int cell = 0; cell < rows * columns; cell++) {
                payoffs[player][cell] = table.at(cell / columns, cell % columns, player) + shift;
            }
        }
    }

    /** How many actions the leader has. */
    public int rows() {
        return rows;
    }

    /** How many steps a play has. */
    public int steps() {
        return steps;
    }

    @Override
    public int followers() {
        return 1;
    }

    @Override
    public TypePrior prior() {
        return TypePrior.untyped(1);
    }

    @Override
    public int actions(int follower) {
        return columns;
    }

    @Override
    public int followerObservations(int follower) {
        return 1 + rows * columns;
    }

    @Override
    public ActionSpace leaderActions() {
        return new ActionSpace.Discrete(rows);
    }

    @Override
    public int leaderObservations() {
        return 1 + rows * columns;
    }

    @Override
    public int leaderObservationSize() {
        return leaderObservations();
    }

    @Override
    public void describe(int observation, float[] into, int at) {
        Arrays.fill(into, at, at + leaderObservations(), 0);
        into[at + observation] = 1;
    }

    @Override
    public int leaderTurns() {
        return steps;
    }

    @Override
    public String leaderObservationName(int observation) {
        return observation == 0
                ? "at first"
                : "after row "
                        + (1 + (observation - 1) / columns)
                        + ", column "
                        + (1 + (observation - 1) % columns);
    }

    /** It sees what the leader sees. */
    @Override
    public String followerObservationName(int follower, int observation) {
        return leaderObservationName(observation);
    }

    @Override
    public String actionName(int follower, int action) {
        return "column " + (action + 1);
    }

    @Override
    public String[] meaningNames() {
        String[] names = new String[rows];
        for (int row = 0; row < rows; row++) {
            names[row] = "row " + (row + 1);
        }
        return names;
    }

    @Override
    public double[] meaning(double[] action) {
        double[] chosen = new double[rows];
        chosen[(int) action[0]] = 1;
        return chosen;
    }

    @Override
    public MechanismSheet map(double[][] mechanism) {
        List<String> own = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            own.add("row " + (row + 1));
        }
        List<String> others = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            others.add(actionName(0, column));
        }
        return MechanismSheet.map(this, 1, "after", own, others, mechanism);
    }

    @Override
    public String[] outcomeNames() {
        String[] names = new String[rows * columns];
        for (int cell = 0; cell < names.length; cell++) {
            names[cell] =
                    "share of row " + (1 + cell / columns) + ", column " + (1 + cell % columns);
        }
        return names;
    }

    @Override
    public Play newPlay() {
        return new Steps();
    }

    private final class Steps implements Play {
        private final double[] earned = new double[2];
        private final int[] counts = new int[rows * columns];
        private Turn turn = Turn.END;
        private int row;
        private int observation;
        private int done;

        @Override
        public void begin(int[] types) {
            Arrays.fill(earned, 0);
            Arrays.fill(counts, 0);
            observation = 0;
            done = 0;
            turn = Turn.LEADER;
        }

        @Override
        public Turn turn() {
            return turn;
        }

        @Override
        public int leaderObservation() {
            return observation;
        }

        @Override
        public int followerObservation(int follower) {
            return observation;
        }

        @Override
        public void leaderActs(double[] action) {
            row = (int) action[0];
            turn = Turn.FOLLOWERS;
        }

        @Override
        public void followersAct(int[] actions) {
            int cell = row * columns + actions[0];
            earned[0] += payoffs[0][cell];
            earned[1] += payoffs[1][cell];
            counts[cell]++;
            observation = 1 + cell;
            done++;
            turn = done == steps ? Turn.END : Turn.LEADER;
        }

        @Override
        public double leaderReward() {
            return earned[0];
        }

        @Override
        public double payoff(int follower) {
            return earned[1];
        }

        @Override
        public void outcome(double[] into) {
            for (int cell = 0; cell < counts.length; cell++) {
                into[cell] = (double) counts[cell] / steps;
            }
        }
    }
}
