package stackelberg.leader;

import stackelberg.game.BaseGame;
import stackelberg.parameter.Checked;
import stackelberg.parameter.Faults;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * A leader's learning method with its settings, as a scenario file states it. Implementations are
 * records, {@link stackelberg.parameter.Registered}, with a constructor of defaults.
 */
public interface Learner extends Checked {
    /** Reports why this learner cannot learn in {@code game}; most can learn in any. */
    default void checkFor(BaseGame game, Faults faults) {
        // Nothing is wrong.
    }

    /**
     * Begins a training from scratch.
     *
     * @param budget the leader transitions after which it will end, for schedules over a run
     */
    Training begin(StackelbergPomdp pomdp, RandomStreams streams, long budget);
}
