package stackelberg.pomdp;

import stackelberg.parameter.Choice;

/** Which strategies are the followers' response once they have learned. */
public enum ResponseRule implements Choice {
    /** The mixed strategies after the last update, whatever they are worth. */
    LAST_MIXED("The last mixed strategies"),
    /** The first of a few candidates with a BCCE gap within a bound: {@link CertifiedResponse}. */
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
