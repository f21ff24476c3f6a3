package stackelberg.network;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Vector code is compiled late, and until then a hundred times slower than plain Java. So plain
 * Java begins, and once networks have worked for some tenths of a second, a thread beside them runs
 * vector code until it is the quicker one; from then on it serves. Both put out the same bits, so
 * nobody can tell when that was. Runs of a second never pay for it.
 */
final class VectorWarmUp {
    /** Multiply-adds of plain Java before it pays: some tenths of a second. */
    private static final long WORTH_IT = 2_000_000_000L;

    /** How long vector code has to become the quicker one, before it is given up. */
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    /** How many times as fast as plain Java it is when it has been compiled, at least. */
    private static final double GAIN = 1.2;

    private static final int ROWS = 64;
    private static final int PASSES = 4;
    private static final long PAUSE_MILLIS = 15;

    private static final AtomicBoolean BEGUN = new AtomicBoolean();
    private static volatile boolean warm;

    /** Counted by many threads without care: it need not be exact. */
    private static long products;

    private VectorWarmUp() {}

    /** Whether vectors are to serve a pass of so many multiply-adds. */
    static boolean done(long ofPass) {
        if (!warm && !BEGUN.get() && (products += ofPass) > WORTH_IT) {
            begin();
        }
        return warm;
    }

    /** Whether vectors serve by now. */
    static boolean done() {
        return warm;
    }

    private static void begin() {
        if (BEGUN.compareAndSet(false, true)) {
            Thread thread = new Thread(VectorWarmUp::run, "vector warm-up");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Does it at once on the caller's thread. */
    static void now() {
        BEGUN.set(true);
        if (!warm) {
            run();
        }
    }

    private static void run() {
        Shapes plain = new Shapes(BackEnd.PLAIN);
        Shapes vector = new Shapes(BackEnd.VECTOR);
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!warm && System.nanoTime() < end) {
            long begin = System.nanoTime();
            plain.pass();
            long between = System.nanoTime();
            vector.pass();
            warm = GAIN * (System.nanoTime() - between) < between - begin;
            if (!warm) {
                letCompile();
            }
        }
    }

    /** Every pass that is not compiled yet leaves megabytes of vectors behind as objects. */
    private static void letCompile() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Layers of the usual shapes, and one that does not fill its vectors. */
    private static final class Shapes {
        private final Dense[] layers = {
            new Dense(24, 64, 1, new SplittableRandom(1)),
            new Dense(64, 64, 1, new SplittableRandom(2)),
            new Dense(64, 12, 1, new SplittableRandom(3)),
            new Dense(64, 1, 1, new SplittableRandom(4))
        };
        private final DenseKernel[] kernels = new DenseKernel[layers.length];
        private final RowLoops loops;
        private final float[][] in = rows();
        private final float[][] out = rows();
        private final float[][] gradients = rows();
        private final float[] state = new float[64];

        Shapes(BackEnd backEnd) {
            loops = backEnd.ownLoops();
            for (int k = 0; k < layers.length; k++) {
                kernels[k] = backEnd.ownKernel(layers[k]);
            }
        }

        private static float[][] rows() {
            SplittableRandom random = new SplittableRandom(5);
            float[][] rows = new float[ROWS][64];
            for (float[] row : rows) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = (float) random.nextDouble();
                }
            }
            return rows;
        }

        void pass() {
            for (int pass = 0; pass < PASSES; pass++) {
                for (int k = 0; k < layers.length; k++) {
                    int rows = pass % 4 == 0 ? 1 : ROWS;
                    kernels[k].forward(layers[k], in, rows, out);
                    loops.tanh(out, rows, layers[k].outputs);
                    loops.deriveTanh(out, gradients, rows, layers[k].outputs);
                    kernels[k].backward(layers[k], in, out, rows, gradients);
                }
                for (float[] row : in) {
                    loops.adam(state, row, state, state, 1, 1e-9f, 1);
                }
            }
        }
    }
}
