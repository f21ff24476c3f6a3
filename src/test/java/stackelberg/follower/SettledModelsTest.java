package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.game.BaseGame;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.Commitment;
import stackelberg.game.GameFacts;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.MatrixDesign;
import stackelberg.game.NormalForm;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;

/** What automatic settings of followers come to, from the facts about a game alone. */
class SettledModelsTest {
    /** Payoffs from −1 to 1, under one row at most 0.5 apart; five columns. */
    private static GameFacts alone() {
        Table payoffs =
                Table.of(
                        new double[][][] {
                            {{0, 4}, {0, 3}, {0, 2}, {0, 2}, {0, 3}},
                            {{0, -4}, {0, -3}, {0, -2}, {0, -2}, {0, -3}}
                        });
        return GameFacts.of(new NormalForm(payoffs, Commitment.PURE, List.of()).assemble());
    }

    private static GameFacts together() {
        return GameFacts.of(new MatrixDesign().assemble());
    }

    @SuppressWarnings("unchecked") // What is made automatic is of the same class.
    private static <M extends FollowerModel> M automatic(M model) {
        return (M) Declaration.automatic((Record) model);
    }

    /** (1 + ε)^range is e^200 where it learns alone, e^0.5 where it learns with others. */
    @Test
    void weightsMoveRelativelyToThePayoffsRange() {
        MultiplicativeWeights one = automatic(new MultiplicativeWeights()).settled(alone());
        assertThat(Math.log1p(one.rate()) * 0.5).isCloseTo(200, within(1e-9));
        double range = together().payoffRange();
        MultiplicativeWeights two = automatic(new MultiplicativeWeights()).settled(together());
        assertThat(Math.log1p(two.rate()) * range).isCloseTo(0.5, within(1e-9));
        SwapRegret swap = automatic(new SwapRegret()).settled(together());
        assertThat(swap.rate()).isEqualTo(two.rate());
        assertThat(new MultiplicativeWeights(0.3).settled(alone()).rate()).isEqualTo(0.3);
        // Where payoffs hardly differ the rate stays a number.
        Table close = Table.of(new double[][][] {{{0, 1}, {0, 0.9}}});
        GameFacts facts =
                GameFacts.of(new NormalForm(close, Commitment.PURE, List.of()).assemble());
        assertThat(automatic(new MultiplicativeWeights()).settled(facts).rate())
                .isCloseTo(Math.expm1(690), within(1e290));
    }

    @Test
    void aPrecisionIsFiveOverThePayoffsRange() {
        Logit logit = automatic(new Logit()).settled(alone());
        assertThat(logit.precision()).isCloseTo(10, within(1e-9));
        assertThat(logit.seeksBestResponse()).isFalse();
        assertThat(new LevelK().seeksBestResponse()).isFalse();
        assertThat(new BestResponse().seeksBestResponse()).isTrue();
    }

    /** Auer et al. 2002, Cor. 3.2, over ten thousand plays of the largest number of actions. */
    @Test
    void exp3ExploresAsItsBoundAsks() {
        Exp3 exp3 = automatic(new Exp3()).settled(alone());
        assertThat(exp3.exploration())
                .isCloseTo(Math.sqrt(5 * Math.log(5) / ((Math.E - 1) * 10_000)), within(1e-12));
        assertThat(exp3.lowest()).isCloseTo(-1, within(1e-12));
        assertThat(exp3.range()).isCloseTo(2, within(1e-12));
        assertThat(Exp3.exploration(2, 1)).as("never more than always").isLessThan(1);
        assertThat(Exp3.exploration(5, 1)).isEqualTo(1);
        GameFacts single =
                GameFacts.of(
                        new NormalForm(
                                        Table.of(new double[][][] {{{1, 1}}}),
                                        Commitment.PURE,
                                        List.of())
                                .assemble());
        assertThat(automatic(new Exp3()).settled(single).exploration())
                .as("as if there were two actions")
                .isCloseTo(Math.sqrt(2 * Math.log(2) / ((Math.E - 1) * 10_000)), within(1e-12));
    }

    @Test
    void networksKnowPayoffsFromZeroToOneAndRememberWhatHelps() {
        DeepQ deep = automatic(new DeepQ()).settled(alone());
        assertThat(deep.lowest()).isCloseTo(-1, within(1e-12));
        assertThat(deep.range()).isCloseTo(2, within(1e-12));
        assertThat(deep.memory()).isEqualTo(1);
        assertThat(deep.units()).isEqualTo(new DeepQ().units());
        Maddpg maddpg = automatic(new Maddpg()).settled(alone());
        assertThat(maddpg.lowest()).isCloseTo(-1, within(1e-12));
        assertThat(maddpg.range()).isCloseTo(2, within(1e-12));
        GameFacts steps = GameFacts.of(new IteratedMatrix().assemble());
        assertThat(automatic(new DeepQ()).settled(steps).memory()).isZero();
        assertThat(automatic(new QLearning()).settled(steps))
                .isEqualTo(new QLearning(0.25, 0.95, 2e-4, 0, 0));
        assertThat(automatic(new QLearning()).settled(alone()).memory()).isEqualTo(1);
        assertThat(automatic(new MetaResponse()).settled(alone())).isEqualTo(new MetaResponse());
        assertThat(automatic(new SampledMultiplicativeWeights()).settled(alone()))
                .isEqualTo(new SampledMultiplicativeWeights());
    }

    /** What a follower does depends on more than its type where it sees or remembers something. */
    @Test
    void whoRemembers() {
        BaseGame once = new BertrandPlatform().assemble();
        BaseGame steps = new IteratedMatrix().assemble();
        for (FollowerModel blind :
                List.of(new Exp3(), new MetaResponse(), new InverseRl(), new Maddpg())) {
            assertThat(blind.remembers(once)).as(blind.toString()).isFalse();
            assertThat(blind.remembers(steps)).as(blind.toString()).isTrue();
        }
        for (FollowerModel recalls : List.of(new QLearning(), new DeepQ())) {
            assertThat(recalls.remembers(once)).isTrue();
        }
        assertThat(new Logit().remembers(steps)).isFalse();
        // What has no consequences is not discounted.
        assertThat(new QLearning(0.1, 0.9, 0, 0, 0).effectiveDiscount(once)).isZero();
        assertThat(new QLearning(0.1, 0.9, 0, 1, 0).effectiveDiscount(once)).isEqualTo(0.9);
        assertThat(new QLearning(0.1, 0.9, 0, 0, 0).effectiveDiscount(steps)).isEqualTo(0.9);
    }

    /** 16,777,216 values are the most; 4 · 4^11 are as many. */
    @Test
    void aTableHasRoomForSoManyValues() {
        BaseGame four =
                new RandomGame(
                        new java.util.SplittableRandom(1), new int[] {1}, new int[] {4}, 1, 1);
        assertThat(memoryFaults(four, 11)).isEmpty();
        assertThat(memoryFaults(four, 12))
                .containsExactly(
                        "$.memory: a table would have 6.71e+07 values, more than 16,777,216."
                                + " Remember fewer plays, or give the game fewer actions.");
        // Where nothing may be remembered it does not matter how much it would take.
        assertThat(memoryFaults(new IteratedMatrix().assemble(), 40)).hasSize(1);
        BaseGame typed =
                new RandomGame(
                        new java.util.SplittableRandom(1), new int[] {2}, new int[] {4}, 1, 1);
        assertThat(memoryFaults(typed, 11)).hasSize(1);
        for (FollowerModel deep : List.of(new DeepQ(), new Maddpg())) {
            Faults faults = new Faults();
            FollowerModel remembers =
                    (FollowerModel) Declaration.of((Record) deep).with((Record) deep, "memory", 2);
            remembers.check(new IteratedMatrix().assemble(), 0, faults);
            assertThat(faults.list())
                    .singleElement()
                    .satisfies(fault -> assertThat(fault.path()).isEqualTo("$.memory"));
        }
    }

    private static List<String> memoryFaults(BaseGame game, int memory) {
        Faults faults = new Faults();
        new QLearning(0.1, 0.9, 0, memory, 0).check(game, 0, faults);
        return faults.list().stream().map(Object::toString).toList();
    }

    @Test
    void levelZeroTakesAnActionThatEveryoneHas() {
        BaseGame game =
                new RandomGame(
                        new java.util.SplittableRandom(1),
                        new int[] {1, 1},
                        new int[] {4, 3},
                        1,
                        1);
        Faults good = new Faults();
        new LevelK(1, 3).check(game, 0, good);
        assertThat(good.list()).isEmpty();
        Faults bad = new Faults();
        new LevelK(1, 4).check(game, 0, bad);
        assertThat(bad.list())
                .extracting(Object::toString)
                .containsExactly(
                        "$.naive: follower 2 has 3 actions, and this would be number 4. Choose from"
                                + " 0 to 3.");
    }
}
