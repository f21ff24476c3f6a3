package stackelberg.oracle;

import java.util.Optional;
import stackelberg.game.BaseGame;

/**
 * A way to the exact answer of a leader's problem, or to bounds on it, for the games that it fits.
 * Registered in {@code META-INF/services/stackelberg.oracle.ExactMethod} and tried in that order;
 * implementations are public, stateless and have a constructor without arguments.
 */
public interface ExactMethod {
    /** What the method is called, in words that can begin a clause. */
    String name();

    /**
     * Why this method does not fit {@code game}, as a clause without its final stop; empty if it
     * does fit. Must be quick: it says no where {@link #solve} would take more than seconds.
     */
    Optional<String> obstacle(BaseGame game);

    /** The answer. Called only if there is no {@link #obstacle}. */
    Answer solve(BaseGame game);

    /**
     * The answer, by a method that may take longer than a moment.
     *
     * @throws java.util.concurrent.CancellationException if {@code progress} gives up
     */
    default Answer solve(BaseGame game, Progress progress) {
        return solve(game);
    }
}
