package stackelberg.bench;

/** Work that can be repeated and counted. */
@FunctionalInterface
public interface Work {
    /** Does some of it and returns how many operations that was, at least 1. */
    long run();
}
