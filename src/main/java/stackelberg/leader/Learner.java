package stackelberg.leader;

import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Checked;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * A leader's learning method with its settings, as a scenario file states it. Implementations are
 * records, {@link stackelberg.parameter.Registered}, with a constructor of defaults.
 */
public interface Learner extends Checked {
    /**
     * This learner with everything automatic settled from the facts about a game. All other methods
     * are called on a settled learner only.
     *
     * @param episode the outer episode, settled before
     * @param openEnded whether the budget is automatic too, so that the learner should end by
     *     itself if it can; see {@link Training#closed}
     */
    default Learner settled(GameFacts facts, Episode episode, boolean openEnded) {
        return Declaration.settled(this);
    }

    /**
     * The automatic budget: the leader transitions after which this learner, settled, is to end at
     * the latest.
     */
    default long budget(GameFacts facts, Episode episode) {
        return (long) (20_000 * episode.transitions(facts));
    }

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
