package stackelberg.parameter;

/** A declaration with rules that span several of its components. */
public interface Checked {
    /**
     * Reports what is wrong beyond the ranges of the single components. Called only when those are
     * in order, so that a rule may rely on them.
     */
    void check(Faults faults);
}
