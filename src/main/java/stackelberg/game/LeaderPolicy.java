package stackelberg.game;

/** A leader's policy π, deterministic within the plays that it is asked for. */
@FunctionalInterface
public interface LeaderPolicy {
    /**
     * The action at a leader observation.
     *
     * @param observation from 0 to {@link BaseGame#leaderObservations} − 1
     * @return the action; the caller must neither keep nor change the array
     */
    double[] act(int observation);
}
