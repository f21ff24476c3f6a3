package stackelberg.study;

import java.util.Map;

/**
 * A number to compare cells with.
 *
 * @param levels axis → level: the cells that it is for; those of axes left out count all
 * @param value the leader's reward
 * @param source where it is from
 */
public record Reference(Map<String, String> levels, double value, String source) {}
