package stackelberg.parameter;

/** One value of an enumerated parameter; its JSON text is the constant's name in kebab case. */
public interface Choice {
    /** What the window calls this value. */
    String label();

    /** The Java name of the constant, as every enum has it. */
    String name();

    /** The JSON text, for instance {@code last-mixed}. */
    default String text() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
