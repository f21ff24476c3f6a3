package stackelberg.game;

import java.util.Arrays;

/**
 * A normal-form game among the followers in which the leader, who has no action of its own, sees
 * the joint action and pays each follower between 0 and a cap. At joint action a follower i earns
 * u_i(a) + t_i(a) and the leader v(a) − c Σ_i t_i(a).
 *
 * <p>Everything is divided by one scale; a leader action is in the units of the person's table, one
 * payment a follower. The leader has one observation for each joint action, the last follower's
 * action changing fastest, described one-hot.
 */
public final class PaymentGame implements BaseGame {
    private final int[] actionCounts;
    private final int jointActions;

    /** {@code [follower][joint action]}, scaled. */
    private final double[][] payoffs;

    /** {@code [joint action]}, scaled. */
    private final double[] values;

    private final double cost;
    private final double cap;
    private final double scale;

    /**
     * A game of payments.
     *
     * @param payoffs u, {@code [follower][joint action]}, scaled
     * @param values v, {@code [joint action]}, scaled
     * @param cost c, what a scaled unit of payment costs the leader
     * @param cap the most that a follower is paid, not scaled
     * @param scale by how much a payment is divided
     */
    PaymentGame(
            int[] actionCounts,
            double[][] payoffs,
            double[] values,
            double cost,
            double cap,
            double scale) {
        this.actionCounts = actionCounts;
        this.jointActions = (int) JointIndex.count(actionCounts);
        this.payoffs = payoffs;
        this.values = values;
        this.cost = cost;
        this.cap = cap;
        this.scale = scale;
    }

    /** u_i(a): what follower i earns at a joint action before it is paid. */
    public double payoff(int follower, int joint) {
        return payoffs[follower][joint];
    }

    /** v(a): what the leader earns at a joint action before it pays. */
    public double value(int joint) {
        return values[joint];
    }

    /** c: what a unit of payment costs the leader. */
    public double cost() {
        return cost;
    }

    /** The most that a follower is paid, in the units of {@link #payoff}. */
    public double cap() {
        return cap / scale;
    }

    /** The leader's action that makes these payments, given in the units of {@link #payoff}. */
    public double[] action(double[] payments) {
        return Arrays.stream(payments).map(t -> Math.max(0, Math.min(cap, t * scale))).toArray();
    }

    @Override
    public int followers() {
        return actionCounts.length;
    }

    @Override
    public TypePrior prior() {
        return TypePrior.untyped(actionCounts.length);
    }

    @Override
    public int actions(int follower) {
        return actionCounts[follower];
    }

    @Override
    public ActionSpace leaderActions() {
        return new ActionSpace.Box(actionCounts.length, 0, cap);
    }

    @Override
    public int leaderObservations() {
        return jointActions;
    }

    @Override
    public int leaderObservationSize() {
        return jointActions;
    }

    @Override
    public void describe(int observation, float[] into, int at) {
        Arrays.fill(into, at, at + jointActions, 0);
        into[at + observation] = 1;
    }

    @Override
    public int leaderTurns() {
        return 1;
    }

    @Override
    public String actionName(int follower, int action) {
        if (actionCounts.length == 2) {
            return (follower == 0 ? "row " : "column ") + (action + 1);
        }
        return "action " + (action + 1);
    }

    @Override
    public String leaderObservationName(int observation) {
        int[] actions = JointIndex.decode(observation, actionCounts);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < actions.length; i++) {
            name.append(i > 0 ? ", " : "").append(actionName(i, actions[i]));
        }
        return name.toString();
    }

    @Override
    public String[] meaningNames() {
        String[] names = new String[actionCounts.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = "to " + followerName(i);
        }
        return names;
    }

    @Override
    public double[] meaning(double[] action) {
        return action.clone();
    }

    @Override
    public Play newPlay() {
        return new PaymentPlay();
    }

    private final class PaymentPlay implements Play {
        private final double[] paid = new double[actionCounts.length];
        private int joint;
        private double total;
        private Turn turn = Turn.END;

        @Override
        public void begin(int[] types) {
            turn = Turn.FOLLOWERS;
        }

        @Override
        public Turn turn() {
            return turn;
        }

        @Override
        public void followersAct(int[] actions) {
            joint = JointIndex.encode(actions, actionCounts);
            turn = Turn.LEADER;
        }

        @Override
        public int leaderObservation() {
            return joint;
        }

        @Override
        public void leaderActs(double[] action) {
            total = 0;
            for (int i = 0; i < paid.length; i++) {
                paid[i] = action[i] / scale;
                total += paid[i];
            }
            turn = Turn.END;
        }

        @Override
        public double leaderReward() {
            return turn == Turn.END ? values[joint] - cost * total : 0;
        }

        @Override
        public double payoff(int follower) {
            return turn == Turn.END ? payoffs[follower][joint] + paid[follower] : 0;
        }
    }
}
