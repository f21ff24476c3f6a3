package stackelberg.game;

import stackelberg.parameter.Choice;

/** When a buyer takes the item of largest value less price. */
public enum PurchaseRule implements Choice {
    /** Only at a positive utility: v − p > 0. */
    STRICT("Only if value exceeds price"),
    /** Also at a utility of zero: v − p ≥ 0, the older rule. */
    INDIFFERENT_BUYS("Also if value equals price");

    private final String label;

    PurchaseRule(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Whether a buyer takes an item that leaves it this utility. */
    boolean buys(double utility) {
        return this == STRICT ? utility > 0 : utility >= 0;
    }
}
