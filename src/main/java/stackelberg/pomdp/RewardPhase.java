package stackelberg.pomdp;

import stackelberg.parameter.Choice;

/** How the leader is rewarded against the followers' final response. */
public enum RewardPhase implements Choice {
    /** Every type profile and joint follower action once, weighted by its probability. */
    EXACT("Exact: every case, weighted"),
    /** A number of sampled plays, their rewards averaged. */
    SAMPLED("Sampled plays, averaged"),
    /**
     * Followers that remember go on as they are until what they do repeats itself; the rewards of
     * one such cycle, averaged.
     */
    CYCLE("The cycle that the followers end in, averaged");

    private final String label;

    RewardPhase(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
