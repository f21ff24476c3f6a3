package stackelberg.bench;

/**
 * A loop that measures the machine and nothing of the program: a xorshift step (Marsaglia 2003) and
 * a multiply-add on it, each waiting for the one before. Figures divided by its time can be held
 * against those of another machine.
 */
public final class Calibration implements Work {
    private static final int STEPS = 1_000_000;

    private long state = 88172645463325252L;
    private double sum;

    @Override
    public long run() {
        for (int k = 0; k < STEPS; k++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            sum = sum * 0.5 + state;
        }
        return STEPS;
    }

    /** What came of it all, so that none of it can be left out. */
    public double sum() {
        return sum;
    }
}
