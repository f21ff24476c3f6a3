package stackelberg.game;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The states of the buyers in which a sequential price mechanism goes on: some buyer is unvisited
 * and some item left. They are numbered from 0, nobody visited yet; a state comes before those that
 * it can lead to.
 */
public final class PriceStates {
    /** A buyer not visited yet. */
    public static final int UNVISITED = 0;

    /** A buyer visited that bought nothing; one that took item j is in state 2 + j. */
    public static final int NOTHING = 1;

    private final int buyers;
    private final int outcomes;

    /** {@code [state][buyer]}. */
    private final int[][] live;

    /** {@code [state]}: the items left, a bit each. */
    private final int[] left;

    /** {@code [(state · buyers + buyer) · outcomes + outcome]}; −1 where the mechanism ends. */
    private final int[] next;

    PriceStates(int buyers, int[] units) {
        this.buyers = buyers;
        this.outcomes = units.length + 2;
        int[] bases = new int[buyers];
        Arrays.fill(bases, outcomes);
        // A transition raises one digit, so that codes grow along every play.
        int[] number = new int[(int) JointIndex.count(bases)];
        Arrays.fill(number, -1);
        List<int[]> found = new ArrayList<>();
        for (int code = 0; code < number.length; code++) {
            int[] state = JointIndex.decode(code, bases);
            if (goesOn(state, units)) {
                number[code] = found.size();
                found.add(state);
            }
        }
        live = found.toArray(int[][]::new);
        left = new int[live.length];
        next = new int[live.length * buyers * outcomes];
        Arrays.fill(next, -1);
        for (int state = 0; state < live.length; state++) {
            left[state] = itemsLeft(live[state], units);
            for (int buyer = 0; buyer < buyers; buyer++) {
                int[] after = live[state].clone();
                for (int outcome = NOTHING; outcome < outcomes; outcome++) {
                    // Of an item that is sold out it leads to no number.
                    if (live[state][buyer] == UNVISITED) {
                        after[buyer] = outcome;
                        next[(state * buyers + buyer) * outcomes + outcome] =
                                number[JointIndex.encode(after, bases)];
                    }
                }
            }
        }
    }

    private static boolean goesOn(int[] state, int[] units) {
        boolean waiting = Arrays.stream(state).anyMatch(s -> s == UNVISITED);
        for (int item = 0; item < units.length; item++) {
            if (taken(state, item) > units[item]) {
                return false;
            }
        }
        return waiting && itemsLeft(state, units) != 0;
    }

    private static int itemsLeft(int[] state, int[] units) {
        int left = 0;
        for (int item = 0; item < units.length; item++) {
            if (taken(state, item) < units[item]) {
                left |= 1 << item;
            }
        }
        return left;
    }

    private static int taken(int[] state, int item) {
        int count = 0;
        for (int buyer : state) {
            count += buyer == 2 + item ? 1 : 0;
        }
        return count;
    }

    /** How many states there are. */
    public int live() {
        return live.length;
    }

    /** The state of one buyer. */
    public int of(int state, int buyer) {
        return live[state][buyer];
    }

    /** Whether a buyer can still be visited. */
    public boolean unvisited(int state, int buyer) {
        return live[state][buyer] == UNVISITED;
    }

    /** Which items are left, a bit each. */
    public int left(int state) {
        return left[state];
    }

    /**
     * The state after a visit.
     *
     * @param outcome {@link #NOTHING} or 2 + the item taken
     * @return its number, or −1 if the mechanism ends or the visit is impossible
     */
    public int after(int state, int buyer, int outcome) {
        return next[(state * buyers + buyer) * outcomes + outcome];
    }
}
