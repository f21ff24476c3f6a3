package stackelberg.pomdp;

import stackelberg.parameter.Choice;

/** How the leader is rewarded against the followers' final response. */
public enum RewardPhase implements Choice {
    /** Settled from the game before a run. */
    AUTO("Automatic"),
    /** Every type profile and joint follower action once, weighted by its probability. */
    EXACT("Exact: every case, weighted"),
    /**
     * The same cases as one expectation: it is paid at the end of the phase, and of the transitions
     * only the first from each leader observation is kept. A decision is made once an outer episode
     * and then repeated; paid case by case, a case late in the phase counts once for each
     * repetition before it, and the learner prefers what suits the last type profiles.
     */
    EXPECTED("Expected: every case, paid at once"),
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
