package stackelberg.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CategoricalTest {
    @Test
    void probabilitiesAreTheSoftmaxOfTheLogits() {
        RandomGenerator random = new SplittableRandom(71);
        for (int trial = 0; trial < 100; trial++) {
            int count = 1 + random.nextInt(6);
            float[] logits = Gradients.row(random, count, 3);
            Categorical categorical = new Categorical(count);
            double sum = 0;
            for (float logit : logits) {
                sum += Math.exp(logit);
            }
            double entropy = 0;
            for (int k = 0; k < count; k++) {
                double p = Math.exp(logits[k]) / sum;
                entropy -= p * Math.log(p);
                assertThat(categorical.probabilities(logits)[k]).isCloseTo(p, within(1e-12));
                assertThat(categorical.logProbability(logits, new double[] {k}))
                        .isCloseTo(Math.log(p), within(1e-9));
            }
            assertThat(categorical.entropy(logits)).isCloseTo(entropy, within(1e-9));
        }
    }

    @Test
    void largeLogitsDoNotOverflow() {
        Categorical categorical = new Categorical(3);
        float[] logits = {1e4f, 0, -1e4f};
        assertThat(categorical.probabilities(logits)).containsExactly(1, 0, 0);
        assertThat(categorical.entropy(logits)).isZero();
        float[] into = new float[3];
        categorical.addGradient(logits, new double[] {0}, 1, 1, into);
        assertThat(into).containsExactly(0, 0, 0);
    }

    @Test
    void gradientsOfLogProbabilityAndEntropyAreTheirDerivatives() {
        RandomGenerator random = new SplittableRandom(72);
        for (int trial = 0; trial < 100; trial++) {
            int count = 1 + random.nextInt(6);
            float[] logits = Gradients.row(random, count, 2);
            double[] action = {random.nextInt(count)};
            Gradients.requireDerivatives(new Categorical(count), logits, action, random);
        }
    }

    @Test
    void actionsAreDrawnAsOftenAsTheirProbabilitiesSay() {
        RandomGenerator random = new SplittableRandom(73);
        float[] logits = {0.3f, -1, 2, 0};
        Categorical categorical = new Categorical(4);
        double[] p = categorical.probabilities(logits).clone();
        int draws = 100_000;
        int[] seen = new int[4];
        double[] action = new double[1];
        for (int k = 0; k < draws; k++) {
            categorical.sample(logits, random, action);
            seen[(int) action[0]]++;
        }
        double chiSquare = 0;
        for (int k = 0; k < 4; k++) {
            chiSquare += Math.pow(seen[k] - draws * p[k], 2) / (draws * p[k]);
        }
        // The 99.9 % quantile for three degrees of freedom.
        assertThat(chiSquare).isLessThan(16.27);
    }

    @Test
    void theModeIsTheFirstActionOfLargestProbability() {
        double[] action = new double[1];
        new Categorical(4).mode(new float[] {-3, 2, 2, 1}, action);
        assertThat(action).containsExactly(1);
    }

    @Test
    void anImpossibleActionIsNeverDrawn() {
        RandomGenerator random = new SplittableRandom(74);
        double[] action = new double[1];
        for (int k = 0; k < 1000; k++) {
            new Categorical(3).sample(new float[] {-1e4f, 0, 0}, random, action);
            assertThat(action[0]).isIn(1.0, 2.0);
        }
    }
}
