package stackelberg.oracle;

import stackelberg.game.BaseGame;

/**
 * The exact answer to a leader's problem, or what is known of it.
 *
 * @param optimum the leader's reward under an optimal commitment; NaN if only bounds are known
 * @param lower a value that some commitment reaches: if the optimum is known, whichever of its
 *     equilibria several followers play; NaN if none is known
 * @param upper a value that no commitment exceeds; NaN if none is known
 * @param method how it was computed and under which assumption on the followers, in words
 * @param commitment an optimal commitment in words; empty if only bounds are known
 * @param mechanism the same commitment, {@code [leader observation][meaning]}, in the words of
 *     {@link stackelberg.game.BaseGame#meaningNames}, a row being empty where the commitment never
 *     leads; empty if only bounds are known
 */
public record Answer(
        double optimum,
        double lower,
        double upper,
        String method,
        String commitment,
        double[][] mechanism) {

    /** Whether the optimum itself is known. */
    public boolean exact() {
        return !Double.isNaN(optimum);
    }

    /** The optimum with a commitment that reaches it. */
    public static Answer of(
            BaseGame game, double optimum, double lower, String method, double[][] mechanism) {
        String words = CommitmentWords.of(game, mechanism);
        return new Answer(optimum, lower, optimum, method, words, mechanism);
    }

    /** Bounds alone; NaN for one that is not known. */
    public static Answer between(double lower, double upper, String method) {
        return new Answer(Double.NaN, lower, upper, method, "", new double[0][]);
    }
}
