package stackelberg.follower;

import java.util.Arrays;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;

/**
 * What a follower knows when it acts, as a row of zeros and ones for a network: its type, what it
 * observes within the play, and what every follower did in each of the last k plays. Where a table
 * would need a row for every combination, this has one number for each thing that can be the case.
 */
final class Outlook {
    private final int types;
    private final int observations;
    private final int memory;
    private final int[] actionCounts;
    private final long jointActions;
    private final long histories;
    private final int actionsInAll;

    /** The joint actions of the last k plays as a number, the latest changing fastest. */
    private long history;

    Outlook(BaseGame game, int follower, int memory) {
        this.types = game.prior().types(follower);
        this.observations = game.followerObservations(follower);
        this.memory = memory;
        this.actionCounts = InducedGame.actionCounts(game);
        this.jointActions = JointIndex.count(actionCounts);
        this.histories = histories(game, memory);
        this.actionsInAll = Arrays.stream(actionCounts).sum();
    }

    /**
     * How many histories of k plays there are.
     *
     * @throws ArithmeticException if more than a {@code long} holds
     */
    static long histories(BaseGame game, int memory) {
        long each = JointIndex.count(InducedGame.actionCounts(game));
        long histories = 1;
        for (int k = 0; k < memory; k++) {
            histories = Math.multiplyExact(histories, each);
        }
        return histories;
    }

    /** The length of a row. */
    int inputs() {
        return types + observations + memory * actionsInAll;
    }

    /** How many histories can be told apart. */
    long histories() {
        return histories;
    }

    long history() {
        return history;
    }

    void recall(long longHistory) {
        history = longHistory % histories;
    }

    void remember(int joint) {
        if (histories > 1) {
            // The oldest play is dropped first, so that nothing can overflow.
            history = history % (histories / jointActions) * jointActions + joint;
        }
    }

    /** A type and an observation as one number. */
    int view(int type, int observation) {
        return type * observations + observation;
    }

    /** Writes one row. */
    void write(int view, long past, float[] row) {
        Arrays.fill(row, 0, inputs(), 0);
        row[view / observations] = 1;
        row[types + view % observations] = 1;
        writeHistory(past, row, types + observations);
    }

    /** The length of what {@link #writeHistory} writes. */
    int historyInputs() {
        return memory * actionsInAll;
    }

    /** Writes ones for what was done in the last k plays, over zeros. */
    void writeHistory(long past, float[] row, int from) {
        long left = past;
        int at = from;
        for (int k = 0; k < memory; k++) {
            int joint = (int) (left % jointActions);
            left /= jointActions;
            int end = at + actionsInAll;
            int block = end;
            for (int i = actionCounts.length - 1; i >= 0; i--) {
                block -= actionCounts[i];
                row[block + joint % actionCounts[i]] = 1;
                joint /= actionCounts[i];
            }
            at = end;
        }
    }
}
