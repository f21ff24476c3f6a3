package stackelberg.leader;

/** The leader's mean reward in the outer episodes of one iteration, wherever they were run. */
final class MeanReward {
    private double mean;
    private long episodes;

    /** Starts a new iteration. */
    void clear() {
        mean = 0;
        episodes = 0;
    }

    /** Counts {@code more} episodes with this mean reward. */
    void add(double reward, long more) {
        episodes += more;
        mean += (reward - mean) * more / episodes;
    }

    /** The mean so far; 0 before the first episode. */
    double mean() {
        return mean;
    }
}
