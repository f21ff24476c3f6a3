package stackelberg.game;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a leader can do at each of its observations. An action is a {@code double[]}. */
public sealed interface ActionSpace {
    /** The length of an action. */
    int length();

    /** An action, all being equally likely. */
    double[] draw(RandomGenerator random);

    /** How many numbers {@link #describe} writes. */
    int described();

    /** Writes an action for a network: ones and zeros, or numbers from −1 to 1. */
    void describe(double[] action, float[] into, int at);

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

        @Override
        public double[] draw(RandomGenerator random) {
            return new double[] {random.nextInt(count)};
        }

        @Override
        public int described() {
            return count;
        }

        @Override
        public void describe(double[] action, float[] into, int at) {
            Arrays.fill(into, at, at + count, 0);
            into[at + (int) action[0]] = 1;
        }
    }

    /**
     * A box of real vectors.
     *
     * @param length the number of coordinates
     * @param low the least value of each coordinate
     * @param high the greatest value of each coordinate
     */
    record Box(int length, double low, double high) implements ActionSpace {
        @Override
        public double[] draw(RandomGenerator random) {
            return random.doubles(length, low, Math.nextUp(high)).toArray();
        }

        @Override
        public int described() {
            return length;
        }

        @Override
        public void describe(double[] action, float[] into, int at) {
            for (int k = 0; k < length; k++) {
                into[at + k] = high > low ? (float) (2 * (action[k] - low) / (high - low) - 1) : 0;
            }
        }
    }
}
