package stackelberg.bench;

import java.util.SplittableRandom;
import stackelberg.network.Linear;

/**
 * Floating-point operations of the networks' own arithmetic at its best: a layer of 64 inputs and
 * 64 outputs on 64 rows, which stay in the processor's nearest memory. What updates could come to.
 */
final class PeakWork implements Work {
    private static final int SIZE = 64;
    private static final int PASSES = 100;

    /** A multiplication and an addition a product. */
    private static final long OPERATIONS = 2L * SIZE * SIZE * SIZE * PASSES;

    private final Linear layer = new Linear(SIZE, SIZE, 1, SIZE, new SplittableRandom(1));
    private final float[][] rows = MinibatchWork.random(SIZE, SIZE, new SplittableRandom(2));

    @Override
    public long run() {
        for (int k = 0; k < PASSES; k++) {
            layer.forward(rows, SIZE);
        }
        return OPERATIONS;
    }
}
