package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.game.BaseGame;
import stackelberg.game.IteratedMatrix;
import stackelberg.oracle.RandomGame;

/** The rules of learners that hear payoffs, number by number, and what a critic sees of them. */
class LearnerRulesTest {
    private static final Offset<Double> EXACT = within(1e-12);

    /** Two types, three actions. */
    private static RandomGame game() {
        return new RandomGame(new SplittableRandom(5), new int[] {2}, new int[] {3}, 1, 1);
    }

    static List<FollowerModel> models() {
        return List.of(
                new MultiplicativeWeights(0.7),
                new SampledMultiplicativeWeights(0.2),
                new RegretMatching(),
                new FictitiousPlay(),
                new SwapRegret(0.4));
    }

    private static HearsPayoffs seat(FollowerModel model) {
        HearsPayoffs seat = (HearsPayoffs) model.seat(game(), 0);
        seat.reset();
        return seat;
    }

    private static float[] described(Seat seat) {
        float[] into = new float[seat.stateSize() + 2];
        Arrays.fill(into, 9);
        seat.describe(into, 1);
        assertThat(into[0]).isEqualTo(9);
        assertThat(into[into.length - 1]).isEqualTo(9);
        return Arrays.copyOfRange(into, 1, into.length - 1);
    }

    /** A payoff of 1 multiplies a weight by 1 + ε; types learn apart. */
    @Test
    void weightsAreMultiplied() {
        HearsPayoffs seat = seat(new MultiplicativeWeights(0.7));
        double[] weights = {1, 1, 1};
        double[][] heard = {{1, 0, 0.5}, {-1, 2, 0}, {0.3, 0.3, 0.3}};
        for (double[] payoffs : heard) {
            seat.learn(1, payoffs);
            for (int a = 0; a < 3; a++) {
                weights[a] *= Math.pow(1.7, payoffs[a]);
            }
        }
        double total = Arrays.stream(weights).sum();
        double largest = Arrays.stream(weights).max().orElseThrow();
        float[] state = described(seat);
        for (int a = 0; a < 3; a++) {
            assertThat(seat.strategy(1)[a]).isCloseTo(weights[a] / total, EXACT);
            assertThat(seat.strategy(0)[a]).isCloseTo(1 / 3.0, EXACT);
            assertThat(state[a]).isEqualTo(1);
            assertThat((double) state[3 + a]).isCloseTo(weights[a] / largest, within(1e-6));
        }
    }

    /** R(a) grows by what a would have brought beyond what was earned. */
    @Test
    void regretsAreMatched() {
        HearsPayoffs seat = seat(new RegretMatching());
        double[] regrets = new double[3];
        double[] strategy = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        RandomGenerator random = new SplittableRandom(4);
        for (int t = 0; t < 20; t++) {
            double[] payoffs = random.doubles(3, -1, 1).toArray();
            seat.learn(0, payoffs);
            double earned = 0;
            for (int a = 0; a < 3; a++) {
                earned += strategy[a] * payoffs[a];
            }
            double positive = 0;
            for (int a = 0; a < 3; a++) {
                regrets[a] += payoffs[a] - earned;
                positive += Math.max(0, regrets[a]);
            }
            for (int a = 0; a < 3; a++) {
                strategy[a] = positive > 0 ? Math.max(0, regrets[a]) / positive : 1 / 3.0;
                assertThat(seat.strategy(0)[a]).isCloseTo(strategy[a], EXACT);
            }
        }
        HearsPayoffs content = seat(new RegretMatching());
        content.learn(1, new double[] {2, 2, 2});
        assertThat(content.strategy(1)).as("no regret").containsOnly(1 / 3.0);
    }

    /** The first of the best replies to all that was heard; a critic sees how far others lag. */
    @Test
    void beliefsAreSums() {
        HearsPayoffs seat = seat(new FictitiousPlay());
        assertThat(seat.strategy(0)).containsExactly(1, 0, 0);
        assertThat(described(seat)).containsOnly(0);
        seat.learn(0, new double[] {0, 4, 1});
        assertThat(seat.strategy(0)).containsExactly(0, 1, 0);
        seat.learn(0, new double[] {0, -2, 1});
        assertThat(seat.strategy(0)).as("the first of two").containsExactly(0, 1, 0);
        assertThat(described(seat)).containsExactly(-1, 0, 0, 0, 0, 0);
        seat.learn(0, new double[] {0, 0, 2});
        assertThat(seat.strategy(0)).containsExactly(0, 0, 1);
        assertThat(described(seat)).containsExactly(-1, -0.5f, 0, 0, 0, 0);
        assertThat(seat.strategy(1)).containsExactly(1, 0, 0);
    }

    /** σ(b) = Σ_a σ(a) q_a(b), each q_a being multiplicative weights that hear σ(a) ū. */
    @Test
    void swapRegretFollowsItsOwnAdvice() {
        HearsPayoffs seat = seat(new SwapRegret(0.4));
        double[][] sums = new double[3][3];
        double[] strategy = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        RandomGenerator random = new SplittableRandom(6);
        for (int t = 0; t < 30; t++) {
            double[] payoffs = random.doubles(3, -2, 2).toArray();
            seat.learn(1, payoffs);
            double[][] advice = new double[3][3];
            for (int a = 0; a < 3; a++) {
                double total = 0;
                for (int b = 0; b < 3; b++) {
                    sums[a][b] += strategy[a] * payoffs[b];
                    advice[a][b] = Math.pow(1.4, sums[a][b]);
                    total += advice[a][b];
                }
                for (int b = 0; b < 3; b++) {
                    advice[a][b] /= total;
                }
            }
            strategy = seat.strategy(1).clone();
            assertThat(Arrays.stream(strategy).sum()).isCloseTo(1, EXACT);
            float[] state = described(seat);
            for (int b = 0; b < 3; b++) {
                double followed = 0;
                for (int a = 0; a < 3; a++) {
                    followed += strategy[a] * advice[a][b];
                    assertThat((double) state[9 + 3 * a + b]).isCloseTo(advice[a][b], within(1e-6));
                }
                assertThat(strategy[b]).isCloseTo(followed, within(1e-9));
            }
        }
        assertThat(seat.strategy(0)).containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
    }

    /** What is saved goes on to the same bits, and a reset forgets all of it. */
    @ParameterizedTest
    @MethodSource("models")
    void whatWasLearnedIsSavedAndForgotten(FollowerModel model) throws IOException {
        RandomGenerator random = new SplittableRandom(7);
        HearsPayoffs seat = seat(model);
        float[] fresh = described(seat);
        for (int t = 0; t < 10; t++) {
            seat.learn(t % 2, random.doubles(3).toArray());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        seat.save(new DataOutputStream(bytes));
        HearsPayoffs other = seat(model);
        other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        for (int type = 0; type < 2; type++) {
            assertThat(other.strategy(type)).containsExactly(seat.strategy(type));
        }
        assertThat(described(other)).containsExactly(described(seat));
        double[] more = {0.2, 0.9, 0.4};
        seat.learn(1, more);
        other.learn(1, more);
        assertThat(other.strategy(1)).containsExactly(seat.strategy(1));
        seat.reset();
        assertThat(described(seat)).containsExactly(fresh);
        seat.learn(0, more);
        HearsPayoffs begun = seat(model);
        begun.learn(0, more);
        assertThat(seat.strategy(0)).containsExactly(begun.strategy(0));
        assertThat(seat.strategy(1)).containsExactly(begun.strategy(1));
    }

    /** Steps grow smaller only if twenty rounds have not brought it nearer. */
    @Test
    void aSoftReplyTakesSmallerStepsWhereItGoesRound() {
        LogitStep step = new LogitStep();
        double[] strategy = {0.5, 0.5};
        double[] goal = {Math.log(0.9), Math.log(0.1)};
        assertThat(step.approach(strategy, goal.clone())).isCloseTo(0.4, EXACT);
        assertThat(strategy).containsExactly(new double[] {0.9, 0.1}, EXACT);
        for (int round = 0; round < 40; round++) {
            step.round(0.4);
        }
        strategy[0] = 0.5;
        strategy[1] = 0.5;
        step.approach(strategy, goal.clone());
        assertThat(strategy[0]).as("0.7 of the way").isCloseTo(0.5 + 0.7 * 0.4, EXACT);
        for (int round = 0; round < 20; round++) {
            step.round(0.3);
        }
        strategy[0] = 0.5;
        strategy[1] = 0.5;
        step.approach(strategy, goal.clone());
        assertThat(strategy[0]).as("it came nearer").isCloseTo(0.5 + 0.7 * 0.4, EXACT);
        for (int round = 0; round < 20 * 40; round++) {
            step.round(0.3);
        }
        strategy[0] = 0.5;
        strategy[1] = 0.5;
        step.approach(strategy, goal.clone());
        assertThat(strategy[0]).as("never less than 0.001").isCloseTo(0.5 + 0.001 * 0.4, EXACT);
        step.reset();
        strategy[0] = 0.5;
        strategy[1] = 0.5;
        step.approach(strategy, goal.clone());
        assertThat(strategy[0]).isCloseTo(0.9, EXACT);
    }

    /** exp(scale · sum) in proportion, however large; the largest weighs 1. */
    @Test
    void exponentialWeightsDoNotOverflow() {
        double[] weights = new double[3];
        double total = Mixture.exponential(new double[] {1e6, 1e6 - 2, -1e9}, 0.5, weights);
        assertThat(weights).containsExactly(new double[] {1, Math.exp(-1), 0}, EXACT);
        assertThat(total).isCloseTo(1 + Math.exp(-1), EXACT);
        double[] strategy = {0.25, 0.75, 0};
        assertThat(Mixture.settle(strategy, 1)).isCloseTo(0.25, EXACT);
        assertThat(strategy).containsExactly(0, 1, 0);
    }

    /** Where a follower stands is one number for each type, observation and history. */
    @Test
    void situationsAreToldApart() {
        RandomGame typed =
                new RandomGame(new SplittableRandom(5), new int[] {3}, new int[] {2}, 1, 1);
        QTable table = new QTable(new QLearning(0.5, 0.9, 0, 2, 0), typed, 0);
        Set<Integer> rows = new TreeSet<>();
        for (int history = 0; history < 4; history++) {
            table.recall(history);
            for (int type = 0; type < 3; type++) {
                rows.add(table.situation(type, 0));
            }
        }
        assertThat(rows).hasSize(12).allMatch(row -> row >= 0 && row < 12);
        BaseGame dilemma = new IteratedMatrix().assemble();
        HearsPlays bandit = (HearsPlays) new Exp3(0.2, 0, 1).seat(dilemma, 0);
        QTable steps = new QTable(new QLearning(0.5, 0.9, 0, 0, 0), dilemma, 0);
        steps.reset();
        Set<Integer> seen = new TreeSet<>();
        for (int o = 0; o < 5; o++) {
            seen.add(bandit.situation(0, o));
            assertThat(steps.situation(0, o)).isEqualTo(o);
        }
        assertThat(seen).hasSize(5);
        // What is learned at one observation is known at that one only.
        bandit.learn(bandit.situation(0, 3), 1, 1, HearsPlays.OVER);
        steps.learn(steps.situation(0, 3), 1, 1, HearsPlays.OVER);
        for (int o = 0; o < 5; o++) {
            assertThat(bandit.strategy(0, o)[1] > 0.5).isEqualTo(o == 3);
            assertThat(steps.strategy(0, o)).containsExactly(o == 3 ? 0 : 1, o == 3 ? 1 : 0);
        }
    }

    /** Where neither the follower nor the leader cares it goes on doing what it does. */
    @Test
    void nothingChangesWhereNoOneCares() {
        RandomGame game = game();
        KnownGame known = new KnownGame(game);
        // First the second action alone is best, then others are as good.
        double[][] worths = {{0, 1, 0}, {0, 1, 1}, {1, 1, 0}, {1, 1, 1}};
        for (BestResponse.Ties ties : BestResponse.Ties.values()) {
            HearsCommitment seat = (HearsCommitment) new BestResponse(ties).seat(game, 0);
            for (double[] worth : worths) {
                tell(known, game, worth);
                seat.revise(known, (i, t) -> seat.strategy(t));
                assertThat(seat.strategy(0)).containsExactly(0, 1, 0);
            }
            tell(known, game, new double[] {1, 0, 1});
            seat.revise(known, (i, t) -> seat.strategy(t));
            assertThat(seat.strategy(0)[1]).as("it is no longer best").isZero();
        }
    }

    /** Everyone's payoffs, the leader's always the same. */
    private static void tell(KnownGame known, RandomGame game, double[] worth) {
        known.forget();
        for (int profile = 0; profile < game.prior().size(); profile++) {
            for (int a = 0; a < 3; a++) {
                known.note(profile, a, 0.5);
                known.note(0, profile, a, worth[a]);
            }
            known.visited(profile);
        }
    }

    /** σ ∝ exp(λ u), at once, in every phase and after a reset, whatever came before. */
    @Test
    void aSoftReplyBeginsWithAWholeStep() {
        RandomGame game = game();
        KnownGame known = new KnownGame(game);
        SoftReply seat = (SoftReply) new Logit(2).seat(game, 0);
        double[][] worths = {{0, 1, 0.5}, {1, 0, 0.2}, {0.3, 0.4, 0.9}};
        for (int phase = 0; phase < 3; phase++) {
            tell(known, game, worths[phase]);
            if (phase == 1) {
                seat.carryOn();
            } else {
                seat.reset();
            }
            double[] expected = new double[3];
            double[] worth = worths[phase];
            Arrays.setAll(expected, a -> Math.exp(2 * worth[a]));
            double total = Arrays.stream(expected).sum();
            Arrays.setAll(expected, a -> expected[a] / total);
            for (int round = 0; round < 100; round++) {
                seat.revise(known, (i, t) -> seat.strategy(t));
                assertThat(seat.strategy(1)).containsExactly(expected, EXACT);
            }
        }
    }

    /** Of equally good actions the leader's favourite, or the one it likes least. */
    @Test
    void equallyGoodActionsAreChosenAmongByTheLeadersReward() {
        RandomGame game = game();
        for (double[][] profile : game.payoffs[1]) {
            for (double[] action : profile) {
                action[0] = 1;
            }
        }
        double[][] rewards = {{0.2, 0.9, 0.5}, {0.7, 0.1, 0.7}};
        for (int type = 0; type < 2; type++) {
            for (int a = 0; a < 3; a++) {
                game.payoffs[0][type][a][0] = rewards[type][a];
            }
        }
        KnownGame known = new KnownGame(game);
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int type = game.prior().type(profile, 0);
            for (int a = 0; a < 3; a++) {
                known.note(profile, a, rewards[type][a]);
                known.note(0, profile, a, 1);
            }
            known.visited(profile);
        }
        HearsCommitment kind = (HearsCommitment) new BestResponse().seat(game, 0);
        assertThat(kind.revise(known, (i, t) -> kind.strategy(t))).isCloseTo(2 / 3.0, EXACT);
        assertThat(kind.strategy(0)).containsExactly(0, 1, 0);
        assertThat(kind.strategy(1)).containsExactly(1, 0, 0);
        assertThat(kind.revise(known, (i, t) -> kind.strategy(t))).isZero();
        HearsCommitment unkind =
                (HearsCommitment) new BestResponse(BestResponse.Ties.PESSIMISTIC).seat(game, 0);
        unkind.revise(known, (i, t) -> unkind.strategy(t));
        assertThat(unkind.strategy(0)).containsExactly(1, 0, 0);
        assertThat(unkind.strategy(1)).containsExactly(0, 1, 0);
        HearsCommitment naive = (HearsCommitment) new LevelK(0, 0).seat(game, 0);
        assertThat(naive.revise(known, (i, t) -> naive.strategy(t))).isCloseTo(0, EXACT);
        assertThat(naive.strategy(1)).containsOnly(1 / 3.0);
        HearsCommitment third = (HearsCommitment) new LevelK(0, 3).seat(game, 0);
        assertThat(third.revise(known, (i, t) -> third.strategy(t))).isCloseTo(2 / 3.0, EXACT);
        assertThat(third.strategy(0)).containsExactly(0, 0, 1);
    }
}
