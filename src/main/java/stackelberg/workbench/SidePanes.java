package stackelberg.workbench;

import java.util.EnumSet;
import java.util.Set;

/**
 * Which of the panes beside the charts are open. Where the window is narrow for the size of type
 * only one of them is, the one asked for last, so that the charts keep room.
 */
final class SidePanes {
    /** A pane beside the charts. */
    enum Side {
        SCENARIO,
        INSIDE
    }

    private final Set<Side> wanted;
    private Side last = Side.SCENARIO;

    /**
     * @param wanted those that are open at first
     */
    SidePanes(Set<Side> wanted) {
        this.wanted = wanted;
    }

    /** The panes that are open in a window that is narrow or not. */
    Set<Side> open(boolean narrow) {
        Set<Side> open = EnumSet.noneOf(Side.class);
        open.addAll(wanted);
        if (narrow) {
            open.retainAll(EnumSet.of(last));
        }
        return open;
    }

    /** Opens a pane, or folds it away if it is open. */
    void toggle(Side side, boolean narrow) {
        if (open(narrow).contains(side)) {
            wanted.remove(side);
        } else {
            wanted.add(side);
            last = side;
        }
    }

    /** Opens a pane, wherever it is now. */
    void reveal(Side side) {
        wanted.add(side);
        last = side;
    }

    /** Where there is room for one alone, it is this one; whether it is wanted stays as it is. */
    void prefer(Side side) {
        last = side;
    }
}
