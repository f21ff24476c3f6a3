package stackelberg.parameter;

import java.util.ArrayList;
import java.util.List;

/** Collects faults; {@link #at} gives a view whose paths start deeper in the same document. */
public final class Faults {
    private final String path;
    private final List<Fault> all;

    /** An empty collection at the document's root, {@code $}. */
    public Faults() {
        this("$", new ArrayList<>());
    }

    private Faults(String path, List<Fault> all) {
        this.path = path;
        this.all = all;
    }

    /** A view of the same collection at the field {@code name} below this path. */
    public Faults at(String name) {
        return new Faults(path + "." + name, all);
    }

    /** A view of the same collection at the entry {@code index} of the list at this path. */
    public Faults at(int index) {
        return new Faults(path + "[" + index + "]", all);
    }

    /** Adds a fault at this path. */
    public void add(String problem, String remedy) {
        all.add(new Fault(path, problem, remedy));
    }

    /** The JSON path of this view. */
    public String path() {
        return path;
    }

    /** Whether nothing was found anywhere in the document. */
    public boolean none() {
        return all.isEmpty();
    }

    /** Whether nothing was found at this path or deeper. */
    public boolean noneWithin() {
        return all.stream()
                .map(Fault::path)
                .noneMatch(
                        p ->
                                p.equals(path)
                                        || p.startsWith(path + ".")
                                        || p.startsWith(path + "["));
    }

    /** Every fault found so far in the whole document, in the order of finding. */
    public List<Fault> list() {
        return List.copyOf(all);
    }
}
