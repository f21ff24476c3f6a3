package stackelberg.pomdp;

import stackelberg.parameter.Choice;

/** Which strategies are the followers' response once they have learned. */
public enum ResponseRule implements Choice {
    /** Settled from the game before a run. */
    AUTO("Automatic"),
    /** The mixed strategies after the last update, whatever they are worth. */
    LAST_MIXED("The last mixed strategies"),
    /** The most likely action of each of these: argmax. */
    LAST_DETERMINISTIC("The last most likely actions"),
    /** Uniformly one update's strategies, the same update's for all followers. */
    EMPIRICAL("The empirical average of all updates"),
    /** The first of a few candidates with a BCCE gap within a bound: {@link KeptResponse}. */
    CERTIFIED("The first within the gap bound");

    private final String label;

    ResponseRule(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
