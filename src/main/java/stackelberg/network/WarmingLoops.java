package stackelberg.network;

/** Plain Java until vectors have warmed up; see {@link VectorWarmUp}. */
final class WarmingLoops implements RowLoops {
    private final RowLoops plain = new PlainLoops();
    private final RowLoops vector = new VectorLoops();

    private RowLoops now() {
        return VectorWarmUp.done() ? vector : plain;
    }

    @Override
    public void tanh(float[][] values, int rows, int columns) {
        now().tanh(values, rows, columns);
    }

    @Override
    public void deriveTanh(float[][] outputs, float[][] gradients, int rows, int columns) {
        now().deriveTanh(outputs, gradients, rows, columns);
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
        now().adam(parameter, gradient, mean, square, scale, rate, root);
    }
}
