package stackelberg.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * RMSprop (Tieleman & Hinton 2012): v ← α v + (1 − α) g², x ← x − rate·g / (√v + ε), after capping
 * the gradients' joint Euclidean norm. v starts at 0 and is not corrected for it, so that the first
 * step has length rate / √(1 − α) in every coordinate.
 */
public final class RmsProp implements Optimiser {
    private final List<float[]> parameters;
    private final List<float[]> gradients;
    private final List<float[]> squares;
    private final KeptArrays kept;
    private final float decay;
    private final float epsilon;

    /**
     * @param parameters live arrays, changed by every step
     * @param gradients live arrays of the same lengths
     * @param decay α, from 0 to below 1
     * @param epsilon ε, positive
     */
    public RmsProp(
            List<float[]> parameters, List<float[]> gradients, double decay, double epsilon) {
        this.parameters = List.copyOf(parameters);
        this.gradients = List.copyOf(gradients);
        this.squares = parameters.stream().map(p -> new float[p.length]).toList();
        this.kept = new KeptArrays(squares);
        this.decay = (float) decay;
        this.epsilon = (float) epsilon;
    }

    @Override
    public double step(double learningRate, double cap) {
        double norm = GradientNorm.of(gradients);
        float scale = norm > cap ? (float) (cap / norm) : 1;
        float rate = (float) learningRate;
        for (int k = 0; k < parameters.size(); k++) {
            update(parameters.get(k), gradients.get(k), squares.get(k), scale, rate);
        }
        return norm;
    }

    private void update(
            float[] parameter, float[] gradient, float[] square, float scale, float rate) {
        for (int j = 0; j < parameter.length; j++) {
            float g = gradient[j] * scale;
            float v = decay * square[j] + (1 - decay) * g * g;
            square[j] = v;
            parameter[j] -= rate * g / ((float) Math.sqrt(v) + epsilon);
        }
    }

    @Override
    public void keep() {
        kept.keep();
    }

    @Override
    public void goBack() {
        kept.goBack();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        FloatArrays.save(squares, out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        FloatArrays.restore(squares, in);
    }
}
