package stackelberg.parameter;

/** One value of an enumerated parameter; its JSON text is the constant's name in kebab case. */
public interface Choice {
    /** What the window calls this value. */
    String label();

    /** The Java name of the constant, as every enum has it. */
    String name();

    /**
     * Whether this is the constant {@code AUTO}, which stands for a value that the program settles
     * from the game. A parameter declared as automatic must have one.
     */
    default boolean automatic() {
        return name().equals("AUTO");
    }

    /** The JSON text, for instance {@code last-mixed}. */
    default String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
