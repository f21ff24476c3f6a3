package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** The efficient value against trying every allocation. */
class AssignmentTest {
    @Test
    void agreesWithTryingEveryAllocation() {
        RandomGenerator random = new SplittableRandom(1);
        for (int trial = 0; trial < 1000; trial++) {
            int buyers = 1 + random.nextInt(5);
            int items = 1 + random.nextInt(4);
            int[] units = random.ints(items, 1, 4).toArray();
            double[][] values = new double[buyers][items];
            for (double[] row : values) {
                // A coarse grid, so that ties are common.
                java.util.Arrays.setAll(row, item -> random.nextInt(6) / 5.0);
            }
            Assignment assignment = new Assignment(buyers, units);
            assignment.value(new double[buyers][items]);
            assertThat(assignment.value(values))
                    .as("trial %d", trial)
                    .isCloseTo(best(0, values, units), within(1e-9));
        }
    }

    private static double best(int buyer, double[][] values, int[] left) {
        if (buyer == values.length) {
            return 0;
        }
        double best = best(buyer + 1, values, left);
        for (int item = 0; item < left.length; item++) {
            if (left[item] > 0) {
                left[item]--;
                best = Math.max(best, values[buyer][item] + best(buyer + 1, values, left));
                left[item]++;
            }
        }
        return best;
    }
}
