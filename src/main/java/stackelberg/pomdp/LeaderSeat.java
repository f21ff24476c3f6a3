package stackelberg.pomdp;

import stackelberg.game.LeaderPolicy;

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

    /** A leader that follows {@code policy} and learns nothing. */
    static LeaderSeat committed(LeaderPolicy policy) {
        return new LeaderSeat() {
            @Override
            public double[] act(int observation, boolean keep) {
                return policy.act(observation);
            }

            @Override
            public void reward(double reward) {
                // The episode's sum is what counts.
            }

            @Override
            public void end() {
                // Nothing was kept.
            }
        };
    }
}
