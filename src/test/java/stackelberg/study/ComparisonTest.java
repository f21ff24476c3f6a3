package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    /**
     * Differences 1, 2, 3: mean 2, t = 2/(1/√3) = 3.4641, p = 0.07418 with 2 degrees of freedom.
     */
    @Test
    void pairsBySeedAsByHand() {
        Map<Long, Double> first = Map.of(1L, 1.0, 2L, 1.0, 3L, 1.0, 9L, 50.0);
        Map<Long, Double> second = Map.of(1L, 2.0, 2L, 3.0, 3L, 4.0, 8L, -50.0);
        Comparison comparison = Comparison.againstFirst(List.of(first, second)).get(0);
        assertThat(comparison.pairs()).isEqualTo(3);
        assertThat(comparison.difference()).isEqualTo(2);
        assertThat(comparison.p()).isCloseTo(0.0741799, within(1e-6));
        assertThat(comparison.low()).isCloseTo(1, within(0.35));
        assertThat(comparison.high()).isCloseTo(3, within(0.35));
    }

    /** Holm's own arithmetic: .01, .04, .03 of three become .03, .06, .06. */
    @Test
    void manyComparisonsAreAdjusted() {
        assertThat(Comparison.holm(new double[] {0.01, 0.04, 0.03}))
                .containsExactly(new double[] {0.03, 0.06, 0.06}, within(1e-12));
        assertThat(Comparison.holm(new double[] {0.5, Double.NaN, 0.9})[1]).isNaN();
        assertThat(Comparison.holm(new double[] {0.6, 0.9})[1]).isEqualTo(1);
    }

    @Test
    void whatDoesNotVaryIsCertain() {
        Map<Long, Double> one = Map.of(1L, 1.0, 2L, 1.0);
        Map<Long, Double> two = Map.of(1L, 2.0, 2L, 2.0);
        List<Comparison> all = Comparison.againstFirst(List.of(one, two, one, Map.of()));
        assertThat(all.get(0).p()).isZero();
        assertThat(all.get(1).p()).isEqualTo(1);
        assertThat(all.get(2).pairs()).isZero();
        assertThat(all.get(2).difference()).isNaN();
    }

    @Test
    void aSinglePairHasADifferenceAndNoP() {
        Comparison one = Comparison.againstFirst(List.of(Map.of(1L, 1.0), Map.of(1L, 3.0))).get(0);
        assertThat(one.difference()).isEqualTo(2);
        assertThat(one.low()).isEqualTo(2);
        assertThat(one.high()).isEqualTo(2);
        assertThat(one.p()).isNaN();
    }
}
