package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Numbers that a seat has learned, as a checkpoint holds them: one after the other. */
final class Rows {
    private Rows() {}

    static void write(double[][] rows, DataOutput out) throws IOException {
        for (double[] row : rows) {
            for (double value : row) {
                out.writeDouble(value);
            }
        }
    }

    static void read(double[][] rows, DataInput in) throws IOException {
        for (double[] row : rows) {
            read(row, in);
        }
    }

    static void read(double[] row, DataInput in) throws IOException {
        for (int k = 0; k < row.length; k++) {
            row[k] = in.readDouble();
        }
    }
}
