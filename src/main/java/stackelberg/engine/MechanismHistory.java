package stackelberg.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How the learned mechanism came about: what the greedy policy did at points of the training, of
 * which every other is dropped whenever there are too many.
 */
public final class MechanismHistory {
    private static final int MOST = 128;

    /** Numbers that all frames together may hold: large mechanisms have fewer frames. */
    private static final int MOST_NUMBERS = 400_000;

    private static final int FEWEST = 8;

    private List<Frame> frames = List.of();
    private long stride = 1;
    private long seen;

    /**
     * The mechanism at one point.
     *
     * @param transitions the leader's transitions by then
     * @param mechanism as {@link stackelberg.pomdp.Evaluation#mechanism}
     */
    public record Frame(long transitions, double[][] mechanism) {}

    /** The frames so far, oldest first; the list does not change any more. */
    List<Frame> frames() {
        return frames;
    }

    /** Takes in what an evaluation found. */
    void add(long transitions, double[][] mechanism) {
        if (seen++ % stride != 0) {
            return;
        }
        List<Frame> more = new ArrayList<>(frames);
        more.add(new Frame(transitions, mechanism));
        if (more.size() > most(mechanism)) {
            List<Frame> half = new ArrayList<>();
            for (int k = 0; k < more.size(); k += 2) {
                half.add(more.get(k));
            }
            more = half;
            stride *= 2;
        }
        frames = List.copyOf(more);
    }

    private static int most(double[][] mechanism) {
        int numbers = 1;
        for (double[] row : mechanism) {
            numbers += row.length;
        }
        return Math.max(FEWEST, Math.min(MOST, MOST_NUMBERS / numbers));
    }

    void save(DataOutput out) throws IOException {
        out.writeLong(stride);
        out.writeLong(seen);
        out.writeInt(frames.size());
        for (Frame frame : frames) {
            out.writeLong(frame.transitions);
            out.writeInt(frame.mechanism.length);
            for (double[] row : frame.mechanism) {
                out.writeInt(row.length);
                for (double value : row) {
                    out.writeDouble(value);
                }
            }
        }
    }

    void restore(DataInput in) throws IOException {
        stride = in.readLong();
        seen = in.readLong();
        List<Frame> restored = new ArrayList<>();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            long transitions = in.readLong();
            double[][] mechanism = new double[in.readInt()][];
            for (int row = 0; row < mechanism.length; row++) {
                mechanism[row] = new double[in.readInt()];
                for (int column = 0; column < mechanism[row].length; column++) {
                    mechanism[row][column] = in.readDouble();
                }
            }
            restored.add(new Frame(transitions, mechanism));
        }
        frames = List.copyOf(restored);
    }
}
