package stackelberg.leader;

import stackelberg.pomdp.StackelbergPomdp;

/**
 * A learning rate that falls linearly over a run's budget.
 *
 * @param start the rate at the beginning
 * @param share the share of it that is left at the end; 1 for a constant rate
 * @param budget the leader transitions of the run
 */
record LearningRate(double start, double share, long budget) {
    /** The rate after the transitions that the pomdp has seen. */
    double now(StackelbergPomdp pomdp) {
        double done = Math.min(1, (double) pomdp.transitions() / budget);
        return start * (1 - done * (1 - share));
    }
}
