package stackelberg.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * The history of one quantity in bounded memory. Once full, every four neighbouring points are
 * replaced by their smallest and largest, in order of time, and so are newcomers from then on: the
 * envelope of the curve survives, whatever its length.
 */
final class DecimatedSeries {
    /** The most points kept; a multiple of 4. */
    static final int CAPACITY = 600;

    private final double[] xs = new double[CAPACITY];
    private final double[] ys = new double[CAPACITY];
    private int size;

    /** How many added points stand behind two kept ones; 1 while nothing was dropped. */
    private long stride = 1;

    private long pending;
    private double lowX;
    private double low;
    private double highX;
    private double high;

    /** Adds a point; undefined values (NaN) are left out. */
    void add(double x, double y) {
        if (Double.isNaN(y)) {
            return;
        }
        if (stride == 1) {
            append(x, y);
        } else {
            gather(x, y);
        }
        if (size == CAPACITY) {
            halve();
        }
    }

    private void append(double x, double y) {
        xs[size] = x;
        ys[size++] = y;
    }

    private void gather(double x, double y) {
        if (pending == 0 || y < low) {
            low = y;
            lowX = x;
        }
        if (pending == 0 || y > high) {
            high = y;
            highX = x;
        }
        if (++pending == stride) {
            flush();
        }
    }

    private void flush() {
        if (lowX <= highX) {
            append(lowX, low);
            append(highX, high);
        } else {
            append(highX, high);
            append(lowX, low);
        }
        pending = 0;
    }

    private void halve() {
        int points = size;
        size = 0;
        for (int first = 0; first < points; first += 4) {
            int lowest = first;
            int highest = first;
            for (int k = first + 1; k < first + 4; k++) {
                lowest = ys[k] < ys[lowest] ? k : lowest;
                highest = ys[k] > ys[highest] ? k : highest;
            }
            int earlier = Math.min(lowest, highest);
            int later = Math.max(lowest, highest);
            double laterX = xs[later];
            double laterY = ys[later];
            append(xs[earlier], ys[earlier]);
            append(laterX, laterY);
        }
        stride = stride == 1 ? 4 : 2 * stride;
    }

    /** The points so far, those not yet decimated included. */
    Curve curve(String name) {
        boolean tail = pending > 0;
        double[] x = Arrays.copyOf(xs, tail ? size + 1 : size);
        double[] y = Arrays.copyOf(ys, x.length);
        if (tail) {
            x[size] = Math.max(lowX, highX);
            y[size] = lowX > highX ? low : high;
        }
        return new Curve(name, x, y);
    }

    void save(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int k = 0; k < size; k++) {
            out.writeDouble(xs[k]);
            out.writeDouble(ys[k]);
        }
        out.writeLong(stride);
        out.writeLong(pending);
        for (double value : new double[] {lowX, low, highX, high}) {
            out.writeDouble(value);
        }
    }

    void restore(DataInput in) throws IOException {
        size = in.readInt();
        if (size < 0 || size >= CAPACITY) {
            throw new IOException("a series of " + size + " points cannot be");
        }
        for (int k = 0; k < size; k++) {
            xs[k] = in.readDouble();
            ys[k] = in.readDouble();
        }
        stride = in.readLong();
        pending = in.readLong();
        lowX = in.readDouble();
        low = in.readDouble();
        highX = in.readDouble();
        high = in.readDouble();
    }
}
