package stackelberg.network;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The loops of {@link PlainLoops} on the Vector API: the same operations in the same order. */
final class VectorLoops implements RowLoops {
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = LANES.length();

    @Override
    public void tanh(float[][] values, int rows, int columns) {
        int whole = LANES.loopBound(columns);
        for (int row = 0; row < rows; row++) {
            float[] at = values[row];
            for (int j = 0; j < whole; j += WIDTH) {
                FloatVector x = FloatVector.fromArray(LANES, at, j).min(Tanh.CUT).max(-Tanh.CUT);
                FloatVector s = x.mul(x);
                FloatVector up = s.add(378f).mul(s).add(17325f).mul(s).add(135135f).mul(x);
                FloatVector down = s.mul(28f).add(3150f).mul(s).add(62370f).mul(s).add(135135f);
                up.div(down).intoArray(at, j);
            }
            Tanh.apply(at, whole, columns);
        }
    }

    @Override
    public void deriveTanh(float[][] outputs, float[][] gradients, int rows, int columns) {
        int whole = LANES.loopBound(columns);
        FloatVector one = FloatVector.broadcast(LANES, 1);
        for (int row = 0; row < rows; row++) {
            float[] gradient = gradients[row];
            for (int j = 0; j < whole; j += WIDTH) {
                FloatVector y = FloatVector.fromArray(LANES, outputs[row], j);
                FloatVector g = FloatVector.fromArray(LANES, gradient, j);
                g.mul(one.sub(y.mul(y))).intoArray(gradient, j);
            }
            Tanh.derive(outputs[row], gradient, whole, columns);
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
        int whole = LANES.loopBound(parameter.length);
        for (int j = 0; j < whole; j += WIDTH) {
            FloatVector g = FloatVector.fromArray(LANES, gradient, j).mul(scale);
            FloatVector m =
                    FloatVector.fromArray(LANES, mean, j)
                            .mul(Adam.BETA1)
                            .add(g.mul(1 - Adam.BETA1));
            FloatVector v =
                    FloatVector.fromArray(LANES, square, j)
                            .mul(Adam.BETA2)
                            .add(g.mul(1 - Adam.BETA2).mul(g));
            m.intoArray(mean, j);
            v.intoArray(square, j);
            FloatVector down = v.sqrt().mul(root).add(Adam.EPSILON);
            FloatVector.fromArray(LANES, parameter, j)
                    .sub(m.mul(rate).div(down))
                    .intoArray(parameter, j);
        }
        PlainLoops.adam(parameter, gradient, mean, square, scale, rate, root, whole);
    }
}
