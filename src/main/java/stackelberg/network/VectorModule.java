package stackelberg.network;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Java's Vector API, which is an incubating module: Java leaves it out unless it was asked for by
 * {@code --add-modules}. Here it is brought in later, by the method of Java's own that does so for
 * agents; the jar's manifest exports it to this program. Where that fails, plain Java serves.
 */
final class VectorModule {
    private static final Logger LOG = LoggerFactory.getLogger(VectorModule.class);
    private static final String NAME = "jdk.incubator.vector";

    /** Below this many numbers a vector the just-in-time compiler has none. */
    private static final int FEWEST_LANES = 4;

    /** Whether the Vector API is there and the processor has vectors for it. */
    static final boolean PRESENT = present();

    private VectorModule() {}

    private static boolean present() {
        try {
            if (ModuleLayer.boot().findModule(NAME).isEmpty()) {
                Class.forName("jdk.internal.module.Modules")
                        .getMethod("loadModule", String.class)
                        .invoke(null, NAME);
            }
            return Lanes.count() >= FEWEST_LANES;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.debug("no Vector API here", e);
            return false;
        }
    }

    /** Loaded only once the module is there. */
    private static final class Lanes {
        static int count() {
            return jdk.incubator.vector.FloatVector.SPECIES_PREFERRED.length();
        }
    }
}
