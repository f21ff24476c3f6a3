package stackelberg.game;

import java.util.List;

/**
 * A mechanism as a person would draw it that goes on step by step: what the leader does, and what
 * it does next after each thing that may come of it.
 *
 * @param words what the leader does here, or how it ends
 * @param arms what may come of it; none at an end
 */
public record MechanismTree(String words, List<Arm> arms) {
    /**
     * One thing that may come of it.
     *
     * @param words such as "buys"
     */
    public record Arm(String words, MechanismTree then) {}

    /** How it ends. */
    static MechanismTree end(String words) {
        return new MechanismTree(words, List.of());
    }

    /** How many boxes there are to draw. */
    public int size() {
        return 1 + arms.stream().mapToInt(arm -> arm.then().size()).sum();
    }
}
