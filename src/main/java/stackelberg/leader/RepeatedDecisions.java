package stackelberg.leader;

import java.util.Arrays;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;

/**
 * Finds decisions of a rollout that repeat an earlier one: the same discrete action at the same
 * observation, drawn with the same probability. What a learner computes from them is the same, so
 * that they are stored and computed once.
 */
final class RepeatedDecisions {
    private static final int NONE = -1;

    private final Rollout rollout;
    private final int actions;

    /** {@code [observation · actions + action]}: the first such decision. */
    private final int[] first;

    RepeatedDecisions(BaseGame game, Rollout rollout) {
        this.rollout = rollout;
        this.actions = game.leaderActions() instanceof ActionSpace.Discrete d ? d.count() : 0;
        this.first = new int[game.leaderObservations() * actions];
        forget();
    }

    /** A new rollout begins. */
    void forget() {
        Arrays.fill(first, NONE);
    }

    /**
     * The decision that stands for the rollout's newest one at {@code observation}: an earlier one,
     * and then the newest is taken back, or else itself.
     */
    int representative(int observation, int newest) {
        if (actions == 0) {
            return newest;
        }
        int at = observation * actions + (int) rollout.action[newest][0];
        int earlier = first[at];
        if (earlier != NONE && rollout.logProbability[earlier] == rollout.logProbability[newest]) {
            rollout.decisions--;
            return earlier;
        }
        first[at] = newest;
        return newest;
    }
}
