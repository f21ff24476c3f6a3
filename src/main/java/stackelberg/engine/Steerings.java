package stackelberg.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The changes of parameters in one run: those that hold, those that a person has just asked for,
 * and those that were made before the program ended and are to be made again.
 */
final class Steerings {
    /** What was asked for: it holds from the end of the iteration under way. */
    record Wish(String path, double value) {}

    private final Queue<Wish> wishes = new ConcurrentLinkedQueue<>();
    private final List<Steering> again = new ArrayList<>();
    private volatile List<Steering> held = List.of();

    /** Asks for a change; from any thread. */
    void wish(String path, double value) {
        wishes.add(new Wish(path, value));
    }

    /** Those that hold, in order. */
    List<Steering> held() {
        return held;
    }

    /**
     * Begins where a run was left.
     *
     * @param restored what held at its checkpoint
     * @param recorded every change that its events tell of, in order
     */
    void restore(List<Steering> restored, List<Steering> recorded) {
        held = List.copyOf(restored);
        again.clear();
        if (recorded.size() > restored.size()) {
            again.addAll(recorded.subList(restored.size(), recorded.size()));
        }
    }

    /** Whether something may be due. */
    boolean pending() {
        return !wishes.isEmpty() || !again.isEmpty();
    }

    /** The next change made before that is due after so many iterations, or null. */
    @org.jspecify.annotations.Nullable
    Steering nextAgain(long iterations) {
        return !again.isEmpty() && again.get(0).iteration() <= iterations ? again.remove(0) : null;
    }

    /** The next change that was asked for, or null. */
    @org.jspecify.annotations.Nullable
    Steering nextWish(long iterations, long transitions) {
        Wish wish = wishes.poll();
        return wish == null
                ? null
                : new Steering(iterations, transitions, wish.path(), wish.value());
    }

    /** A change holds now. */
    void hold(Steering steering) {
        List<Steering> more = new ArrayList<>(held);
        more.add(steering);
        held = List.copyOf(more);
    }
}
