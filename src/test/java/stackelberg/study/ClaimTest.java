package stackelberg.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import stackelberg.study.Claim.Finding;
import stackelberg.study.Claim.Relation;
import stackelberg.study.Claim.Verdict;

class ClaimTest {
    private static final Map<String, String> A = Map.of("axis", "a");
    private static final Map<String, String> B = Map.of("axis", "b");

    private static Map<Long, Double> values(double... values) {
        Map<Long, Double> bySeed = new LinkedHashMap<>();
        for (int k = 0; k < values.length; k++) {
            bySeed.put((long) k, values[k]);
        }
        return bySeed;
    }

    private static final Claim.Values VALUES =
            (levels, measure) ->
                    levels.equals(A) ? values(2, 3, 4, 5, 6) : values(1, 1.5, 3.1, 3.9, 5.4);

    private static Claim claim(Relation relation, Map<String, String> other, double value) {
        return new Claim("so", Measure.LEADER_REWARD, A, relation, other, value, 0.5);
    }

    /** Differences 1, 1.5, .9, 1.1, .6: mean 1.02, s .327109, t 6.97, one-sided p .0011. */
    @Test
    void pairsAreComparedSeedBySeed() {
        Finding finding = Claim.judge(List.of(claim(Relation.ABOVE, B, 0)), VALUES).get(0);
        assertThat(finding.n()).isEqualTo(5);
        assertThat(finding.difference()).isCloseTo(1.02, within(1e-12));
        assertThat(finding.p()).isCloseTo(0.00111, within(2e-5));
        assertThat(finding.verdict()).isEqualTo(Verdict.AGREES);
    }

    @Test
    void whatIsClearlyTheOtherWayDoesNotAgreeAndWhatIsNotClearIsOpen() {
        List<Finding> findings =
                Claim.judge(
                        List.of(
                                claim(Relation.BELOW, B, 0),
                                claim(Relation.ABOVE, null, 3.9),
                                claim(Relation.NEAR, null, 4.4),
                                claim(Relation.NEAR, null, 4.6)),
                        VALUES);
        assertThat(findings)
                .extracting(Finding::verdict)
                .containsExactly(
                        Verdict.DISAGREES, Verdict.OPEN, Verdict.AGREES, Verdict.DISAGREES);
    }

    /** Two claims: the smaller p counts twice. */
    @Test
    void severalClaimsAreAdjustedTogether() {
        double alone = Claim.judge(List.of(claim(Relation.ABOVE, B, 0)), VALUES).get(0).p();
        List<Finding> two =
                Claim.judge(
                        List.of(claim(Relation.ABOVE, B, 0), claim(Relation.ABOVE, null, 3.9)),
                        VALUES);
        assertThat(two.get(0).p()).isCloseTo(2 * alone, within(1e-12));
    }

    @Test
    void withoutNumbersNothingIsSettled() {
        Finding none =
                Claim.judge(List.of(claim(Relation.ABOVE, B, 0)), (levels, m) -> Map.of()).get(0);
        assertThat(none.verdict()).isEqualTo(Verdict.OPEN);
        assertThat(none.difference()).isNaN();
    }
}
