package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.game.BaseGame;
import stackelberg.game.JointIndex;
import stackelberg.game.Play;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Faults;

class ResponseAlgorithmTest {
    static Stream<FollowerModel> models() {
        return Stream.of(
                new MultiplicativeWeights(),
                new SampledMultiplicativeWeights(),
                new RegretMatching());
    }

    /** What a learner was told after an update, and every learner's strategies at its start. */
    private static final class Told {
        final int[] types;
        final double[][][] strategies;
        final List<int[]> visited = new ArrayList<>();
        final double[][] utilities;

        Told(int[] types, double[][][] strategies) {
            this.types = types;
            this.strategies = strategies;
            this.utilities = new double[strategies.length][];
        }
    }

    /** Jumps to a random strategy whenever it learns, and notes what it is told. */
    private static final class Erratic implements HearsPayoffs {
        final double[][] strategies;
        final int follower;
        final List<Told> log;
        final RandomGenerator random;

        Erratic(int follower, int types, int actions, List<Told> log, RandomGenerator random) {
            this.follower = follower;
            this.strategies = new double[types][actions];
            this.log = log;
            this.random = random;
            for (double[] strategy : strategies) {
                jump(strategy);
            }
        }

        private void jump(double[] strategy) {
            Arrays.setAll(strategy, a -> random.nextDouble());
            double sum = Arrays.stream(strategy).sum();
            Arrays.setAll(strategy, a -> strategy[a] / sum);
        }

        @Override
        public void reset() {}

        @Override
        public double[] strategy(int type) {
            return strategies[type];
        }

        @Override
        public void learn(int type, double[] utilities) {
            Told told = log.get(log.size() - 1);
            assertThat(type).isEqualTo(told.types[follower]);
            assertThat(told.utilities[follower]).isNull();
            told.utilities[follower] = utilities.clone();
            jump(strategies[type]);
        }

        @Override
        public void save(java.io.DataOutput out) {
            // Nothing is learned.
        }

        @Override
        public void restore(java.io.DataInput in) {
            // Nothing was learned.
        }

        @Override
        public int stateSize() {
            return 0;
        }

        @Override
        public void describe(float[] into, int at) {}
    }

    /**
     * One update of the exact schedule: types held fixed, each joint action once, and payoffs
     * integrated over the others' strategies as they were when it began.
     */
    @Test
    void anExactUpdateVisitsEachJointActionOnceAndIntegratesOverTheOthersStrategies() {
        RandomGenerator random = new SplittableRandom(101);
        for (int trial = 0; trial < 40; trial++) {
            RandomGame game = RandomGame.any(random);
            int n = game.followers();
            List<Told> log = new ArrayList<>();
            Erratic[] learners = new Erratic[n];
            for (int i = 0; i < n; i++) {
                learners[i] = new Erratic(i, game.prior().types(i), game.actions(i), log, random);
            }
            Lesson[] lessons = new Lesson[n];
            Arrays.fill(lessons, Lesson.SWEEP);
            ResponseAlgorithm algorithm = new JointSweep(game, learners, lessons, 5);
            int update = algorithm.plays() / 5;
            Play play = game.newPlay();
            int[] types = new int[n];
            for (int p = 0; p < algorithm.plays(); p++) {
                algorithm.beginPlay(random, types);
                if (p % update == 0) {
                    log.add(new Told(types.clone(), copy(learners)));
                }
                Told told = log.get(log.size() - 1);
                assertThat(types).containsExactly(told.types);
                int[] actions = new int[n];
                Arrays.setAll(actions, i -> algorithm.action(i, 0));
                told.visited.add(actions);
                complete(play, types, actions);
                algorithm.endPlay(play);
            }
            assertThat(log).hasSize(5);
            log.forEach(told -> requireExact(game, told));
        }
    }

    private static double[][][] copy(Seat[] learners) {
        return Arrays.stream(learners)
                .map(
                        learner ->
                                Arrays.stream(((Erratic) learner).strategies)
                                        .map(double[]::clone)
                                        .toArray(double[][]::new))
                .toArray(double[][][]::new);
    }

    private static void complete(Play play, int[] types, int[] actions) {
        play.begin(types);
        play.followersAct(actions);
        play.leaderActs(new double[] {0});
    }

    private static void requireExact(RandomGame game, Told told) {
        int[] counts = stackelberg.game.InducedGame.actionCounts(game);
        int joints = (int) JointIndex.count(counts);
        assertThat(told.visited.stream().map(a -> JointIndex.encode(a, counts)).sorted().toList())
                .isEqualTo(java.util.stream.IntStream.range(0, joints).boxed().toList());
        int profile = JointIndex.encode(told.types, game.typeCounts());
        for (int i = 0; i < counts.length; i++) {
            double[] expected = new double[counts[i]];
            for (int joint = 0; joint < joints; joint++) {
                int[] actions = JointIndex.decode(joint, counts);
                double others = 1;
                for (int j = 0; j < counts.length; j++) {
                    others *= j == i ? 1 : told.strategies[j][told.types[j]][actions[j]];
                }
                expected[actions[i]] += others * game.payoffs[1 + i][profile][joint][0];
            }
            assertThat(told.utilities[i]).containsExactly(expected, within(1e-12));
        }
    }

    /** One of the followers' own actions at a time, all others at one reference profile. */
    @Test
    void aSampledUpdateTriesEachActionOfEachFollowerAgainstOneReferenceProfile() {
        RandomGenerator random = new SplittableRandom(102);
        for (int trial = 0; trial < 40; trial++) {
            RandomGame game = RandomGame.any(random);
            ResponseAlgorithm algorithm =
                    Followers.assemble(List.of(new SampledMultiplicativeWeights()), game, 30);
            int[] types = new int[game.followers()];
            Play play = game.newPlay();
            int update = 0;
            for (int i = 0; i < game.followers(); i++) {
                update += game.actions(i);
            }
            for (int u = 0; u < algorithm.plays() / update; u++) {
                int[][] visited = new int[update][game.followers()];
                for (int[] actions : visited) {
                    algorithm.beginPlay(random, types);
                    Arrays.setAll(actions, i -> algorithm.action(i, 0));
                    complete(play, types, actions);
                    algorithm.endPlay(play);
                }
                requireDeviations(game, visited);
            }
        }
    }

    private static void requireDeviations(BaseGame game, int[][] visited) {
        int at = 0;
        int[] reference = new int[game.followers()];
        for (int j = 0; j < reference.length; j++) {
            // Read off a play in which another follower deviates; alone there is no reference.
            reference[j] = j == 0 ? visited[visited.length - 1][0] : visited[0][j];
        }
        for (int i = 0; i < game.followers(); i++) {
            for (int a = 0; a < game.actions(i); a++) {
                int[] expected = reference.clone();
                expected[i] = a;
                assertThat(visited[at++]).containsExactly(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theStateIsDescribedInAsManyNumbersAsAnnouncedAtEveryPlay(FollowerModel model) {
        RandomGenerator random = new SplittableRandom(103);
        for (int trial = 0; trial < 10; trial++) {
            RandomGame game = RandomGame.any(random);
            ResponseAlgorithm algorithm = Followers.assemble(List.of(model), game, 100);
            Play play = game.newPlay();
            int[] types = new int[game.followers()];
            algorithm.reset();
            requireDescription(algorithm);
            for (int p = 0; p < algorithm.plays(); p++) {
                algorithm.beginPlay(random, types);
                requireDescription(algorithm);
                int[] actions = new int[types.length];
                Arrays.setAll(actions, i -> algorithm.action(i, 0));
                complete(play, types, actions);
                algorithm.endPlay(play);
                requireDescription(algorithm);
            }
        }
    }

    private static void requireDescription(ResponseAlgorithm algorithm) {
        int size = algorithm.stateSize();
        float[] into = new float[size + 6];
        Arrays.fill(into, Float.NaN);
        algorithm.describe(into, 3);
        for (int k = 0; k < into.length; k++) {
            if (k < 3 || k >= size + 3) {
                assertThat(into[k]).isNaN();
            } else {
                assertThat(into[k]).as("number %d", k - 3).isBetween(-1.01f, 1.01f);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aResetForgetsTheLastResponsePhase(FollowerModel model) {
        RandomGenerator random = new SplittableRandom(104);
        for (int trial = 0; trial < 10; trial++) {
            RandomGame game = RandomGame.any(random);
            ResponseAlgorithm algorithm = Followers.assemble(List.of(model), game, 100);
            float[] fresh = described(algorithm);
            float[] first = phase(algorithm, game, 7, 0);
            // Broken off in the middle of an update, as a cancelled run leaves it.
            phase(algorithm, game, 8, 1);
            algorithm.reset();
            if (!(model instanceof SampledMultiplicativeWeights)) {
                assertThat(described(algorithm)).containsExactly(fresh);
            }
            for (int i = 0; i < game.followers(); i++) {
                for (int type = 0; type < game.prior().types(i); type++) {
                    assertThat(algorithm.regret(i, type)).isZero();
                    assertThat(algorithm.response().strategy(i, type))
                            .containsOnly(1.0 / game.actions(i));
                }
            }
            assertThat(phase(algorithm, game, 7, 0)).containsExactly(first);
        }
    }

    private static float[] described(ResponseAlgorithm algorithm) {
        float[] state = new float[algorithm.stateSize()];
        algorithm.describe(state, 0);
        return state;
    }

    private static float[] phase(
            ResponseAlgorithm algorithm, RandomGame game, long seed, int shorter) {
        RandomGenerator random = new SplittableRandom(seed);
        Play play = game.newPlay();
        int[] types = new int[game.followers()];
        algorithm.reset();
        for (int p = 0; p < algorithm.plays() - shorter; p++) {
            algorithm.beginPlay(random, types);
            int[] actions = new int[types.length];
            Arrays.setAll(actions, i -> algorithm.action(i, 0));
            complete(play, types, actions);
            algorithm.endPlay(play);
        }
        return described(algorithm);
    }

    @ParameterizedTest
    @MethodSource("models")
    void aBudgetIsFlooredToWholeUpdatesAndLessThanOneIsRefusedInWords(FollowerModel model) {
        RandomGame game =
                new RandomGame(new SplittableRandom(105), new int[] {1, 2}, new int[] {4, 3}, 2, 1);
        int update = (int) Followers.playsPerUpdate(List.of(model), game);
        assertThat(update).isEqualTo(model.lesson() == Lesson.SWEEP ? 12 : 7);
        for (int budget = update; budget < 4 * update; budget++) {
            assertThat(Followers.assemble(List.of(model), game, budget).plays())
                    .isEqualTo(budget / update * update);
        }
        for (int budget : new int[] {1, update - 1}) {
            assertThatThrownBy(() -> Followers.assemble(List.of(model), game, budget))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("responsePlays")
                    .hasMessageContaining("at least " + update);
        }
    }

    @Test
    void modelsThatDoNotFitTheGameAreFaults() {
        RandomGame game =
                new RandomGame(new SplittableRandom(106), new int[] {1, 2}, new int[] {2, 2}, 2, 1);
        FollowerModel exact = new MultiplicativeWeights();
        FollowerModel sampled = new SampledMultiplicativeWeights();
        assertThat(faults(List.of(exact, new RegretMatching()), game)).isEmpty();
        assertThat(faults(List.of(exact, exact, exact), game))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("3 models"));
        assertThat(faults(List.of(exact, sampled), game)).isEmpty();
        assertThat(faults(List.of(exact, new LevelK(1, 3)), game))
                .singleElement()
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("$.followers[1].naive"));
    }

    private static List<Fault> faults(List<FollowerModel> models, BaseGame game) {
        Faults faults = new Faults();
        Followers.check(models, game, 100, faults.at("followers"), faults.at("plays"));
        return faults.list();
    }

    /** Zinkevich et al. 2007, Thm. 3: at most √|A| / √T for payoffs in [0, 1]. */
    @Test
    void regretMatchingsRegretShrinksAgainstAnAdversary() {
        RandomGame game =
                new RandomGame(new SplittableRandom(107), new int[] {1}, new int[] {4}, 1, 1);
        for (int updates : new int[] {10, 100, 1_000, 10_000}) {
            HearsPayoffs learner = (HearsPayoffs) new RegretMatching().seat(game, 0);
            double[] totals = new double[4];
            double earned = 0;
            for (int t = 0; t < updates; t++) {
                double[] strategy = learner.strategy(0);
                assertThat(Arrays.stream(strategy).sum()).isCloseTo(1, within(1e-12));
                double[] payoffs = new double[4];
                for (int a = 0; a < 4; a++) {
                    payoffs[a] = strategy[a] <= 0.25 ? 1 - 0.1 * a : 0;
                    totals[a] += payoffs[a];
                    earned += strategy[a] * payoffs[a];
                }
                learner.learn(0, payoffs);
            }
            double regret = (Arrays.stream(totals).max().orElseThrow() - earned) / updates;
            assertThat(regret).isLessThanOrEqualTo(Math.sqrt(4.0 / updates));
        }
    }

    /** (1 + ε)^Σu leaves the range of doubles after some thousand updates. */
    @ParameterizedTest
    @MethodSource("models")
    void strategiesStayProbabilitiesHoweverLongOneLearns(FollowerModel model) {
        RandomGame game =
                new RandomGame(new SplittableRandom(108), new int[] {1}, new int[] {3}, 1, 1);
        HearsPayoffs learner = (HearsPayoffs) model.seat(game, 0);
        for (double sign : new double[] {1, -1}) {
            for (int t = 0; t < 100_000; t++) {
                learner.learn(0, new double[] {sign, 0.5 * sign, 0});
            }
            double[] strategy = learner.strategy(0);
            assertThat(Arrays.stream(strategy).sum()).isCloseTo(1, within(1e-12));
            for (double probability : strategy) {
                assertThat(probability).isBetween(0.0, 1.0);
            }
        }
    }

    @Test
    void jointActionsAreDrawnAsOftenAsTheResponseSays() {
        RandomGenerator random = new SplittableRandom(109);
        RandomGame game = new RandomGame(random, new int[] {2, 2}, new int[] {3, 2}, 2, 1);
        ResponseAlgorithm algorithm =
                Followers.assemble(List.of(new MultiplicativeWeights()), game, 60);
        phase(algorithm, game, 1, 0);
        int draws = 50_000;
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int[] types = game.prior().profile(profile);
            int[] seen = new int[6];
            int[] actions = new int[2];
            for (int k = 0; k < draws; k++) {
                algorithm.response().draw(types, random, actions);
                seen[JointIndex.encode(actions, new int[] {3, 2})]++;
            }
            double chiSquare = 0;
            for (int joint = 0; joint < 6; joint++) {
                double expected =
                        draws
                                * algorithm
                                        .response()
                                        .probability(
                                                types, JointIndex.decode(joint, new int[] {3, 2}));
                chiSquare += Math.pow(seen[joint] - expected, 2) / expected;
            }
            // The 99.9 % quantile for five degrees of freedom.
            assertThat(chiSquare).isLessThan(20.52);
        }
    }
}
