package stackelberg.oracle;

/** Is told how far a search has come, and may cancel it. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = share -> {};

    /**
     * Called many times a second.
     *
     * @param share of the most work that the search may do, from 0 to 1
     * @throws java.util.concurrent.CancellationException to give up
     */
    void at(double share);
}
