package stackelberg.leader;

import java.util.Arrays;
import java.util.List;

/** Adds up live gradient arrays over parts of a batch that is too large for one pass. */
final class GradientSum {
    private final List<float[]> gradients;
    private final List<float[]> sums;

    GradientSum(List<float[]> gradients) {
        this.gradients = List.copyOf(gradients);
        this.sums = gradients.stream().map(g -> new float[g.length]).toList();
    }

    void clear() {
        sums.forEach(sum -> Arrays.fill(sum, 0));
    }

    /** Adds what the gradients are now. */
    void add() {
        for (int k = 0; k < sums.size(); k++) {
            float[] sum = sums.get(k);
            float[] gradient = gradients.get(k);
            for (int j = 0; j < sum.length; j++) {
                sum[j] += gradient[j];
            }
        }
    }

    /** Makes the gradients what was added up. */
    void writeBack() {
        for (int k = 0; k < sums.size(); k++) {
            System.arraycopy(sums.get(k), 0, gradients.get(k), 0, sums.get(k).length);
        }
    }
}
