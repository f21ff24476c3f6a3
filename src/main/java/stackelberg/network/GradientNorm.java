package stackelberg.network;

import java.util.List;

/** The joint Euclidean norm of gradient arrays. */
final class GradientNorm {
    private GradientNorm() {}

    static double of(List<float[]> gradients) {
        double sum = 0;
        // By index: an iterator would be allocated for every step.
        for (int k = 0; k < gradients.size(); k++) {
            sum += squares(gradients.get(k));
        }
        return Math.sqrt(sum);
    }

    /** Σ g², in four sums: a single chain of additions waits for each before the next. */
    static double squares(float[] gradient) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < gradient.length; j += 4) {
            a += (double) gradient[j] * gradient[j];
            b += (double) gradient[j + 1] * gradient[j + 1];
            c += (double) gradient[j + 2] * gradient[j + 2];
            d += (double) gradient[j + 3] * gradient[j + 3];
        }
        for (; j < gradient.length; j++) {
            a += (double) gradient[j] * gradient[j];
        }
        return a + b + c + d;
    }
}
