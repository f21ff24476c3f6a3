package stackelberg.game;

import java.util.Arrays;
import stackelberg.parameter.Table;

/**
 * The base game of payoff tables, one for each type profile. The leader has one, empty observation
 * and moves once: a row, or non-negative weights that are divided by their sum (all zero stands for
 * the uniform mixture). Under a mixture all payoffs are expectations over the leader's row.
 */
public final class MatrixGame implements LinearGame {
    private final int rows;
    private final boolean randomised;
    private final int[] typeCounts;
    private final int[] followerActions;
    private final TypePrior prior;

    /**
     * {@code [player][joint type][row][joint action]}, the leader being player 0, divided by the
     * largest.
     */
    private final double[][][][] payoffs;

    /** The joint type of each profile of the prior. */
    private final int[] jointTypes;

    /** A game without types. */
    MatrixGame(Table table, boolean randomised, int[] followerActions) {
        this(
                table,
                randomised,
                ones(followerActions.length),
                followerActions,
                TypePrior.untyped(followerActions.length));
    }

    /**
     * A game with types.
     *
     * @param table the rows of the first joint type, then those of the next; the last follower's
     *     type changes fastest
     */
    MatrixGame(
            Table table,
            boolean randomised,
            int[] typeCounts,
            int[] followerActions,
            TypePrior prior) {
        int blocks = (int) JointIndex.count(typeCounts);
        this.rows = table.rows() / blocks;
        this.randomised = randomised;
        this.typeCounts = typeCounts;
        this.followerActions = followerActions.clone();
        this.prior = prior;
        this.payoffs = new double[table.width()][blocks][rows][table.columns()];
        double scale = table.largestMagnitude();
        for (int player = 0; player < table.width(); player++) {
            for (int row = 0; row < table.rows(); row++) {
                for (int column = 0; column < table.columns(); column++) {
                    payoffs[player][row / rows][row % rows][column] =
                            table.at(row, column, player) / scale;
                }
            }
        }
        this.jointTypes = new int[prior.size()];
        Arrays.setAll(jointTypes, k -> JointIndex.encode(prior.profile(k), typeCounts));
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** How many rows the leader has. */
    public int rows() {
        return rows;
    }

    /** Whether the leader commits to a mixture. */
    public boolean randomised() {
        return randomised;
    }

    /** The scaled payoff of the leader (player 0) or follower i (player i + 1), without types. */
    public double payoff(int player, int row, int joint) {
        return payoff(player, 0, row, joint);
    }

    @Override
    public double payoff(int player, int profile, int row, int joint) {
        return payoffs[player][jointTypes[profile]][row][joint];
    }

    @Override
    public int components() {
        return rows;
    }

    @Override
    public double[] commit(double[] x) {
        return x.clone();
    }

    @Override
    public int followers() {
        return followerActions.length;
    }

    @Override
    public TypePrior prior() {
        return prior;
    }

    @Override
    public int actions(int follower) {
        return followerActions[follower];
    }

    @Override
    public ActionSpace leaderActions() {
        return randomised ? new ActionSpace.Box(rows, 0, 1) : new ActionSpace.Discrete(rows);
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
        double[] mixture = new double[rows];
        mix(action, mixture);
        return mixture;
    }

    private void mix(double[] action, double[] mixture) {
        if (!randomised) {
            Arrays.fill(mixture, 0);
            mixture[(int) action[0]] = 1;
            return;
        }
        double sum = 0;
        for (double weight : action) {
            sum += weight;
        }
        for (int row = 0; row < rows; row++) {
            mixture[row] = sum > 0 ? action[row] / sum : 1.0 / rows;
        }
    }

    @Override
    public Play newPlay() {
        return new MatrixPlay();
    }

    private final class MatrixPlay implements Play {
        private final double[] mixture = new double[rows];
        private int jointType;
        private final double[] earned = new double[payoffs.length];
        private Turn turn = Turn.END;

        @Override
        public void begin(int[] types) {
            jointType = JointIndex.encode(types, typeCounts);
            turn = Turn.LEADER;
        }

        @Override
        public Turn turn() {
            return turn;
        }

        @Override
        public int leaderObservation() {
            return 0;
        }

        @Override
        public void leaderActs(double[] action) {
            mix(action, mixture);
            turn = Turn.FOLLOWERS;
        }

        @Override
        public void followersAct(int[] actions) {
            int joint = JointIndex.encode(actions, followerActions);
            for (int player = 0; player < earned.length; player++) {
                double[][] table = payoffs[player][jointType];
                double sum = 0;
                for (int row = 0; row < rows; row++) {
                    sum += mixture[row] * table[row][joint];
                }
                earned[player] = sum;
            }
            turn = Turn.END;
        }

        @Override
        public double leaderReward() {
            return turn == Turn.END ? earned[0] : 0;
        }

        @Override
        public double payoff(int follower) {
            return turn == Turn.END ? earned[follower + 1] : 0;
        }
    }
}
