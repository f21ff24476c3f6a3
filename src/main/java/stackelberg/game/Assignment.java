package stackelberg.game;

import java.util.Arrays;

/**
 * The efficient value of an allocation problem with unit demand: max Σ_i v_i(item of i) where each
 * buyer takes at most one item and no item is taken more often than it has units. Buyers come in
 * one after the other; each is let in along a chain of reassignments of largest gain, which keeps
 * the assignment optimal for the buyers inside (successive augmentation; Ahuja, Magnanti & Orlin
 * 1993, Sec. 9.7).
 */
final class Assignment {
    private static final int NONE = -1;

    private final int[] units;
    private final int[] itemOf;
    private final int[] used;

    /** {@code [item]}: the largest gain of a chain that ends by asking for one unit of the item. */
    private final double[] gain;

    /** {@code [item]}: the buyer that asks for it in that chain. */
    private final int[] asks;

    Assignment(int buyers, int[] units) {
        this.units = units;
        this.itemOf = new int[buyers];
        this.used = new int[units.length];
        this.gain = new double[units.length];
        this.asks = new int[units.length];
    }

    /**
     * The efficient value.
     *
     * @param values {@code [buyer][item]}
     */
    double value(double[][] values) {
        Arrays.fill(itemOf, NONE);
        Arrays.fill(used, 0);
        double total = 0;
        for (int buyer = 0; buyer < itemOf.length; buyer++) {
            total += letIn(buyer, values);
        }
        return total;
    }

    private double letIn(int newcomer, double[][] values) {
        for (int item = 0; item < units.length; item++) {
            gain[item] = values[newcomer][item];
            asks[item] = newcomer;
        }
        for (boolean better = true; better; ) {
            better = false;
            for (int inside = 0; inside < newcomer; inside++) {
                better |= itemOf[inside] != NONE && moveOn(inside, values[inside]);
            }
        }
        double best = 0;
        int end = NONE;
        int dropped = NONE;
        for (int item = 0; item < units.length; item++) {
            if (used[item] < units[item] && gain[item] > best) {
                best = gain[item];
                end = item;
                dropped = NONE;
            }
        }
        for (int inside = 0; inside < newcomer; inside++) {
            int item = itemOf[inside];
            if (item != NONE && gain[item] - values[inside][item] > best) {
                best = gain[item] - values[inside][item];
                end = item;
                dropped = inside;
            }
        }
        if (end != NONE) {
            reassign(newcomer, end, dropped);
        }
        return best;
    }

    /** Whether a longer chain, in which {@code buyer} yields its item, gains more somewhere. */
    private boolean moveOn(int buyer, double[] values) {
        boolean better = false;
        double yielded = gain[itemOf[buyer]] - values[itemOf[buyer]];
        for (int item = 0; item < units.length; item++) {
            if (yielded + values[item] > gain[item] + 1e-12) {
                gain[item] = yielded + values[item];
                asks[item] = buyer;
                better = true;
            }
        }
        return better;
    }

    private void reassign(int newcomer, int end, int dropped) {
        if (dropped == NONE) {
            used[end]++;
        } else {
            itemOf[dropped] = NONE;
        }
        int item = end;
        for (int buyer = asks[item]; buyer != newcomer; buyer = asks[item]) {
            int yielded = itemOf[buyer];
            itemOf[buyer] = item;
            item = yielded;
        }
        itemOf[newcomer] = item;
    }
}
