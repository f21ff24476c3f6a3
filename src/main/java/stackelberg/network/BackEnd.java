package stackelberg.network;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What computes networks. All back ends of this program's own put out the same bits; which of them
 * it is depends on the machine, and is chosen once.
 */
public enum BackEnd {
    /** Plain Java: everywhere. */
    PLAIN("plain Java") {
        @Override
        DenseKernel ownKernel(Dense layer) {
            return layer.outputs < NARROW ? new NarrowKernel() : new PlainKernel();
        }

        @Override
        RowLoops ownLoops() {
            return new PlainLoops();
        }
    },
    /** The Vector API: where the Java that runs has it, and once it has warmed up. */
    VECTOR("the Vector API") {
        @Override
        DenseKernel ownKernel(Dense layer) {
            return layer.outputs < NARROW ? new VectorNarrowKernel() : new VectorKernel();
        }

        @Override
        RowLoops ownLoops() {
            return new VectorLoops();
        }

        @Override
        DenseKernel kernel(Dense layer) {
            return new WarmingKernel(PLAIN.ownKernel(layer), ownKernel(layer));
        }

        @Override
        RowLoops loops() {
            return new WarmingLoops();
        }

        @Override
        public void warmUp() {
            VectorWarmUp.now();
        }
    },
    /** ND4J's gemm, which works on blocks that fit the processor's cache: for wide layers. */
    ND4J("ND4J's gemm") {
        @Override
        DenseKernel ownKernel(Dense layer) {
            return new GemmKernel();
        }

        @Override
        RowLoops ownLoops() {
            return java().loops();
        }
    };

    /** Below this many outputs, loops along them are too short to vectorise. */
    private static final int NARROW = 8;

    /** Gemm loses on narrower layers, whatever the batch: its rows are copied there and back. */
    private static final int GEMM_UNITS = 128;

    /** Multiply-adds of a layer and batch from which on gemm wins; {@code bench} measures both. */
    private static final double GEMM_PRODUCTS = 1 << 24;

    private static final ThreadLocal<@Nullable BackEnd> INSTEAD = new ThreadLocal<>();

    private final String words;

    BackEnd(String words) {
        this.words = words;
    }

    /** This program's own back end on this machine: vectors, if it has them. */
    public static BackEnd java() {
        BackEnd instead = INSTEAD.get();
        if (instead != null) {
            return instead;
        }
        return VectorModule.PRESENT ? VECTOR : PLAIN;
    }

    /**
     * The quicker one for networks of so many hidden units and batches of up to {@code rows} rows.
     * By shape alone and not by a clock: it puts out other bits than this program's own.
     */
    public static BackEnd forShape(int hidden, int rows) {
        boolean large = (double) hidden * hidden * rows >= GEMM_PRODUCTS;
        return hidden >= GEMM_UNITS && large ? ND4J : java();
    }

    /** Whether it can be used on this machine. */
    public boolean usable() {
        return this != VECTOR || VectorModule.PRESENT;
    }

    /**
     * Makes something with this back end in place of {@link #java()}, to compare them.
     *
     * @throws IllegalStateException if it is not one of this program's own, or cannot be used here
     */
    public <T> T instead(Supplier<T> made) {
        if (this == ND4J || !usable()) {
            throw new IllegalStateException(words + " cannot stand in for this program's own");
        }
        INSTEAD.set(this);
        try {
            return made.get();
        } finally {
            INSTEAD.remove();
        }
    }

    /** A name for people. */
    public String words() {
        return words;
    }

    /** Makes it as fast as it becomes, to measure it. */
    public void warmUp() {
        // It is fast from the first.
    }

    /** A kernel of this back end for this layer alone. */
    abstract DenseKernel ownKernel(Dense layer);

    abstract RowLoops ownLoops();

    /** A kernel to serve this layer alone; perhaps another's at first. */
    DenseKernel kernel(Dense layer) {
        return ownKernel(layer);
    }

    RowLoops loops() {
        return ownLoops();
    }
}
