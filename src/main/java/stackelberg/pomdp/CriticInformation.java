package stackelberg.pomdp;

import stackelberg.parameter.Choice;

/** What the critic sees besides the actor's observation (Brero et al. 2024, Sec. 4). */
public enum CriticInformation implements Choice {
    /** Settled from the game before a run. */
    AUTO("Automatic"),
    /** Nothing more: plain PPO. */
    NONE("The actor's observation only"),
    /** The phase of the action about to be taken. */
    FLAG("The phase"),
    /** The phase, the followers' state, the types, and how far the outer episode has come. */
    FULL("The whole state");

    private final String label;

    CriticInformation(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
