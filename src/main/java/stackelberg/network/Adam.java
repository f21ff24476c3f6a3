package stackelberg.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * Adam (Kingma & Ba 2015) with bias correction, β₁ 0.9, β₂ 0.999, ε 1e-5, after capping the
 * gradients' joint Euclidean norm.
 */
public final class Adam implements Optimiser {
    static final float BETA1 = 0.9f;
    static final float BETA2 = 0.999f;
    static final float EPSILON = 1e-5f;

    private final List<float[]> parameters;
    private final List<float[]> gradients;
    private final List<float[]> means;
    private final List<float[]> squares;
    private final RowLoops loops = BackEnd.java().loops();
    private final KeptArrays keptMeans;
    private final KeptArrays keptSquares;

    /** Σ g² of each array. */
    private final double[] sums;

    private float scale;
    private float rate;
    private float root;
    private long steps;
    private long keptSteps;

    /**
     * @param parameters live arrays, changed by every step
     * @param gradients live arrays of the same lengths
     */
    public Adam(List<float[]> parameters, List<float[]> gradients) {
        this.parameters = List.copyOf(parameters);
        this.gradients = List.copyOf(gradients);
        this.means = parameters.stream().map(p -> new float[p.length]).toList();
        this.squares = parameters.stream().map(p -> new float[p.length]).toList();
        this.sums = new double[parameters.size()];
        this.keptMeans = new KeptArrays(means);
        this.keptSquares = new KeptArrays(squares);
    }

    /** Forgets all earlier steps. */
    public void reset() {
        steps = 0;
        means.forEach(mean -> Arrays.fill(mean, 0));
        squares.forEach(square -> Arrays.fill(square, 0));
    }

    @Override
    public double step(double learningRate, double cap) {
        measure(0, parameters.size());
        double norm = begin(learningRate, cap);
        update(0, parameters.size());
        return norm;
    }

    /** How many arrays there are, which can be measured and updated apart from each other. */
    public int arrays() {
        return parameters.size();
    }

    /** The first part of {@link #step}: sums up the squares of some arrays' gradients. */
    public void measure(int from, int to) {
        for (int k = from; k < to; k++) {
            sums[k] = GradientNorm.squares(gradients.get(k));
        }
    }

    /**
     * The second part of {@link #step}, when all arrays are measured.
     *
     * @return the gradients' norm before capping
     */
    public double begin(double learningRate, double cap) {
        steps++;
        double sum = 0;
        for (double part : sums) {
            sum += part;
        }
        double norm = Math.sqrt(sum);
        scale = norm > cap ? (float) (cap / norm) : 1;
        rate = (float) (learningRate / (1 - Math.pow(BETA1, steps)));
        root = (float) (1 / Math.sqrt(1 - Math.pow(BETA2, steps)));
        return norm;
    }

    /** The last part of {@link #step}: changes some arrays. */
    public void update(int from, int to) {
        for (int k = from; k < to; k++) {
            loops.adam(
                    parameters.get(k),
                    gradients.get(k),
                    means.get(k),
                    squares.get(k),
                    scale,
                    rate,
                    root);
        }
    }

    @Override
    public void keep() {
        keptSteps = steps;
        keptMeans.keep();
        keptSquares.keep();
    }

    @Override
    public void goBack() {
        steps = keptSteps;
        keptMeans.goBack();
        keptSquares.goBack();
    }

    @Override
    public void save(DataOutput out) throws IOException {
        out.writeLong(steps);
        FloatArrays.save(means, out);
        FloatArrays.save(squares, out);
    }

    @Override
    public void restore(DataInput in) throws IOException {
        steps = in.readLong();
        FloatArrays.restore(means, in);
        FloatArrays.restore(squares, in);
    }
}
