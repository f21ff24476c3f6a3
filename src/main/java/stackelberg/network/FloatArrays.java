package stackelberg.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/**
 * Arrays of floats to and from a checkpoint, bit by bit. Their number and lengths come first, so
 * that a checkpoint of other shapes is found out before anything is overwritten.
 */
public final class FloatArrays {
    private FloatArrays() {}

    /** Copies the numbers of arrays into others of the same number and lengths. */
    public static void copy(List<float[]> from, List<float[]> to) {
        for (int k = 0; k < from.size(); k++) {
            System.arraycopy(from.get(k), 0, to.get(k), 0, from.get(k).length);
        }
    }

    /** Writes all arrays. */
    public static void save(List<float[]> arrays, DataOutput out) throws IOException {
        out.writeInt(arrays.size());
        for (float[] array : arrays) {
            out.writeInt(array.length);
        }
        for (float[] array : arrays) {
            for (float value : array) {
                out.writeInt(Float.floatToRawIntBits(value));
            }
        }
    }

    /**
     * Reads what {@link #save} wrote into arrays of the same number and lengths.
     *
     * @throws IOException if they are of another number or other lengths, or the end came early
     */
    public static void restore(List<float[]> arrays, DataInput in) throws IOException {
        try {
            requireSame(in.readInt(), "rows", arrays.size());
            for (float[] array : arrays) {
                requireSame(in.readInt(), "numbers in a row", array.length);
            }
            for (float[] array : arrays) {
                for (int k = 0; k < array.length; k++) {
                    array[k] = Float.intBitsToFloat(in.readInt());
                }
            }
        } catch (EOFException e) {
            throw new IOException("the checkpoint ends in the middle of a network", e);
        }
    }

    private static void requireSame(int found, String of, int wanted) throws IOException {
        if (found != wanted) {
            throw new IOException(
                    "the checkpoint is of another network: it has "
                            + found
                            + " "
                            + of
                            + " of parameters where this one has "
                            + wanted);
        }
    }
}
