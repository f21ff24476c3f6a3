package stackelberg.oracle;

/**
 * The exact answer to a leader's problem, or what is known of it.
 *
 * @param optimum the leader's reward under an optimal commitment; NaN if only bounds are known
 * @param lower a value that some commitment reaches; NaN if none is known
 * @param upper a value that no commitment exceeds; NaN if none is known
 * @param method how it was computed and under which assumption on the followers, in words
 * @param commitment an optimal commitment in words; empty if only bounds are known
 * @param mechanism the same commitment, {@code [leader observation][meaning]}, in the words of
 *     {@link stackelberg.game.BaseGame#meaningNames}; empty if only bounds are known
 */
public record Answer(
        double optimum,
        double lower,
        double upper,
        String method,
        String commitment,
        double[][] mechanism) {}
