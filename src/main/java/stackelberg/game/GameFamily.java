package stackelberg.game;

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
}
