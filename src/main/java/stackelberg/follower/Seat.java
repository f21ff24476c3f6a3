package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * One follower's place in a population: what it has learned, and how it would act if it stopped
 * learning now. What it learns from is the {@link Lesson} of its model; a seat of a model with a
 * lesson implements the interface by which that lesson is heard. Serves one thread; nothing that
 * happens in a play allocates.
 */
public interface Seat {
    /** Forgets everything. */
    void reset();

    /**
     * How it would act at a type if it were frozen now: where it stands and, in games in which it
     * observes something within a play, at observation 0.
     *
     * @return one probability for each action, valid until the seat learns or is asked again; not
     *     to be changed by the caller
     */
    double[] strategy(int type);

    /** The same at an observation within a play. */
    default double[] strategy(int type, int observation) {
        return strategy(type);
    }

    /** An action drawn from {@link #strategy(int, int)}. */
    default int respond(int type, int observation, RandomGenerator random) {
        return Mixture.draw(strategy(type, observation), random);
    }

    /** Notes the joint action of a play that is over. */
    default void remember(int joint) {}

    /** What it remembers of past plays, from 0 to {@link #histories} − 1. */
    default long history() {
        return 0;
    }

    /** Makes it remember a history of this length or longer, as far back as it can. */
    default void recall(long longHistory) {}

    /** How many histories it can tell apart; 1 if it remembers nothing. */
    default long histories() {
        return 1;
    }

    /** A new response phase begins with what was learned before. */
    default void carryOn() {}

    /** How many numbers {@link #describe} writes. */
    int stateSize();

    /** Writes what a critic may know of this seat, scaled to about [−1, 1]. */
    void describe(float[] into, int at);

    /** Writes all that was learned. */
    void save(DataOutput out) throws IOException;

    /** Replaces all that was learned by what {@link #save} wrote. */
    void restore(DataInput in) throws IOException;
}
