package stackelberg.pomdp;

/** The leader's side of one outer episode: acts when asked, hears rewards. */
public interface LeaderSeat {
    /**
     * The action at a leader observation.
     *
     * @param observation from 0 to the game's number of leader observations − 1
     * @param keep whether the transition that starts here enters the learner's buffer
     * @return the action; not kept by the caller
     */
    double[] act(int observation, boolean keep);

    /** A reward for the action last asked for. */
    void reward(double reward);

    /** The outer episode is over. */
    void end();
}
