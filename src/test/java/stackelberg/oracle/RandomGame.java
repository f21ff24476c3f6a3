package stackelberg.oracle;

import java.util.random.RandomGenerator;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.game.TypePrior;

/**
 * A random Bayesian game for tests: the followers act at once, the leader observes their joint
 * action modulo its number of observations and picks one of its actions; all payoffs are drawn from
 * [0, 1] for each type profile, joint action and leader action.
 */
public final class RandomGame implements BaseGame {
    private final int[] typeCounts;
    private final int[] actionCounts;
    private final int leaderActions;
    private final int observations;
    private final TypePrior prior;

    /** {@code [player][type profile][joint action][leader action]}, the leader being player 0. */
    public final double[][][][] payoffs;

    public RandomGame(
            RandomGenerator random,
            int[] typeCounts,
            int[] actionCounts,
            int leaderActions,
            int observations) {
        this.typeCounts = typeCounts;
        this.actionCounts = actionCounts;
        this.leaderActions = leaderActions;
        this.observations = observations;
        int profiles = (int) JointIndex.count(typeCounts);
        int joints = (int) JointIndex.count(actionCounts);
        double[] joint = new double[profiles];
        double sum = 0;
        for (int profile = 0; profile < profiles; profile++) {
            boolean possible = profile == 0 || random.nextInt(5) > 0;
            joint[profile] = possible ? random.nextDouble() : 0;
            sum += joint[profile];
        }
        for (int profile = 0; profile < profiles; profile++) {
            joint[profile] /= sum;
        }
        prior = TypePrior.joint(typeCounts, joint);
        payoffs = new double[1 + actionCounts.length][profiles][joints][leaderActions];
        for (double[][][] player : payoffs) {
            for (double[][] profile : player) {
                for (double[] row : profile) {
                    java.util.Arrays.setAll(row, action -> random.nextDouble());
                }
            }
        }
    }

    /** A game with up to three followers, types and actions, drawn too. */
    public static RandomGame any(RandomGenerator random) {
        int n = 1 + random.nextInt(3);
        return new RandomGame(
                random,
                random.ints(n, 1, 4).toArray(),
                random.ints(n, 1, 4).toArray(),
                2,
                1 + random.nextInt(3));
    }

    public int[] typeCounts() {
        return typeCounts;
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
    public ActionSpace leaderActions() {
        return new ActionSpace.Discrete(leaderActions);
    }

    @Override
    public int leaderObservations() {
        return observations;
    }

    @Override
    public int leaderObservationSize() {
        return 1;
    }

    @Override
    public void describe(int observation, float[] into, int at) {
        into[at] = observation;
    }

    @Override
    public int leaderTurns() {
        return 1;
    }

    @Override
    public String[] meaningNames() {
        String[] names = new String[leaderActions];
        java.util.Arrays.setAll(names, action -> "choice " + (action + 1));
        return names;
    }

    @Override
    public double[] meaning(double[] action) {
        double[] chosen = new double[leaderActions];
        chosen[(int) action[0]] = 1;
        return chosen;
    }

    @Override
    public Play newPlay() {
        return new RandomPlay();
    }

    private final class RandomPlay implements Play {
        private int profile;
        private int joint;
        private int choice;
        private Turn turn = Turn.END;

        @Override
        public void begin(int[] types) {
            profile = JointIndex.encode(types, typeCounts);
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
            return joint % observations;
        }

        @Override
        public void leaderActs(double[] action) {
            choice = (int) action[0];
            turn = Turn.END;
        }

        @Override
        public double leaderReward() {
            return turn == Turn.END ? payoffs[0][profile][joint][choice] : 0;
        }

        @Override
        public double payoff(int follower) {
            return turn == Turn.END ? payoffs[1 + follower][profile][joint][choice] : 0;
        }
    }
}
