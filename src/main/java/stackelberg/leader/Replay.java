package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The newest kept transitions, (observation, action, reward, next observation), in a ring. */
final class Replay {
    /** The next observation of the last transition of an outer episode. */
    static final int NONE = -1;

    private final int capacity;
    private int size;
    private int oldest;

    int[] observation = new int[0];
    int[] action = new int[0];
    double[] reward = new double[0];
    int[] next = new int[0];

    Replay(int capacity) {
        this.capacity = capacity;
    }

    int size() {
        return size;
    }

    /** Adds a transition; a full ring loses its oldest. */
    void add(int from, int by, double earned, int to) {
        int at;
        if (size < capacity) {
            at = size++;
            ensure(size);
        } else {
            at = oldest;
            oldest = (oldest + 1) % capacity;
        }
        observation[at] = from;
        action[at] = by;
        reward[at] = earned;
        next[at] = to;
    }

    private void ensure(int wanted) {
        if (wanted > observation.length) {
            int length = (int) Math.min(capacity, Math.max(1024, 2L * wanted));
            observation = Arrays.copyOf(observation, length);
            action = Arrays.copyOf(action, length);
            reward = Arrays.copyOf(reward, length);
            next = Arrays.copyOf(next, length);
        }
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(size);
        out.writeInt(oldest);
        for (int k = 0; k < size; k++) {
            out.writeInt(observation[k]);
            out.writeInt(action[k]);
            out.writeDouble(reward[k]);
            out.writeInt(next[k]);
        }
    }

    void restore(DataInput in) throws IOException {
        int stored = in.readInt();
        if (stored < 0 || stored > capacity) {
            throw new IOException(
                    "the checkpoint is of another learner: it holds "
                            + stored
                            + " transitions for replay where this one keeps "
                            + capacity);
        }
        size = stored;
        oldest = in.readInt();
        ensure(size);
        for (int k = 0; k < size; k++) {
            observation[k] = in.readInt();
            action[k] = in.readInt();
            reward[k] = in.readDouble();
            next[k] = in.readInt();
        }
    }
}
