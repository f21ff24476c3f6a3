package stackelberg.pomdp;

import java.util.Arrays;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.Play;
import stackelberg.game.TypePrior;

/**
 * A game for tests in which the leader moves several times: the follower, of one of two types,
 * picks a number m of 0, 1, 2; the leader then has m + 1 turns, observes m and the turn, and is
 * rewarded after each.
 */
public final class SteppedGame implements BaseGame {
    private final ActionSpace leaderActions;
    private final TypePrior prior = TypePrior.joint(new int[] {2}, new double[] {0.3, 0.7});

    /** The type in the play that was begun last. */
    int newestType;

    public SteppedGame(ActionSpace leaderActions) {
        this.leaderActions = leaderActions;
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
        return 3;
    }

    @Override
    public ActionSpace leaderActions() {
        return leaderActions;
    }

    @Override
    public int leaderObservations() {
        return 9;
    }

    @Override
    public int leaderObservationSize() {
        return 9;
    }

    @Override
    public void describe(int observation, float[] into, int at) {
        Arrays.fill(into, at, at + 9, 0);
        into[at + observation] = 1;
    }

    @Override
    public int leaderTurns() {
        return 3;
    }

    @Override
    public String[] meaningNames() {
        return new String[] {"first coordinate"};
    }

    @Override
    public double[] meaning(double[] action) {
        return new double[] {action[0]};
    }

    @Override
    public Play newPlay() {
        return new SteppedPlay();
    }

    private final class SteppedPlay implements Play {
        private int type;
        private int number;
        private int turns;
        private double reward;
        private double payoff;
        private Turn turn = Turn.END;

        @Override
        public void begin(int[] types) {
            type = types[0];
            newestType = type;
            turns = 0;
            reward = 0;
            payoff = 0;
            turn = Turn.FOLLOWERS;
        }

        @Override
        public Turn turn() {
            return turn;
        }

        @Override
        public void followersAct(int[] actions) {
            number = actions[0];
            turn = Turn.LEADER;
        }

        @Override
        public int leaderObservation() {
            return 3 * turns + number;
        }

        @Override
        public void leaderActs(double[] action) {
            reward += Math.cos(1 + type + 2 * number + 3 * turns + action[0]) / 3;
            payoff += Math.cos(5 + 3 * type + number + 2 * turns + action[0]) / 3;
            if (turns++ == number) {
                turn = Turn.END;
            }
        }

        @Override
        public double leaderReward() {
            return reward;
        }

        @Override
        public double payoff(int follower) {
            return payoff;
        }
    }
}
