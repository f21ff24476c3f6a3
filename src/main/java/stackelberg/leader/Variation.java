package stackelberg.leader;

import java.util.random.RandomGenerator;

/**
 * How a {@link CommitmentSearch} makes new commitments: anywhere, near the best, or from a member
 * of its population. A commitment is {@code [observation][coordinate]}: numbers from −1 to 1, or
 * one of a number of choices.
 */
final class Variation {
    private final int choices;
    private final int coordinates;

    /**
     * @param choices how many there are; 0 if coordinates are numbers
     * @param coordinates of an action
     */
    Variation(int choices, int coordinates) {
        this.choices = choices;
        this.coordinates = coordinates;
    }

    /**
     * A commitment anywhere.
     *
     * @param member which of a population it is: its choices are spread evenly over the members
     * @param spread the same for all members of the population
     */
    void spread(int member, double[][] into, RandomGenerator spread, RandomGenerator random) {
        for (double[] at : into) {
            for (int k = 0; k < coordinates; k++) {
                at[k] =
                        choices > 0
                                ? (member + spread.nextInt(Integer.MAX_VALUE) % choices) % choices
                                : anywhere(random);
            }
        }
    }

    /**
     * A commitment near {@code best}; of a choice, mostly the same.
     *
     * @param size the standard deviation of coordinates that are numbers
     */
    void near(double[][] best, double size, double[][] into, RandomGenerator random) {
        for (int observation = 0; observation < into.length; observation++) {
            for (int k = 0; k < coordinates; k++) {
                double at = best[observation][k];
                if (choices > 0) {
                    into[observation][k] = random.nextDouble() < 0.8 ? at : random.nextInt(choices);
                } else {
                    into[observation][k] = inside(at + size * random.nextGaussian());
                }
            }
        }
    }

    /**
     * Varies a commitment.
     *
     * @param where the observations whose actions matter
     * @param members the population that it comes from
     */
    void vary(
            double[][] commitment, boolean[] where, double[][][] members, RandomGenerator random) {
        if (random.nextDouble() < 0.5) {
            recombine(commitment, where, members, random);
        } else {
            mutate(commitment, where, random);
        }
    }

    /** Adds a difference of two other members; takes over discrete choices of another. */
    private void recombine(
            double[][] commitment, boolean[] where, double[][][] members, RandomGenerator random) {
        double[][] one = members[random.nextInt(members.length)];
        double[][] other = members[random.nextInt(members.length)];
        double factor = 0.2 + 0.9 * random.nextDouble();
        double share = random.nextDouble() < 0.5 ? 1 : 0.3;
        for (int observation = 0; observation < commitment.length; observation++) {
            for (int k = 0; where[observation] && k < coordinates; k++) {
                if (random.nextDouble() >= share) {
                    continue;
                }
                double[] at = commitment[observation];
                if (choices > 0) {
                    at[k] = random.nextBoolean() ? one[observation][k] : at[k];
                } else {
                    at[k] = inside(at[k] + factor * (one[observation][k] - other[observation][k]));
                }
            }
        }
        if (choices > 0) {
            mutate(commitment, where, random);
        }
    }

    /** Changes one decision, seldom more. */
    private void mutate(double[][] commitment, boolean[] where, RandomGenerator random) {
        do {
            double[] at = commitment[someOf(where, random)];
            if (choices > 0) {
                at[0] = (at[0] + 1 + random.nextInt(Math.max(1, choices - 1))) % choices;
                continue;
            }
            double size = Math.pow(10, -3.5 * random.nextDouble());
            int first = random.nextInt(coordinates);
            for (int k = 0; k < coordinates; k++) {
                if (k == first || random.nextDouble() < 0.3) {
                    at[k] =
                            random.nextDouble() < 0.3
                                    ? anywhere(random)
                                    : inside(at[k] + size * random.nextGaussian());
                }
            }
        } while (random.nextDouble() < 0.4);
    }

    private static int someOf(boolean[] where, RandomGenerator random) {
        int count = 0;
        int chosen = 0;
        for (int observation = 0; observation < where.length; observation++) {
            if (where[observation] && random.nextInt(++count) == 0) {
                chosen = observation;
            }
        }
        return chosen;
    }

    /** A coordinate of a box: often one of its sides, where optima like to be. */
    private static double anywhere(RandomGenerator random) {
        double u = random.nextDouble();
        return u < 0.25 ? -1 : u < 0.35 ? 1 : 2 * random.nextDouble() - 1;
    }

    private static double inside(double value) {
        return Math.max(-1, Math.min(1, value));
    }
}
