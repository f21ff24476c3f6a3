package stackelberg.game;

import java.util.List;

/**
 * Something to hold a learned mechanism against, such as the same economy without messages.
 *
 * @param name how a legend calls it
 * @param game where it holds
 * @param actions of each the leader that always takes it, the best of which counts; empty for the
 *     best commitment in that game, of which an exact answer must be known
 */
public record Comparison(String name, GameFamily game, List<double[]> actions) {
    public Comparison {
        actions = List.copyOf(actions);
    }

    /** The best commitment in another game. */
    public static Comparison best(String name, GameFamily game) {
        return new Comparison(name, game, List.of());
    }

    /** A leader that always does the same. */
    public static Comparison always(String name, GameFamily game, double... action) {
        return new Comparison(name, game, List.of(action));
    }
}
