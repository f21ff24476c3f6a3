package stackelberg.game;

/** What a leader can do at each of its observations. An action is a {@code double[]}. */
public sealed interface ActionSpace {
    /** The length of an action. */
    int length();

    /**
     * A finite choice.
     *
     * @param count how many actions; an action is {@code {0}} … {@code {count − 1}}
     */
    record Discrete(int count) implements ActionSpace {
        @Override
        public int length() {
            return 1;
        }
    }

    /**
     * A box of real vectors.
     *
     * @param length the number of coordinates
     * @param low the least value of each coordinate
     * @param high the greatest value of each coordinate
     */
    record Box(int length, double low, double high) implements ActionSpace {}
}
