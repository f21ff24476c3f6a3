package stackelberg.game;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * D, a joint and possibly correlated distribution of type profiles with finite support. Profiles
 * are numbered from 0; only profiles of positive probability are in it.
 */
public final class TypePrior {
    private final int[] typeCounts;
    private final int[][] profiles;
    private final double[] probabilities;
    private final double[] cumulative;

    private TypePrior(int[] typeCounts, int[][] profiles, double[] probabilities) {
        this.typeCounts = typeCounts;
        this.profiles = profiles;
        this.probabilities = probabilities;
        this.cumulative = new double[probabilities.length];
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            sum += probabilities[i];
            cumulative[i] = sum;
        }
    }

    /** The prior of {@code followers} followers with a single type each: a game without types. */
    public static TypePrior untyped(int followers) {
        int[] ones = new int[followers];
        Arrays.fill(ones, 1);
        return new TypePrior(ones, new int[][] {new int[followers]}, new double[] {1});
    }

    /** Independent types, each follower's uniform over its {@code typeCounts[i]} types. */
    public static TypePrior uniform(int... typeCounts) {
        int size = Arrays.stream(typeCounts).reduce(1, Math::multiplyExact);
        double[] joint = new double[size];
        Arrays.fill(joint, 1.0 / size);
        return joint(typeCounts, joint);
    }

    /**
     * Any joint distribution.
     *
     * @param typeCounts how many types each follower has
     * @param joint the probability of each profile, the last follower's type changing fastest;
     *     non-negative, sum 1
     */
    public static TypePrior joint(int[] typeCounts, double[] joint) {
        int[][] profiles = new int[joint.length][];
        double[] probabilities = new double[joint.length];
        int kept = 0;
        for (int index = 0; index < joint.length; index++) {
            if (joint[index] > 0) {
                profiles[kept] = JointIndex.decode(index, typeCounts);
                probabilities[kept++] = joint[index];
            }
        }
        return new TypePrior(
                typeCounts.clone(),
                Arrays.copyOf(profiles, kept),
                Arrays.copyOf(probabilities, kept));
    }

    /** How many types follower {@code follower} has. */
    public int types(int follower) {
        return typeCounts[follower];
    }

    /** How many profiles have positive probability. */
    public int size() {
        return profiles.length;
    }

    /** The type of follower {@code follower} in profile {@code profile}. */
    public int type(int profile, int follower) {
        return profiles[profile][follower];
    }

    /** A copy of profile {@code profile}. */
    public int[] profile(int profile) {
        return profiles[profile].clone();
    }

    /** The probability of profile {@code profile}. */
    public double probability(int profile) {
        return probabilities[profile];
    }

    /** The marginal probability that follower {@code follower} is of type {@code type}. */
    public double marginal(int follower, int type) {
        double sum = 0;
        for (int profile = 0; profile < profiles.length; profile++) {
            if (profiles[profile][follower] == type) {
                sum += probabilities[profile];
            }
        }
        return sum;
    }

    /** Draws a profile's number. */
    public int sample(RandomGenerator random) {
        if (profiles.length == 1) {
            return 0;
        }
        double u = random.nextDouble() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] <= u) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Writes profile {@code profile} into {@code types}. */
    public void copy(int profile, int[] types) {
        System.arraycopy(profiles[profile], 0, types, 0, types.length);
    }
}
