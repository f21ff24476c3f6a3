package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.game.Frequencies;
import stackelberg.game.JointIndex;
import stackelberg.game.StageGame;
import stackelberg.game.TypePrior;
import stackelberg.oracle.RandomGame;

/** What followers draw: explored actions, types, pasts that no one made. */
class RandomPlayTest {
    private static final int DRAWS = 40_000;
    private static final int ACTIONS = 3;

    private final RandomGenerator random = new SplittableRandom(301);

    private static RandomGame game() {
        return new RandomGame(
                new SplittableRandom(17), new int[] {2, 3}, new int[] {ACTIONS, 2}, 1, 1);
    }

    private long[] chosen(HearsPlays seat, int situation) {
        long[] seen = new long[ACTIONS];
        for (int k = 0; k < DRAWS; k++) {
            seen[seat.choose(situation, random)]++;
        }
        return seen;
    }

    /** Any action with probability ε_t = exp(−β t), else the greedy one. */
    private void assertGreedyBut(HearsPlays seat, int situation, double epsilon) {
        double[] expected = new double[ACTIONS];
        double[] greedy = seat.strategy(1, 0);
        assertThat(greedy).contains(1).hasSize(ACTIONS);
        Arrays.setAll(expected, a -> epsilon / ACTIONS + (1 - epsilon) * greedy[a]);
        Frequencies.assertDistribution(chosen(seat, situation), expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300, 2_000, 6_000})
    void qLearnersExploreLessAndLess(int plays) {
        QTable table = new QTable(new QLearning(0.5, 0, 1e-3, 0, 0), game(), 0);
        table.reset();
        int row = table.situation(1, 0);
        table.learn(row, 1, 100, HearsPlays.OVER);
        for (int t = 0; t < plays; t++) {
            table.endPlay();
        }
        assertThat(table.strategy(1)[1]).isEqualTo(1);
        assertGreedyBut(table, row, Math.exp(-1e-3 * plays));
        table.reset();
        assertGreedyBut(table, row, 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300, 2_000})
    void deepQLearnersExploreLessAndLess(int plays) {
        DeepQ model = new DeepQ(0.003, 0.95, 1e-3, 0, 32, 1_000, 32, 16, 50, 0, 1);
        HearsPlays seat = (HearsPlays) model.seat(game(), 0);
        seat.reset();
        for (int t = 0; t < plays; t++) {
            seat.endPlay();
        }
        assertGreedyBut(seat, seat.situation(1, 0), Math.exp(-1e-3 * plays));
    }

    /** σ(a) = (1 − γ) w(a)/Σw + γ/K, with w from what each action has been estimated to earn. */
    @Test
    void exp3DrawsFromWeightsOfEstimatedPayoffsMixedWithAnyAction() {
        double exploration = 0.3;
        HearsPlays seat = (HearsPlays) new Exp3(exploration, -1, 4).seat(game(), 0);
        seat.reset();
        double[] sums = new double[ACTIONS];
        double[] strategy = {1 / 3.0, 1 / 3.0, 1 / 3.0};
        int situation = seat.situation(1, 0);
        double[] payoffs = {0.2, 7, -5};
        for (int t = 0; t < 12; t++) {
            int action = t % ACTIONS;
            // Payoffs from −1 to 3 count as 0 to 1, what lies outside as the nearest.
            double gain = Math.max(0, Math.min(1, (payoffs[action] + 1) / 4));
            sums[action] += gain / strategy[action];
            seat.learn(situation, action, payoffs[action], HearsPlays.OVER);
            double total = 0;
            for (int a = 0; a < ACTIONS; a++) {
                strategy[a] = Math.exp(exploration / ACTIONS * sums[a]);
                total += strategy[a];
            }
            for (int a = 0; a < ACTIONS; a++) {
                strategy[a] = (1 - exploration) * strategy[a] / total + exploration / ACTIONS;
                assertThat(seat.strategy(1)[a]).isCloseTo(strategy[a], within(1e-12));
            }
        }
        Frequencies.assertDistribution(chosen(seat, situation), strategy);
        assertThat(seat.strategy(0)).containsOnly(1 / 3.0);
    }

    static List<FollowerModel> models() {
        return List.of(
                new MultiplicativeWeights(),
                new SampledMultiplicativeWeights(),
                new Exp3(),
                new QLearning(0.1, 0.9, 1e-4, 1, 0));
    }

    /** Each update or play at a type profile of its own, none foretelling the next. */
    @ParameterizedTest
    @MethodSource("models")
    void typesAreDrawnFromThePriorAgainAndAgain(FollowerModel model) {
        RandomGame game = game();
        int updates = 12_000;
        int each = (int) Followers.playsPerUpdate(List.of(model), game);
        ResponseAlgorithm followers = Followers.assemble(List.of(model), game, updates * each);
        followers.reset();
        TypePrior prior = game.prior();
        StageGame stage = StageGame.of(game, observation -> new double[1]).orElseThrow();
        long[] seen = new long[prior.size()];
        long[][] following = new long[prior.size()][prior.size()];
        int[] types = new int[2];
        int before = -1;
        for (int k = 0; k < updates; k++) {
            followers.beginPlay(random, types);
            int profile = profile(prior, types);
            ((StageResponse) followers).play(stage, random, each);
            seen[profile]++;
            if (before >= 0) {
                following[before][profile]++;
            }
            before = profile;
        }
        double[] expected = new double[prior.size()];
        Arrays.setAll(expected, prior::probability);
        Frequencies.assertDistribution(seen, expected);
        Frequencies.assertIndependent(following);
    }

    private static int profile(TypePrior prior, int[] types) {
        for (int profile = 0; profile < prior.size(); profile++) {
            if (Arrays.equals(prior.profile(profile), types)) {
                return profile;
            }
        }
        throw new AssertionError("an impossible profile: " + Arrays.toString(types));
    }

    /** Before the first play anything may have happened in the plays that are remembered. */
    @Test
    void anImaginedPastIsAnyPast() {
        assertAnyPast((HearsPlays) new QLearning(0.1, 0.9, 0, 2, 0).seat(game(), 0));
        assertAnyPast(
                (HearsPlays)
                        new DeepQ(0.003, 0.95, 1e-3, 2, 4, 10, 4, 4, 50, 0, 1).seat(game(), 0));
    }

    private void assertAnyPast(HearsPlays table) {
        int histories = (int) table.histories();
        assertThat(histories).isEqualTo(36);
        long[] seen = new long[histories];
        for (int k = 0; k < DRAWS; k++) {
            table.imagineHistory(random);
            seen[(int) table.history()]++;
        }
        double[] uniform = new double[histories];
        Arrays.fill(uniform, 1.0 / histories);
        Frequencies.assertDistribution(seen, uniform);
    }

    /** Joint actions of followers that mix independently, some of them never. */
    @Test
    void aMixtureIsDrawnActionByAction() {
        double[][] mixtures = {{0.2, 0, 0.5, 0.3}, {0, 1}, {0.25, 0.75}, {1}, {0, 0, 1}};
        for (double[] mixture : mixtures) {
            long[] seen = new long[mixture.length];
            for (int k = 0; k < DRAWS; k++) {
                seen[Mixture.draw(mixture, random)]++;
            }
            Frequencies.assertDistribution(seen, mixture);
        }
    }

    /** The Gumbel-max trick: the largest of noisy logits is a draw from their softmax. */
    @Test
    void aRelaxedActionIsDrawnFromTheSoftmaxToo() {
        float[] logits = {0.3f, -1, 1.2f};
        GumbelSoftmax code = new GumbelSoftmax(ACTIONS, 0.7);
        double[] softmax = new double[ACTIONS];
        code.strategy(logits, softmax);
        double total = Math.exp(logits[0]) + Math.exp(logits[1]) + Math.exp(logits[2]);
        long[] explored = new long[ACTIONS];
        long[] relaxed = new long[ACTIONS];
        float[] row = new float[ACTIONS + 2];
        for (int k = 0; k < DRAWS; k++) {
            explored[code.explore(logits, 1, random)]++;
            code.write(logits, random, row, 1, new float[ACTIONS]);
            relaxed[row[1] > row[2] ? (row[1] > row[3] ? 0 : 2) : row[2] > row[3] ? 1 : 2]++;
            assertThat(row[1] + row[2] + row[3]).isCloseTo(1f, within(1e-5f));
        }
        for (int a = 0; a < ACTIONS; a++) {
            assertThat(softmax[a]).isCloseTo(Math.exp(logits[a]) / total, within(1e-9));
        }
        Frequencies.assertDistribution(explored, softmax);
        Frequencies.assertDistribution(relaxed, softmax);
    }

    /** A reference profile from the strategies, and every deviation from it. */
    @Test
    void referenceProfilesAreDrawnFromTheStrategies() {
        RandomGame game = game();
        List<FollowerModel> models = List.of(new SampledMultiplicativeWeights());
        int updates = 20_000;
        ResponseAlgorithm followers = Followers.assemble(models, game, 5 * updates);
        followers.reset();
        StageGame stage = StageGame.of(game, observation -> new double[1]).orElseThrow();
        int[] types = new int[2];
        long[] seen = new long[6];
        double[] expected = new double[6];
        for (int k = 0; k < updates; k++) {
            followers.beginPlay(random, types);
            float[] state = new float[followers.stateSize()];
            followers.describe(state, 0);
            // The last numbers: either reference action, one-hot; then how far the update is.
            int at = state.length - 2 - 5;
            int[] reference = {
                state[at] == 1 ? 0 : state[at + 1] == 1 ? 1 : 2, state[at + 3] == 1 ? 0 : 1
            };
            seen[JointIndex.encode(reference, new int[] {3, 2})]++;
            for (int joint = 0; joint < 6; joint++) {
                int[] actions = JointIndex.decode(joint, new int[] {3, 2});
                expected[joint] += followers.response().probability(types, actions) / updates;
            }
            followers.endPlay(new Outcome());
            ((StageResponse) followers).play(stage, random, 4);
        }
        Frequencies.assertDistribution(seen, expected);
    }

    /** A play that brought no one anything. */
    private static final class Outcome implements stackelberg.game.Play {
        @Override
        public void begin(int[] types) {
            throw new UnsupportedOperationException("it is over");
        }

        @Override
        public Turn turn() {
            return Turn.END;
        }

        @Override
        public void followersAct(int[] actions) {
            throw new UnsupportedOperationException("it is over");
        }

        @Override
        public int leaderObservation() {
            return 0;
        }

        @Override
        public void leaderActs(double[] action) {
            throw new UnsupportedOperationException("it is over");
        }

        @Override
        public double leaderReward() {
            return 0;
        }

        @Override
        public double payoff(int follower) {
            return 0;
        }
    }
}
