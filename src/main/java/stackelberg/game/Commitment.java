package stackelberg.game;

import stackelberg.parameter.Choice;

/** What a leader of a normal-form game commits to. */
public enum Commitment implements Choice {
    /** One row, certainly. */
    PURE("Pure: one row"),
    /** A probability for every row, announced; the followers meet the expected payoffs. */
    RANDOMISED("Randomised: a mixture of rows");

    private final String label;

    Commitment(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
