package stackelberg.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Changes live parameter arrays down their gradients, and remembers what it needs for that. */
public interface Optimiser {
    /**
     * One step down the gradients.
     *
     * @param cap gradients whose joint norm is larger are scaled down to it
     * @return the norm before capping
     */
    double step(double learningRate, double cap);

    /** Remembers all that the next step depends on, besides parameters and gradients. */
    void keep();

    /** Goes back to what {@link #keep} remembered. */
    void goBack();

    /** Writes all that the next step depends on, besides parameters and gradients. */
    void save(DataOutput out) throws IOException;

    /** Reads what {@link #save} wrote. */
    void restore(DataInput in) throws IOException;
}
