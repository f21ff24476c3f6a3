package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Fits against closed forms, and against differences of the likelihood that they maximise. */
class ConditionalLogitTest {
    private static final double STEP = 1e-4;

    private final RandomGenerator random = new SplittableRandom(61);

    /** Rows of random features, every action of each chosen some times. */
    private final class Choices {
        final double[][][] features;
        final int[] chosen;
        final double[] counts;

        Choices(int rows, int actions, int size) {
            features = new double[rows * actions][][];
            chosen = new int[rows * actions];
            counts = new double[rows * actions];
            for (int row = 0; row < rows; row++) {
                double[][] offered = new double[actions][size];
                for (double[] action : offered) {
                    Arrays.setAll(action, k -> random.nextDouble(-1, 1));
                }
                for (int a = 0; a < actions; a++) {
                    int at = row * actions + a;
                    features[at] = offered;
                    chosen[at] = a;
                    counts[at] = 1 + random.nextInt(9);
                }
            }
        }

        double objective(double[] weights, double penalty) {
            double squares = Arrays.stream(weights).map(w -> w * w).sum();
            return ConditionalLogit.logLikelihood(features, chosen, counts, weights)
                    - penalty / 2 * squares;
        }

        /** By symmetric differences. */
        double second(double[] at, int k, int j, double penalty) {
            double sum = 0;
            for (int sign = 0; sign < 4; sign++) {
                double[] moved = at.clone();
                moved[k] += sign < 2 ? STEP : -STEP;
                moved[j] += sign % 2 == 0 ? STEP : -STEP;
                sum += (sign == 0 || sign == 3 ? 1 : -1) * objective(moved, penalty);
            }
            return sum / (4 * STEP * STEP);
        }
    }

    /** An action with the feature is chosen w times e as often as one without: w = log(n₁ / n₀). */
    @Test
    void twoActionsAndOneFeatureAreKnownInClosedForm() {
        for (int trial = 0; trial < 100; trial++) {
            double with = 1 + random.nextInt(50);
            double without = 1 + random.nextInt(50);
            double[][][] features = {{{1}, {0}}, {{1}, {0}}};
            ConditionalLogit fit =
                    new ConditionalLogit(
                            features, new int[] {0, 1}, new double[] {with, without}, 0);
            assertThat(fit.fit(share -> {})).isTrue();
            assertThat(fit.weights()[0]).isCloseTo(Math.log(with / without), within(1e-7));
            assertThat(fit.covariance()[0][0]).isCloseTo(1 / with + 1 / without, within(1e-7));
        }
    }

    @Test
    void theWeightsAreAMaximumAndTheirCovarianceTheInverseOfTheCurvatureThere() {
        for (int trial = 0; trial < 30; trial++) {
            int size = 1 + trial % 4;
            double penalty = trial % 2 == 0 ? 0 : random.nextDouble();
            Choices choices = new Choices(6, 2 + trial % 3, size);
            ConditionalLogit fit =
                    new ConditionalLogit(choices.features, choices.chosen, choices.counts, penalty);
            assertThat(fit.fit(share -> assertThat(share).isBetween(0.0, 1.0))).isTrue();
            double[] weights = fit.weights().clone();
            double most = choices.objective(weights, penalty);
            for (int tried = 0; tried < 50; tried++) {
                double[] other = weights.clone();
                Arrays.setAll(other, k -> weights[k] + random.nextDouble(-0.1, 0.1));
                assertThat(choices.objective(other, penalty)).isLessThan(most);
            }
            double[][] covariance = fit.covariance();
            for (int k = 0; k < size; k++) {
                for (int j = 0; j < size; j++) {
                    double product = 0;
                    for (int l = 0; l < size; l++) {
                        product -= covariance[k][l] * choices.second(weights, l, j, penalty);
                    }
                    assertThat(product).isCloseTo(k == j ? 1 : 0, within(1e-4));
                }
            }
            assertThat(fit.fit(share -> {})).isTrue();
            for (int k = 0; k < size; k++) {
                assertThat(fit.weights()[k]).isCloseTo(weights[k], within(1e-7));
            }
        }
    }

    /** What is always chosen has no maximum, unless weights cost something: n P₀ = c w. */
    @Test
    void whatIsAlwaysChosenHasAMaximumOnlyUnderAPenalty() {
        double[][][] features = {{{1}, {0}}};
        int[] chosen = {0};
        double[] counts = {10};
        assertThat(new ConditionalLogit(features, chosen, counts, 0).fit(share -> {})).isFalse();
        ConditionalLogit held = new ConditionalLogit(features, chosen, counts, 0.5);
        assertThat(held.fit(share -> {})).isTrue();
        double w = held.weights()[0];
        assertThat(10 / (1 + Math.exp(w))).isCloseTo(0.5 * w, within(1e-7));
        // No feature tells the actions apart.
        double[][][] alike = {{{1}, {1}}};
        assertThat(new ConditionalLogit(alike, chosen, counts, 0).fit(share -> {})).isFalse();
    }

    /** Whatever both actions have in common, also where its exponential is no number. */
    @Test
    void sharesAreThoseOfDifferencesAlone() {
        for (int trial = 0; trial < 100; trial++) {
            double low = random.nextDouble(-900, 900);
            double gap = random.nextDouble(-5, 5);
            double[] shares =
                    ConditionalLogit.shares(
                            new double[][] {{low + gap, 1}, {low, 1}}, new double[] {1, 700});
            assertThat(shares[0]).isCloseTo(1 / (1 + Math.exp(-gap)), within(1e-9));
            assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-12));
        }
    }
}
