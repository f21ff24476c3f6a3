package stackelberg.leader;

import java.util.Arrays;
import stackelberg.game.BaseGame;

/**
 * A commitment under way: the leader's action at each observation, decided when the observation is
 * first met and then reused, so that the leader is deterministic within an outer episode.
 */
final class CommitmentCache {
    /** Decides actions. */
    @FunctionalInterface
    interface Source {
        /** Writes the action at {@code observation}, as the game takes it, into {@code action}. */
        void decide(int observation, double[] action);
    }

    private final Source source;
    private final boolean[] decided;
    private final double[][] action;

    CommitmentCache(BaseGame game, Source source) {
        this.source = source;
        this.decided = new boolean[game.leaderObservations()];
        this.action = new double[game.leaderObservations()][game.leaderActions().length()];
    }

    /** Forgets all decisions: the next commitment begins. */
    void forget() {
        Arrays.fill(decided, false);
    }

    /** The action at an observation; neither to be kept nor changed. */
    double[] act(int observation) {
        if (!decided[observation]) {
            source.decide(observation, action[observation]);
            decided[observation] = true;
        }
        return action[observation];
    }
}
