package stackelberg.game;

import java.util.List;
import stackelberg.parameter.Checked;

/**
 * A family of base games together with values for its parameters, as a scenario file states it.
 * Implementations are records, {@link stackelberg.parameter.Registered}, with a constructor of
 * defaults.
 */
public interface GameFamily extends Checked {
    /**
     * The base game with these parameters. Called only if {@link #check} found no fault.
     *
     * @return an immutable game that any number of threads may play at once
     */
    BaseGame assemble();

    /**
     * What a person would compare a mechanism learned for this game with; called only if {@link
     * #check} found no fault.
     */
    default List<Comparison> comparisons() {
        return List.of();
    }

    /**
     * By how much a leader's reward may miss the optimum and still count as reaching it: 1 %; 2 %
     * where its actions are continuous, since the optimum then mostly is a supremum, ties having to
     * be broken in the leader's favour.
     */
    default double tolerance(double optimum) {
        return assemble().leaderActions() instanceof ActionSpace.Box
                ? Tolerance.supremum(optimum)
                : Tolerance.usual(optimum);
    }
}
