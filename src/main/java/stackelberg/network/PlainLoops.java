package stackelberg.network;

/** Plain Java, which the just-in-time compiler turns into vector instructions where it can. */
final class PlainLoops implements RowLoops {
    @Override
    public void tanh(float[][] values, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            Tanh.apply(values[row], columns);
        }
    }

    @Override
    public void deriveTanh(float[][] outputs, float[][] gradients, int rows, int columns) {
        for (int row = 0; row < rows; row++) {
            Tanh.derive(outputs[row], gradients[row], 0, columns);
        }
    }

    @Override
    public void adam(
            float[] parameter,
            float[] gradient,
            float[] mean,
            float[] square,
            float scale,
            float rate,
            float root) {
        adam(parameter, gradient, mean, square, scale, rate, root, 0);
    }

    /** The same for the numbers from {@code from} on. */
    static void adam(
            float[] parameter,
            float[] gradient,
            float[] mean,
            float[] square,
            float scale,
            float rate,
            float root,
            int from) {
        for (int j = from; j < parameter.length; j++) {
            float g = gradient[j] * scale;
            float m = Adam.BETA1 * mean[j] + (1 - Adam.BETA1) * g;
            float v = Adam.BETA2 * square[j] + (1 - Adam.BETA2) * g * g;
            mean[j] = m;
            square[j] = v;
            parameter[j] -= rate * m / ((float) Math.sqrt(v) * root + Adam.EPSILON);
        }
    }
}
