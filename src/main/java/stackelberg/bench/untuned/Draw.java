package stackelberg.bench.untuned;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The random choices that one game is made of. Numbers have few decimals, so that a person can read
 * a game that was written to a file.
 */
final class Draw {
    private static final int WHOLE = 10_000;

    private final RandomGenerator random;

    Draw(RandomGenerator random) {
        this.random = random;
    }

    /**
     * What the payoffs of a game are counted in.
     *
     * @param steps how many steps there are from the least payoff to the largest
     * @param perUnit how many steps make 1
     */
    record Scale(int steps, int perUnit) {
        /** The distance from the least payoff that can be drawn to the largest. */
        double range() {
            return (double) steps / perUnit;
        }
    }

    /** A whole number from {@code least} to {@code most}, both included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** Heads or tails. */
    boolean coin() {
        return random.nextBoolean();
    }

    /** A number from {@code least} to {@code most} with three digits or so behind the point. */
    double between(double least, double most) {
        double step = Math.pow(10, Math.floor(Math.log10(most)) - 3);
        long steps = Math.round(random.nextDouble(least, most) / step);
        return steps / (double) Math.round(1 / step);
    }

    /**
     * Reals from 0 to 1, or whole numbers from 0 to 100.
     *
     * @param payoffs how many payoffs of a player are to differ; where a hundred numbers are too
     *     few for them, there are more
     */
    Scale scale(int payoffs) {
        return coin() ? new Scale(1_000_000, 1_000_000) : new Scale(Math.max(100, 2 * payoffs), 1);
    }

    /** All the payoffs of one player, no two the same; from 0 on, around 0, or up to 0. */
    double[] payoffs(Scale scale, int count) {
        int offset = scale.steps() * between(0, 2) / 2;
        int[] steps = distinct(count, 0, scale.steps());
        double[] payoffs = new double[count];
        for (int k = 0; k < count; k++) {
            payoffs[k] = (double) (steps[k] - offset) / scale.perUnit();
        }
        return payoffs;
    }

    /** Whole numbers from {@code least} to {@code most}, no two the same. */
    int[] distinct(int count, int least, int most) {
        Set<Integer> drawn = new LinkedHashSet<>();
        while (drawn.size() < count) {
            drawn.add(between(least, most));
        }
        return drawn.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Probabilities with four decimals, uniform over the simplex, as the cells of a prior. */
    double[][][] prior(int rows, int columns) {
        double[] weights = new double[rows * columns];
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            weights[k] = random.nextExponential();
            sum += weights[k];
        }
        double[][][] prior = new double[rows][columns][1];
        double before = 0;
        for (int k = 0; k < weights.length; k++) {
            // Rounding what has come so far, the probabilities sum to 1 whatever the rounding.
            double begin = Math.rint(WHOLE * before / sum);
            before += weights[k];
            double end = k + 1 < weights.length ? Math.rint(WHOLE * before / sum) : WHOLE;
            prior[k / columns][k % columns][0] = (end - begin) / WHOLE;
        }
        return prior;
    }
}
