package stackelberg.bench;

import java.util.Map;

/** Work that can be repeated and counted. */
@FunctionalInterface
public interface Work {
    /** Does some of it and returns how many operations that was, at least 1. */
    long run();

    /** It runs smoothly from now on: what parts take counts from here. */
    default void warm() {
        // Nothing is counted.
    }

    /** What the time of an operation went into since {@link #warm}, in seconds; perhaps unknown. */
    default Map<String, Double> parts() {
        return Map.of();
    }
}
