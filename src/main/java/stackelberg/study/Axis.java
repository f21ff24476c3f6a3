package stackelberg.study;

import java.util.List;

/**
 * Something that a study varies.
 *
 * @param name what it is called, different from every other axis
 * @param levels at least one, with different labels
 */
public record Axis(String name, List<Level> levels) {}
