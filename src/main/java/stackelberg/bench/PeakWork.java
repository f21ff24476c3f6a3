package stackelberg.bench;

/**
 * As many floating-point operations as plain Java can be brought to do: the networks' inner loop on
 * rows so long that beginning and ending it does not count. What updates could come to at best.
 */
final class PeakWork implements Work {
    private static final int COLUMNS = 1024;
    private static final int PASSES = 1000;

    /** Eight multiply-adds a column, two operations each. */
    private static final long OPERATIONS = 16L * COLUMNS * PASSES;

    private final float[][] rows = new float[6][COLUMNS];

    @Override
    public long run() {
        for (int k = 0; k < PASSES; k++) {
            pass(rows[0], rows[1], rows[2], rows[3], rows[4], rows[5], 1f / (k + 1));
        }
        return OPERATIONS;
    }

    private static void pass(
            float[] p, float[] q, float[] a, float[] b, float[] c, float[] d, float x) {
        float y = 1 - x;
        for (int j = 0; j < COLUMNS; j++) {
            float pj = p[j];
            float qj = q[j];
            a[j] = Math.fma(y, qj, Math.fma(x, pj, a[j]));
            b[j] = Math.fma(x, qj, Math.fma(y, pj, b[j]));
            c[j] = Math.fma(-y, qj, Math.fma(x, pj, c[j]));
            d[j] = Math.fma(-x, qj, Math.fma(y, pj, d[j]));
        }
    }
}
