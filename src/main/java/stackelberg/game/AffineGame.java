package stackelberg.game;

import java.util.Arrays;

/**
 * A leader that commits to a vector y, 0 ≤ y_k ≤ high with Σ_k y_k ≤ total, and one follower with
 * types that knows y and answers; both earn b(θ, a) + Σ_k s_k(θ, a) y_k with coefficients of their
 * own. A leader's action with a larger sum is scaled down to the total.
 *
 * <p>As a {@link LinearGame} its commitment is x = y / S with a last component for what is left
 * over, S being the smaller of the total and the sum of the highest values.
 */
final class AffineGame implements LinearGame {
    /**
     * The words of a game.
     *
     * @param types one word for each type of the follower
     * @param actions one word for each action of the follower
     * @param commitments one word for each y_k
     */
    record Names(
            java.util.List<String> types,
            java.util.List<String> actions,
            java.util.List<String> commitments) {}

    private final TypePrior prior;

    /** {@code [player][type][action]}, the leader being player 0. */
    private final double[][][] constants;

    /** {@code [player][type][action][k]}. */
    private final double[][][][] slopes;

    private final double high;
    private final double sum;
    private final Names names;

    AffineGame(
            TypePrior prior,
            double[][][] constants,
            double[][][][] slopes,
            double high,
            double total,
            Names names) {
        this.prior = prior;
        this.constants = constants;
        this.slopes = slopes;
        this.high = high;
        this.sum = Math.min(total, high * names.commitments().size());
        this.names = names;
    }

    private int length() {
        return names.commitments().size();
    }

    @Override
    public int followers() {
        return 1;
    }

    @Override
    public TypePrior prior() {
        return prior;
    }

    @Override
    public int actions(int follower) {
        return names.actions().size();
    }

    @Override
    public ActionSpace leaderActions() {
        return new ActionSpace.Box(length(), 0, high);
    }

    @Override
    public int components() {
        return length() + 1;
    }

    @Override
    public double payoff(int player, int profile, int component, int joint) {
        int type = prior.type(profile, 0);
        double slope = component < length() ? slopes[player][type][joint][component] : 0;
        return constants[player][type][joint] + sum * slope;
    }

    @Override
    public double[][] limits() {
        double[][] limits = new double[length()][components()];
        for (int k = 0; k < limits.length; k++) {
            Arrays.fill(limits[k], -high / sum);
            limits[k][k] += 1;
        }
        return limits;
    }

    @Override
    public double[] commit(double[] x) {
        double[] action = new double[length()];
        Arrays.setAll(action, k -> Math.min(high, sum * x[k]));
        return action;
    }

    @Override
    public String actionName(int follower, int action) {
        return names.actions().get(action);
    }

    @Override
    public String typeName(int follower, int type) {
        return names.types().get(type);
    }

    @Override
    public String[] meaningNames() {
        return names.commitments().toArray(String[]::new);
    }

    @Override
    public double[] meaning(double[] action) {
        double[] committed = new double[length()];
        fit(action, committed);
        return committed;
    }

    private void fit(double[] action, double[] committed) {
        double wanted = 0;
        for (double entry : action) {
            wanted += entry;
        }
        double share = wanted > sum ? sum / wanted : 1;
        for (int k = 0; k < committed.length; k++) {
            committed[k] = share * action[k];
        }
    }

    @Override
    public Play newPlay() {
        return new AffinePlay();
    }

    private final class AffinePlay implements Play {
        private final double[] committed = new double[length()];
        private final double[] earned = new double[2];
        private int type;
        private Turn turn = Turn.END;

        @Override
        public void begin(int[] types) {
            type = types[0];
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
            fit(action, committed);
            turn = Turn.FOLLOWERS;
        }

        @Override
        public void followersAct(int[] actions) {
            for (int player = 0; player < 2; player++) {
                double[] slope = slopes[player][type][actions[0]];
                double payoff = constants[player][type][actions[0]];
                for (int k = 0; k < slope.length; k++) {
                    payoff += slope[k] * committed[k];
                }
                earned[player] = payoff;
            }
            turn = Turn.END;
        }

        @Override
        public double leaderReward() {
            return turn == Turn.END ? earned[0] : 0;
        }

        @Override
        public double payoff(int follower) {
            return turn == Turn.END ? earned[1] : 0;
        }
    }
}
