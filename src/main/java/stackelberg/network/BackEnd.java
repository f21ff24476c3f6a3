package stackelberg.network;

import java.util.function.Function;

/** What computes dense layers. */
public enum BackEnd {
    /** Plain Java: quicker for small batches, since it is called without a detour. */
    PLAIN(layer -> layer.outputs < BackEnd.NARROW ? new NarrowKernel() : new PlainKernel()),
    /** ND4J's gemm: quicker for large batches. */
    ND4J(layer -> new GemmKernel());

    /** From this many rows on, gemm is quicker than plain Java; {@code bench} measures it. */
    static final int GEMM_ROWS = 256;

    /** Below this many outputs, loops along them are too short to vectorise. */
    private static final int NARROW = 8;

    private final Function<Dense, DenseKernel> kernel;

    BackEnd(Function<Dense, DenseKernel> kernel) {
        this.kernel = kernel;
    }

    /** The quicker one for batches of up to {@code rows} rows. */
    public static BackEnd forRows(int rows) {
        return rows >= GEMM_ROWS ? ND4J : PLAIN;
    }

    /** A kernel for this layer alone. */
    DenseKernel kernel(Dense layer) {
        return kernel.apply(layer);
    }
}
