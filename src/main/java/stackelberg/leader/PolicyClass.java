package stackelberg.leader;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The commitments that an enumeration tries, in the order in which it tries them. */
interface PolicyClass {
    /** Decides the actions of the commitment that is tried at visit {@code visit}, from 0 on. */
    CommitmentCache.Source at(long visit);

    /** Takes in that the commitment tried at {@code visit} earned {@code value}. */
    void learn(long visit, double value);

    /** Decides the actions of the best commitment so far; of the first before any was valued. */
    CommitmentCache.Source best();

    /** The value of the best commitment so far; not a number before any was valued. */
    double bestValue();

    /** How many different commitments were valued, as far as that is known. */
    long tried();

    void save(DataOutput out) throws IOException;

    void restore(DataInput in) throws IOException;
}
