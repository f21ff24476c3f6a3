package stackelberg.workbench.session;

import java.util.ArrayList;
import java.util.List;

/**
 * Values that a person went through, with a place among them: undo and redo. Successive values
 * under one key, such as the keystrokes in one field, are one step.
 */
public final class History<T> {
    private static final int MOST = 1000;

    private final List<T> values = new ArrayList<>();
    private int place;
    private String key = "";

    public History(T first) {
        values.add(first);
    }

    /** The present value. */
    public T now() {
        return values.get(place);
    }

    /** Makes {@code value} the present one; what was undone is forgotten. */
    public void put(T value, String stepKey) {
        boolean redoable = place < values.size() - 1;
        values.subList(place + 1, values.size()).clear();
        if (!redoable && !stepKey.isEmpty() && stepKey.equals(key)) {
            values.set(place, value);
        } else {
            values.add(value);
            if (values.size() > MOST) {
                values.remove(0);
            }
            place = values.size() - 1;
        }
        key = stepKey;
    }

    /** The next value is a step of its own, whatever its key. */
    public void seal() {
        key = "";
    }

    public boolean canUndo() {
        return place > 0;
    }

    public boolean canRedo() {
        return place < values.size() - 1;
    }

    /** One step back; at the beginning nothing happens. */
    public T undo() {
        seal();
        place = Math.max(0, place - 1);
        return now();
    }

    /** One step forward; at the end nothing happens. */
    public T redo() {
        seal();
        place = Math.min(values.size() - 1, place + 1);
        return now();
    }
}
