package stackelberg.follower;

import java.util.random.RandomGenerator;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.game.TypePrior;

/**
 * A game for tests in which followers have types and observe something too: all act in each of
 * several steps, knowing which step it is, and are paid at once. The leader has no choice.
 */
final class TypedSteps implements BaseGame {
    static final int STEPS = 3;

    private final int[] typeCounts;
    private final int[] actionCounts;
    private final TypePrior prior;

    /** {@code [follower][step][type profile][joint action]}: what is paid. */
    final double[][][][] paid;

    /** {@code [follower][type][action]}. */
    final double[][][] expected;

    TypedSteps(RandomGenerator random, int[] typeCounts, int[] actionCounts) {
        this.typeCounts = typeCounts;
        this.actionCounts = actionCounts;
        this.prior = TypePrior.uniform(typeCounts);
        int n = actionCounts.length;
        paid = new double[n][STEPS][(int) JointIndex.count(typeCounts)][];
        expected = new double[n][][];
        for (int i = 0; i < n; i++) {
            for (double[][] step : paid[i]) {
                for (int profile = 0; profile < step.length; profile++) {
                    step[profile] = random.doubles(JointIndex.count(actionCounts), -1, 1).toArray();
                }
            }
            expected[i] = new double[typeCounts[i]][];
            for (int type = 0; type < typeCounts[i]; type++) {
                expected[i][type] = random.doubles(actionCounts[i], -1, 1).toArray();
            }
        }
    }

    @Override
    public int followers() {
        return actionCounts.length;
    }

    @Override
    public TypePrior prior() {
        return prior;
    }

    @Override
    public int actions(int follower) {
        return actionCounts[follower];
    }

    @Override
    public int followerObservations(int follower) {
        return STEPS;
    }

    @Override
    public double expectation(int follower, int type, int action) {
        return expected[follower][type][action];
    }

    @Override
    public ActionSpace leaderActions() {
        return new ActionSpace.Discrete(1);
    }

    @Override
    public int leaderObservations() {
        return 1;
    }

    @Override
    public int leaderObservationSize() {
        return 1;
    }

    @Override
    public void describe(int observation, float[] into, int at) {
        into[at] = 1;
    }

    @Override
    public int leaderTurns() {
        return 1;
    }

    @Override
    public String[] meaningNames() {
        return new String[] {"nothing"};
    }

    @Override
    public double[] meaning(double[] action) {
        return new double[1];
    }

    @Override
    public Play newPlay() {
        return new Steps();
    }

    private final class Steps implements Play {
        private final double[] earned = new double[actionCounts.length];
        private int profile;
        private int step;
        private Turn turn = Turn.END;

        @Override
        public void begin(int[] types) {
            profile = JointIndex.encode(types, typeCounts);
            step = 0;
            java.util.Arrays.fill(earned, 0);
            turn = Turn.FOLLOWERS;
        }

        @Override
        public Turn turn() {
            return turn;
        }

        @Override
        public int followerObservation(int follower) {
            return Math.min(step, STEPS - 1);
        }

        @Override
        public void followersAct(int[] actions) {
            int joint = JointIndex.encode(actions, actionCounts);
            for (int i = 0; i < earned.length; i++) {
                earned[i] += paid[i][step][profile][joint];
            }
            step++;
            turn = step == STEPS ? Turn.LEADER : Turn.FOLLOWERS;
        }

        @Override
        public int leaderObservation() {
            return 0;
        }

        @Override
        public void leaderActs(double[] action) {
            turn = Turn.END;
        }

        @Override
        public double leaderReward() {
            return 0;
        }

        @Override
        public double payoff(int follower) {
            return earned[follower];
        }
    }
}
