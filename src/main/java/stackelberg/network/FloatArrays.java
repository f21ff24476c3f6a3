package stackelberg.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Arrays of floats to and from a checkpoint, bit by bit. */
final class FloatArrays {
    private FloatArrays() {}

    static void save(List<float[]> arrays, DataOutput out) throws IOException {
        for (float[] array : arrays) {
            out.writeInt(array.length);
            for (float value : array) {
                out.writeInt(Float.floatToRawIntBits(value));
            }
        }
    }

    static void restore(List<float[]> arrays, DataInput in) throws IOException {
        for (float[] array : arrays) {
            int length = in.readInt();
            if (length != array.length) {
                throw new IOException(
                        "the checkpoint has "
                                + length
                                + " parameters where the network has "
                                + array.length);
            }
            for (int k = 0; k < length; k++) {
                array[k] = Float.intBitsToFloat(in.readInt());
            }
        }
    }
}
