package stackelberg.engine;

/**
 * The history of one quantity, decimated to a bounded number of points; immutable by contract.
 *
 * @param name what the legend calls it, for instance "greedy policy"
 * @param transitions the leader's transitions at each point, ascending
 * @param values the value at each point; NaN where it is not defined
 */
public record Curve(String name, double[] transitions, double[] values) {}
