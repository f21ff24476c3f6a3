package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.Frequencies;

/** How outputs stand for actions: points on a line, and one of several. */
class ActionCodeTest {
    private static final PointOnLine LINE = new PointOnLine(5);

    /** Five actions stand at −1, −½, 0, ½ and 1. */
    @Test
    void anActionIsShownAsItsPointAndAPointPlayedAsTheNearestAction() {
        float[] row = {9, 9, 9};
        for (int action = 0; action < 5; action++) {
            LINE.write(action, row, 1);
            assertThat(row).containsExactly(9, action / 2f - 1, 9);
        }
        new PointOnLine(1).write(0, row, 1);
        assertThat(row[1]).isZero();
        double[] strategy = {9, 9, 9, 9, 9};
        LINE.strategy(new float[] {atanh(0.26)}, strategy);
        assertThat(strategy).containsExactly(0, 0, 0, 1, 0);
        LINE.strategy(new float[] {atanh(0.24)}, strategy);
        assertThat(strategy).containsExactly(0, 0, 1, 0, 0);
        LINE.strategy(new float[] {-9}, strategy);
        assertThat(strategy).containsExactly(1, 0, 0, 0, 0);
        LINE.strategy(new float[] {9}, strategy);
        assertThat(strategy).containsExactly(0, 0, 0, 0, 1);
        assertThat(LINE.outputs()).isEqualTo(1);
        assertThat(LINE.inputs()).isEqualTo(1);
    }

    private static float atanh(double point) {
        return (float) (0.5 * Math.log((1 + point) / (1 - point)));
    }

    /** What is tried lies normally around the point, 0.6 wide at first; the ends catch the rest. */
    @Test
    void whatIsTriedStraysFromThePoint() {
        RandomGenerator random = new SplittableRandom(1);
        float[] outputs = {atanh(0.2)};
        long[] seen = new long[5];
        for (int k = 0; k < 40_000; k++) {
            seen[LINE.explore(outputs, 0.5, random)]++;
        }
        double[] expected = new double[5];
        double below = 0;
        for (int action = 0; action < 5; action++) {
            double end = action / 2.0 - 1 + 0.25;
            double up =
                    action == 4
                            ? 1
                            : new org.apache.commons.math3.distribution.NormalDistribution(0.2, 0.3)
                                    .cumulativeProbability(end);
            expected[action] = up - below;
            below = up;
        }
        Frequencies.assertDistribution(seen, expected);
        assertThat(LINE.explore(outputs, 0, random)).isEqualTo(2);
    }

    /** The gradient at the output is that of tanh. */
    @Test
    void aPointsGradientIsTheSlopeOfTheHyperbolicTangent() {
        RandomGenerator random = new SplittableRandom(1);
        float[] slopes = new float[1];
        float[] row = new float[3];
        float[] gradients = new float[1];
        for (float output : new float[] {-1.5f, 0, 0.7f}) {
            LINE.write(new float[] {output}, random, row, 1, slopes);
            assertThat((double) row[1]).isCloseTo(Math.tanh(output), within(1e-6));
            LINE.back(new float[] {0, 3, 0}, 1, slopes, gradients);
            double slope = (Math.tanh(output + 1e-5) - Math.tanh(output - 1e-5)) / 2e-5;
            assertThat((double) gradients[0]).isCloseTo(3 * slope, within(1e-4));
        }
    }

    /** The same noise again and again, so that the relaxation can be differenced. */
    @Test
    void aRelaxedActionsGradientIsItsDifferenceQuotient() {
        GumbelSoftmax code = new GumbelSoftmax(3, 0.7);
        assertThat(code.outputs()).isEqualTo(3);
        assertThat(code.inputs()).isEqualTo(3);
        float[] outputs = {0.4f, -0.8f, 0.1f};
        float[] weights = {9, 2, -1, 0.5f};
        float[] slopes = new float[3];
        float[] gradients = new float[3];
        for (long seed = 1; seed < 20; seed++) {
            value(code, outputs, weights, seed, slopes);
            code.back(weights, 1, slopes, gradients);
            for (int a = 0; a < 3; a++) {
                float[] up = outputs.clone();
                float[] down = outputs.clone();
                up[a] += 0.01f;
                down[a] -= 0.01f;
                double quotient =
                        (value(code, up, weights, seed, new float[3])
                                        - value(code, down, weights, seed, new float[3]))
                                / 0.02;
                assertThat((double) gradients[a]).isCloseTo(quotient, within(2e-3));
            }
        }
        float[] row = {9, 9, 9, 9, 9};
        code.write(2, row, 1);
        assertThat(row).containsExactly(9, 0, 0, 1, 9);
    }

    /** Only differences of logits count, however large they are. */
    @Test
    void largeLogitsDoNotOverflow() {
        GumbelSoftmax code = new GumbelSoftmax(3, 1);
        float[] small = {1, 0, -1};
        for (float shift : new float[] {0, 300, -300, 4_000, -4_000}) {
            float[] outputs = {1 + shift, shift, shift - 1};
            double[] strategy = new double[3];
            code.strategy(outputs, strategy);
            double total = Math.E + 1 + 1 / Math.E;
            assertThat(strategy)
                    .containsExactly(
                            new double[] {Math.E / total, 1 / total, 1 / Math.E / total},
                            within(1e-9));
            for (long seed = 1; seed < 20; seed++) {
                assertThat(code.explore(outputs, 1, new SplittableRandom(seed)))
                        .isEqualTo(code.explore(small, 1, new SplittableRandom(seed)));
                float[] row = new float[3];
                float[] expected = new float[3];
                code.write(outputs, new SplittableRandom(seed), row, 0, new float[3]);
                code.write(small, new SplittableRandom(seed), expected, 0, new float[3]);
                assertThat(row).containsExactly(expected, within(2e-3f));
            }
        }
    }

    private static double value(
            GumbelSoftmax code, float[] outputs, float[] weights, long seed, float[] slopes) {
        float[] row = new float[5];
        code.write(outputs, new SplittableRandom(seed), row, 1, slopes);
        double value = 0;
        for (int a = 1; a <= 3; a++) {
            assertThat(slopes[a - 1]).isEqualTo(row[a]);
            value += weights[a] * row[a];
        }
        return value;
    }
}
