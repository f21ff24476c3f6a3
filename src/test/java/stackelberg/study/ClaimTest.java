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

    /** t tests of one side: of one value nothing is known, of equal ones all. */
    @Test
    void oneSidedByHand() {
        assertThat(Claim.oneSided(new double[] {1})).isNaN();
        assertThat(Claim.oneSided(new double[] {1, 1})).isZero();
        assertThat(Claim.oneSided(new double[] {-1, -1})).isEqualTo(1);
        assertThat(Claim.oneSided(new double[] {0, 0})).isEqualTo(1);
        double up = Claim.oneSided(new double[] {0.25, 0.5});
        assertThat(up).isCloseTo(0.1024164, within(1e-6));
        assertThat(Claim.oneSided(new double[] {-0.25, -0.5})).isCloseTo(1 - up, within(1e-12));
    }

    @Test
    void belowIsAboveTheOtherWayRound() {
        Finding below =
                Claim.judge(
                                List.of(
                                        new Claim(
                                                "so",
                                                Measure.LEADER_REWARD,
                                                B,
                                                Relation.BELOW,
                                                A,
                                                0,
                                                0)),
                                VALUES)
                        .get(0);
        assertThat(below.difference()).isCloseTo(-1.02, within(1e-12));
        assertThat(below.p()).isCloseTo(0.00111, within(2e-5));
        assertThat(below.verdict()).isEqualTo(Verdict.AGREES);
    }

    /** Seeds that one of the two lacks do not count; what is near has no p value. */
    @Test
    void onlyPairsCount() {
        Claim.Values some =
                (levels, measure) -> levels.equals(A) ? values(1, 2, 3) : values(0.5, 1.5);
        List<Finding> findings =
                Claim.judge(
                        List.of(claim(Relation.NEAR, B, 0), claim(Relation.NEAR, null, 2.5)), some);
        assertThat(findings.get(0).n()).isEqualTo(2);
        assertThat(findings.get(0).difference()).isEqualTo(0.5);
        assertThat(findings.get(0).p()).isNaN();
        assertThat(findings)
                .as("as near as it may be")
                .extracting(Finding::verdict)
                .containsExactly(Verdict.AGREES, Verdict.AGREES);
        assertThat(Claim.judge(List.of(claim(Relation.NEAR, null, 0)), (levels, m) -> Map.of()))
                .extracting(Finding::verdict)
                .containsExactly(Verdict.OPEN);
    }
}
