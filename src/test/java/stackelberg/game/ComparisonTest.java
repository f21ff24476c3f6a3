package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What a learned mechanism is held against, and how near to an optimum counts as reaching it. */
class ComparisonTest {
    private static final Offset<Double> EXACT = within(1e-15);

    @Test
    void aMixtureIsComparedWithTheBestRow() {
        NormalForm mixed = normalForm(Commitment.RANDOMISED);
        assertOne(mixed, "best without mixing", normalForm(Commitment.PURE));
        assertThat(normalForm(Commitment.PURE).comparisons()).isEmpty();

        BayesianNormalForm guard = new BayesianNormalForm();
        BayesianNormalForm pure =
                new BayesianNormalForm(
                        guard.payoffs(),
                        guard.prior(),
                        guard.followerTypes(),
                        guard.followerActions(),
                        Commitment.PURE);
        assertOne(guard, "best without mixing", pure);
        assertThat(pure.comparisons()).isEmpty();

        OrdinalGame chicken = new OrdinalGame(OrdinalGame.Name.CHICKEN, Commitment.PURE);
        assertOne(
                new OrdinalGame(OrdinalGame.Name.CHICKEN, Commitment.RANDOMISED),
                "best without mixing",
                chicken);
        assertThat(chicken.comparisons()).isEmpty();
    }

    @Test
    void messagesAreComparedWithFewer() {
        MechanismTable two = new MechanismTable();
        MechanismTable none =
                new MechanismTable(two.payoffs(), two.prior(), two.followerTypes(), List.of(1, 1));
        assertOne(two, "best without messages", none);
        assertThat(none.comparisons()).isEmpty();

        SequentialPricing sent = new SequentialPricing();
        assertOne(sent, "best without messages", silent(sent));
        assertThat(silent(sent).comparisons()).isEmpty();

        assertOne(
                new SimpleAllocation(4, 3),
                "best with one message fewer",
                new SimpleAllocation(4, 2));
        assertThat(new SimpleAllocation(4, 1).comparisons()).isEmpty();
    }

    /** Where nothing is paid or taxed, or the leader takes no notice, it always acts the same. */
    @Test
    void aLeaderIsComparedWithOneThatDoesNothing() {
        for (GameFamily payments : List.of(new MatrixDesign(), new SteeringPayments())) {
            Comparison paid = payments.comparisons().get(0);
            assertThat(paid.name()).isEqualTo("nothing paid");
            assertThat(paid.game()).isEqualTo(payments);
            assertThat(paid.actions()).hasSize(1);
            assertThat(paid.actions().get(0)).containsExactly(0, 0);
        }
        Comparison untaxed = new Taxation().comparisons().get(0);
        assertThat(untaxed.name()).isEqualTo("no taxes");
        assertThat(untaxed.actions().get(0)).containsExactly(0, 0, 0);
        assertThat(new IteratedMatrix().comparisons())
                .extracting(Comparison::name)
                .containsExactly("always row 1", "always row 2");
        assertThat(new IteratedMatrix().comparisons())
                .extracting(comparison -> comparison.actions().get(0)[0])
                .containsExactly(0.0, 1.0);
    }

    @Test
    void aLearnedRuleIsComparedWithTheRulesThatDecideNothing() {
        BertrandPlatform learned = platform(new PriceThreshold());
        assertThat(learned.comparisons())
                .extracting(Comparison::name)
                .containsExactlyInAnyOrder(
                        "No intervention", "PDP", "DPDP", "best that never changes");
        for (Comparison comparison : learned.comparisons()) {
            if (comparison.name().equals("best that never changes")) {
                assertThat(comparison.game()).isEqualTo(learned);
                assertThat(comparison.actions())
                        .extracting(action -> action[0])
                        .containsExactly(0.0, 1.0, 2.0, 3.0);
            } else {
                PlatformRule rule = ((BertrandPlatform) comparison.game()).rule();
                assertThat(comparison.game()).isEqualTo(platform(rule));
                assertThat(rule.actions(new double[4])).isEqualTo(1);
                assertThat(comparison.actions()).hasSize(1);
                assertThat(comparison.actions().get(0)).containsExactly(0);
            }
        }
        assertThat(platform(new PriceDirectedProminence()).comparisons()).isEmpty();
        assertThat(new SecurityGame().comparisons()).isEmpty();
    }

    private static BertrandPlatform platform(PlatformRule rule) {
        return new BertrandPlatform(3, 4, 1.05, 1.70, 2, 0.1, 1, 0.25, rule);
    }

    private static void assertOne(GameFamily family, String name, GameFamily other) {
        assertThat(family.comparisons())
                .singleElement()
                .satisfies(
                        comparison -> {
                            assertThat(comparison.name()).isEqualTo(name);
                            assertThat(comparison.game()).isEqualTo(other);
                            assertThat(comparison.actions()).isEmpty();
                        });
    }

    private static NormalForm normalForm(Commitment commitment) {
        NormalForm escape = new NormalForm();
        return new NormalForm(escape.payoffs(), commitment, escape.followerActions());
    }

    private static SequentialPricing silent(SequentialPricing sent) {
        return new SequentialPricing(
                sent.values(), sent.prior(), 1, sent.units(), sent.prices(), sent.purchase());
    }

    /** 1 %, or 2 % where the optimum is a supremum; never of an optimum that is 0. */
    @Test
    void howNearCountsAsTheOptimum() {
        NormalForm pure = normalForm(Commitment.PURE);
        NormalForm mixed = normalForm(Commitment.RANDOMISED);
        assertThat(pure.tolerance(0.5)).isEqualTo(0.005, EXACT);
        assertThat(pure.tolerance(-0.5)).isEqualTo(0.005, EXACT);
        assertThat(mixed.tolerance(0.5)).isEqualTo(0.01, EXACT);
        assertThat(mixed.tolerance(-2)).isEqualTo(0.04, EXACT);
        assertThat(pure.tolerance(1e-12)).isEqualTo(0.01, EXACT);
        assertThat(mixed.tolerance(-1e-12)).isEqualTo(0.01, EXACT);
        SequentialPricing sent = new SequentialPricing();
        assertThat(sent.tolerance(-0.04)).isEqualTo(0.01, EXACT);
        assertThat(silent(sent).tolerance(-0.04)).isEqualTo(0.0004, EXACT);
    }
}
