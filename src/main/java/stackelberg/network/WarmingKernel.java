package stackelberg.network;

import org.jspecify.annotations.Nullable;

/** Plain Java until vectors have warmed up; see {@link VectorWarmUp}. A pass ends as it begins. */
final class WarmingKernel implements DenseKernel {
    private final DenseKernel plain;
    private final DenseKernel vector;
    private DenseKernel serving;

    WarmingKernel(DenseKernel plain, DenseKernel vector) {
        this.plain = plain;
        this.vector = vector;
        this.serving = plain;
    }

    @Override
    public void forward(Dense layer, float[][] in, int rows, float[][] out) {
        // A training step takes about three times the products of its forward pass.
        boolean warm = VectorWarmUp.done(3L * rows * layer.inputs * layer.outputs);
        serving = warm ? vector : plain;
        serving.forward(layer, in, rows, out);
    }

    @Override
    public void backward(
            Dense layer,
            float[][] in,
            float[][] outGradients,
            int rows,
            float @Nullable [][] inGradients) {
        serving.backward(layer, in, outGradients, rows, inGradients);
    }
}
