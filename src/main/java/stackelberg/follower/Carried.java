package stackelberg.follower;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** A response algorithm whose state can outlast an outer episode, and so must be saved with it. */
public interface Carried extends ResponseAlgorithm {
    /** The response phase begins with what was learned before: only its plays start anew. */
    void carryOn();

    /** Writes all that was learned. */
    void save(DataOutput out) throws IOException;

    /** Replaces all that was learned by what {@link #save} wrote. */
    void restore(DataInput in) throws IOException;
}
