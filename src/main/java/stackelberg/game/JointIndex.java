package stackelberg.game;

/** Numbers the joint choices of several parties, the last party's changing fastest. */
public final class JointIndex {
    private JointIndex() {}

    /**
     * How many joint choices there are.
     *
     * @throws ArithmeticException if more than fit into a {@code long}
     */
    public static long count(int[] sizes) {
        long count = 1;
        for (int size : sizes) {
            count = Math.multiplyExact(count, (long) size);
        }
        return count;
    }

    /** The choices that make up joint choice {@code index}. */
    public static int[] decode(int index, int[] sizes) {
        int[] choices = new int[sizes.length];
        decode(index, sizes, choices);
        return choices;
    }

    /** Writes the choices that make up joint choice {@code index} into {@code choices}. */
    public static void decode(int index, int[] sizes, int[] choices) {
        int rest = index;
        for (int i = sizes.length - 1; i >= 0; i--) {
            choices[i] = rest % sizes[i];
            rest /= sizes[i];
        }
    }

    /** The number of the joint choice made up of {@code choices}. */
    public static int encode(int[] choices, int[] sizes) {
        int index = 0;
        for (int i = 0; i < sizes.length; i++) {
            index = index * sizes[i] + choices[i];
        }
        return index;
    }
}
