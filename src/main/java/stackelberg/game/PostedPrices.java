package stackelberg.game;

import stackelberg.parameter.Choice;

/** Which prices a leader may post. */
public enum PostedPrices implements Choice {
    /** Any price from 0 to 1. */
    CONTINUOUS("Continuous: any price from 0 to 1"),
    /** Of each item, 0 and the midpoints between adjacent values; others go to the nearest. */
    MIDPOINTS("Midpoints between adjacent values, and 0");

    private final String label;

    PostedPrices(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
