package stackelberg.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** When the greedy policy's value first exceeded each of its earlier values. */
public final class Milestones {
    private final List<Milestone> records = new ArrayList<>();

    /**
     * A new best evaluation.
     *
     * @param value the greedy policy's value
     * @param transitions the leader's transitions until then
     * @param cpuSeconds processor time until then
     */
    public record Milestone(double value, long transitions, double cpuSeconds) {}

    synchronized void add(double value, long transitions, double cpuSeconds) {
        if (records.isEmpty() || value > records.get(records.size() - 1).value()) {
            records.add(new Milestone(value, transitions, cpuSeconds));
        }
    }

    /** The first evaluation that was worth at least {@code value}. */
    public synchronized Optional<Milestone> first(double value) {
        return records.stream().filter(r -> r.value() >= value).findFirst();
    }

    synchronized void save(DataOutput out) throws IOException {
        out.writeInt(records.size());
        for (Milestone record : records) {
            out.writeDouble(record.value());
            out.writeLong(record.transitions());
            out.writeDouble(record.cpuSeconds());
        }
    }

    synchronized void restore(DataInput in) throws IOException {
        records.clear();
        int count = in.readInt();
        for (int k = 0; k < count; k++) {
            records.add(new Milestone(in.readDouble(), in.readLong(), in.readDouble()));
        }
    }
}
