package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TypePriorTest {
    private static final int[] COUNTS = {2, 3};

    /** Correlated, with profiles that cannot occur. */
    private static final double[] JOINT = {0.1, 0, 0.25, 0.4, 0.05, 0.2};

    @Test
    void onlyPossibleProfilesAreInItWithTheirProbabilities() {
        TypePrior prior = TypePrior.joint(COUNTS, JOINT);
        assertThat(prior.size()).isEqualTo(5);
        double sum = 0;
        for (int profile = 0; profile < 5; profile++) {
            int[] types = prior.profile(profile);
            assertThat(prior.probability(profile))
                    .isEqualTo(JOINT[JointIndex.encode(types, COUNTS)]);
            assertThat(prior.type(profile, 1)).isEqualTo(types[1]);
            sum += prior.probability(profile);
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
    }

    @Test
    void marginalsAreSumsOverTheOthersTypes() {
        TypePrior prior = TypePrior.joint(COUNTS, JOINT);
        assertThat(prior.marginal(0, 0)).isCloseTo(0.35, within(1e-12));
        assertThat(prior.marginal(0, 1)).isCloseTo(0.65, within(1e-12));
        assertThat(prior.marginal(1, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(prior.marginal(1, 1)).isCloseTo(0.05, within(1e-12));
        assertThat(prior.marginal(1, 2)).isCloseTo(0.45, within(1e-12));
    }

    @Test
    void profilesAreDrawnAsOftenAsTheirProbabilitiesSay() {
        RandomGenerator random = new SplittableRandom(113);
        TypePrior prior = TypePrior.joint(COUNTS, JOINT);
        int draws = 100_000;
        int[] seen = new int[5];
        int[] types = new int[2];
        for (int k = 0; k < draws; k++) {
            int profile = prior.sample(random);
            seen[profile]++;
            prior.copy(profile, types);
            assertThat(types).containsExactly(prior.profile(profile));
        }
        double chiSquare = 0;
        for (int profile = 0; profile < 5; profile++) {
            double expected = draws * prior.probability(profile);
            chiSquare += Math.pow(seen[profile] - expected, 2) / expected;
        }
        // The 99.9 % quantile for four degrees of freedom.
        assertThat(chiSquare).isLessThan(18.47);
    }

    /** The ends of the unit interval are where a search by bisection goes wrong. */
    @Test
    void extremeDrawsAreTheFirstAndTheLastProfile() {
        TypePrior prior = TypePrior.joint(COUNTS, JOINT);
        assertThat(prior.sample(fixed(0))).isZero();
        assertThat(prior.sample(fixed(Math.nextDown(1.0)))).isEqualTo(4);
        assertThat(prior.sample(fixed(Math.nextDown(0.1)))).isZero();
        assertThat(prior.sample(fixed(0.1000001))).isEqualTo(1);
    }

    private static RandomGenerator fixed(double value) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException("only doubles are drawn");
            }

            @Override
            public double nextDouble() {
                return value;
            }
        };
    }

    @Test
    void theUniformPriorIsIndependentAndTheUntypedHasOneProfile() {
        TypePrior uniform = TypePrior.uniform(2, 3);
        assertThat(uniform.size()).isEqualTo(6);
        for (int profile = 0; profile < 6; profile++) {
            assertThat(uniform.probability(profile)).isCloseTo(1.0 / 6, within(1e-15));
            assertThat(uniform.profile(profile))
                    .containsExactly(JointIndex.decode(profile, COUNTS));
        }
        TypePrior untyped = TypePrior.untyped(3);
        assertThat(untyped.size()).isEqualTo(1);
        assertThat(untyped.probability(0)).isEqualTo(1);
        assertThat(untyped.profile(0)).containsExactly(0, 0, 0);
        assertThat(untyped.types(2)).isEqualTo(1);
    }

    @Test
    void whatItHandsOutIsACopy() {
        int[] counts = COUNTS.clone();
        TypePrior prior = TypePrior.joint(counts, JOINT);
        counts[0] = 99;
        prior.profile(0)[0] = 99;
        assertThat(prior.types(0)).isEqualTo(2);
        assertThat(prior.profile(0)[0]).isZero();
    }
}
