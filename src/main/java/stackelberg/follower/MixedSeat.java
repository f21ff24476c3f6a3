package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A seat with a mixed strategy for each of its rows, its types where nothing else tells them apart;
 * at first uniform. Its description for a critic is these strategies.
 */
abstract class MixedSeat implements Seat {
    /** {@code [row][action]}. */
    final double[][] strategies;

    MixedSeat(int rows, int actions) {
        strategies = new double[rows][actions];
        uniform();
    }

    final void uniform() {
        for (double[] strategy : strategies) {
            Arrays.fill(strategy, 1.0 / strategy.length);
        }
    }

    @Override
    public void reset() {
        uniform();
    }

    @Override
    public double[] strategy(int type) {
        return strategies[type];
    }

    @Override
    public int stateSize() {
        return strategies.length * strategies[0].length;
    }

    @Override
    public void describe(float[] into, int from) {
        describe(strategies, into, from);
    }

    /** Writes rows of numbers, one after the other; returns where the next would stand. */
    static int describe(double[][] rows, float[] into, int from) {
        int at = from;
        for (double[] row : rows) {
            for (double value : row) {
                into[at++] = (float) value;
            }
        }
        return at;
    }

    @Override
    public void save(DataOutput out) throws IOException {
        Rows.write(strategies, out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        Rows.read(strategies, in);
    }
}
