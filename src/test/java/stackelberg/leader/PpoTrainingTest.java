package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.SampledMultiplicativeWeights;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.network.Adam;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

class PpoTrainingTest {
    private static final long BUDGET = 5_000;

    /** What is trained; small networks and rollouts, all features in use. */
    private enum Setting {
        ALLOCATION(
                new SimpleAllocation(3, 2),
                new SampledMultiplicativeWeights(),
                new Episode(40, RewardPhase.SAMPLED, 3, 0.5),
                settings(CriticInformation.FULL, 16)),
        STEPPED_BOX(
                new SteppedGame(new ActionSpace.Box(2, 0, 1)),
                new MultiplicativeWeights(),
                new Episode(30, RewardPhase.EXACT, 1, 1),
                settings(CriticInformation.FLAG, 64)),
        ESCAPE_HIDDEN(
                new NormalForm().assemble(),
                new MultiplicativeWeights(),
                new Episode(30, RewardPhase.EXACT, 1, 0),
                settings(CriticInformation.NONE, 7)),
        STEPPED_GEMM(
                new SteppedGame(new ActionSpace.Discrete(3)),
                new MultiplicativeWeights(),
                new Episode(90, RewardPhase.EXACT, 1, 1),
                settings(CriticInformation.FULL, 256));

        final BaseGame game;
        final FollowerModel model;
        final Episode episode;
        final Ppo ppo;

        Setting(BaseGame game, FollowerModel model, Episode episode, Ppo ppo) {
            this.game = game;
            this.model = model;
            this.episode = episode;
            this.ppo = ppo;
        }

        private static Ppo settings(CriticInformation critic, int minibatch) {
            return new Ppo(
                    critic, 3e-3, 0.04, 150, minibatch, 3, 0.95, 0.2, 0.01, 0.5, 0.5, -0.5, 8);
        }
    }

    /** A training with everything that belongs to it. */
    private static final class Trained {
        final Setting setting;
        final RandomStreams streams;
        final StackelbergPomdp pomdp;
        final Training training;

        Trained(Setting setting, long seed) {
            this.setting = setting;
            streams = new RandomStreams(seed);
            pomdp =
                    new StackelbergPomdp(
                            setting.game,
                            Followers.assemble(
                                    List.of(setting.model),
                                    setting.game,
                                    setting.episode.responsePlays()),
                            setting.episode);
            training = setting.ppo.begin(pomdp, streams, BUDGET);
        }

        List<Map<String, Double>> iterate(int times) {
            List<Map<String, Double>> diagnostics = new ArrayList<>();
            for (int k = 0; k < times; k++) {
                diagnostics.add(training.iterate(Watch.NONE));
            }
            return diagnostics;
        }

        byte[] saved() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                training.save(new DataOutputStream(bytes));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            return bytes.toByteArray();
        }

        /** A fresh training that goes on from this one's state. */
        Trained restored() throws IOException {
            return restored(saved(), pomdp.plays(), pomdp.transitions());
        }

        Trained restored(byte[] state, long plays, long transitions) throws IOException {
            Trained other = new Trained(setting, streams.seed());
            other.training.restore(new DataInputStream(new ByteArrayInputStream(state)));
            other.pomdp.resumeAt(plays, transitions);
            return other;
        }

        List<List<Double>> greedy() {
            LeaderPolicy policy = training.greedy();
            List<List<Double>> actions = new ArrayList<>();
            for (int k = 0; k < setting.game.leaderObservations(); k++) {
                actions.add(Arrays.stream(policy.act(k)).boxed().toList());
            }
            return actions;
        }
    }

    private static void requireSame(Trained one, Trained other) {
        assertThat(other.saved()).isEqualTo(one.saved());
        assertThat(other.greedy()).isEqualTo(one.greedy());
        assertThat(other.training.outerEpisodes()).isEqualTo(one.training.outerEpisodes());
        assertThat(other.pomdp.transitions()).isEqualTo(one.pomdp.transitions());
        assertThat(other.pomdp.plays()).isEqualTo(one.pomdp.plays());
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedTwiceIsTheSameTrainingBitForBit(Setting setting) {
        Trained one = new Trained(setting, 4);
        Trained other = new Trained(setting, 4);
        assertThat(other.iterate(4)).isEqualTo(one.iterate(4));
        requireSame(one, other);
    }

    /**
     * Algorithm 1 of Schulman et al. once more: a rollout, then so many epochs over it, each in an
     * order of its own, in minibatches of which the last may be smaller.
     */
    @ParameterizedTest
    @ValueSource(ints = {7, 50, 150, 400})
    void anIterationIsSoManyEpochsInShuffledMinibatches(int minibatch) throws IOException {
        Setting setting = Setting.ESCAPE_HIDDEN;
        Ppo ppo = Setting.settings(CriticInformation.NONE, minibatch);
        Training training = ppo.begin(pomdp(setting), new RandomStreams(6), BUDGET);
        StackelbergPomdp pomdp = pomdp(setting);
        RandomStreams streams = new RandomStreams(6);
        ActorCritic networks =
                new ActorCritic(
                        pomdp,
                        streams,
                        ppo.critic(),
                        ppo.hiddenUnits(),
                        ppo.initialLogSigma(),
                        ppo.rollout(),
                        minibatch);
        Adam optimiser = new Adam(networks.parameterArrays(), networks.gradientArrays());
        PpoStep step =
                new PpoStep(
                        ppo,
                        setting.game,
                        networks.actor(),
                        networks.critic(),
                        networks.rollout(),
                        optimiser,
                        new StepTeam(1),
                        new Costs());
        LearningRate rate = new LearningRate(ppo.learningRate(), ppo.annealedTo(), BUDGET);
        for (int iteration = 0; iteration < 3; iteration++) {
            training.iterate(Watch.NONE);
            networks.collect(ppo.lambda(), Watch.NONE);
            int size = networks.rollout().size;
            assertThat(size).isEqualTo(150);
            RandomGenerator shuffling = streams.at(Purpose.MINIBATCHES, iteration);
            for (int epoch = 0; epoch < ppo.epochs(); epoch++) {
                List<Integer> order = new ArrayList<>();
                for (int t = 0; t < size; t++) {
                    order.add(t);
                }
                for (int left = size; left > 1; left--) {
                    Collections.swap(order, left - 1, shuffling.nextInt(left));
                }
                int[] all = order.stream().mapToInt(Integer::intValue).toArray();
                for (int done = 0; done < size; done += minibatch) {
                    step.take(all, done, Math.min(size, done + minibatch), rate.now(pomdp));
                }
            }
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(expected);
            out.writeLong(iteration + 1);
            networks.save(out);
            optimiser.save(out);
            out.writeInt(0); // Nothing was scouted.
            ByteArrayOutputStream found = new ByteArrayOutputStream();
            training.save(new DataOutputStream(found));
            assertThat(found.toByteArray()).isEqualTo(expected.toByteArray());
        }
    }

    private static StackelbergPomdp pomdp(Setting setting) {
        return new StackelbergPomdp(
                setting.game,
                Followers.assemble(
                        List.of(setting.model), setting.game, setting.episode.responsePlays()),
                setting.episode);
    }

    @ParameterizedTest
    @EnumSource
    void anotherSeedIsAnotherTraining(Setting setting) {
        Trained one = new Trained(setting, 4);
        Trained other = new Trained(setting, 5);
        assertThat(other.saved()).isNotEqualTo(one.saved());
        assertThat(other.iterate(2)).isNotEqualTo(one.iterate(2));
        assertThat(other.saved()).isNotEqualTo(one.saved());
    }

    @Test
    void trainingsOnSeveralThreadsKeepTheirBits() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Trained>> running = new ArrayList<>();
            for (Setting setting : Setting.values()) {
                running.add(
                        threads.submit(
                                () -> {
                                    Trained trained = new Trained(setting, 4);
                                    trained.iterate(4);
                                    return trained;
                                }));
            }
            for (Future<Trained> each : running) {
                Trained alone = new Trained(each.get().setting, 4);
                alone.iterate(4);
                requireSame(alone, each.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRestoredTrainingGoesOnAsIfUninterrupted(Setting setting) throws IOException {
        Trained whole = new Trained(setting, 6);
        whole.iterate(2);
        Trained restored = whole.restored();
        requireSame(whole, restored);
        assertThat(restored.iterate(3)).isEqualTo(whole.iterate(3));
        requireSame(whole, restored);
    }

    @ParameterizedTest
    @EnumSource
    void aCancelledIterationLeavesTheStateBeforeIt(Setting setting) throws IOException {
        Trained whole = new Trained(setting, 7);
        Trained cancelled = new Trained(setting, 7);
        whole.iterate(2);
        cancelled.iterate(2);
        byte[] before = cancelled.saved();
        long plays = cancelled.pomdp.plays();
        long transitions = cancelled.pomdp.transitions();
        // In the first response phase, in a later episode, at the very first play.
        for (int stop : new int[] {17, 60, 1}) {
            assertThatThrownBy(() -> cancelled.training.iterate(new Stopping(stop)))
                    .isInstanceOf(CancellationException.class);
            assertThat(cancelled.saved()).isEqualTo(before);
        }
        Trained resumed = cancelled.restored(cancelled.saved(), plays, transitions);
        assertThat(resumed.iterate(2)).isEqualTo(whole.iterate(2));
        requireSame(whole, resumed);
    }

    private static final class Stopping implements Watch {
        private int left;

        Stopping(int plays) {
            left = plays;
        }

        @Override
        public void play() {
            if (--left == 0) {
                throw new CancellationException();
            }
        }

        @Override
        public void outerEpisode(double reward) {}
    }

    @ParameterizedTest
    @EnumSource
    void aRolloutIsTheFewestWholeEpisodesThatReachItsSize(Setting setting) {
        Trained trained = new Trained(setting, 8);
        long most = trained.pomdp.kept();
        long expected = 1;
        while (expected * most < setting.ppo.rollout()) {
            expected++;
        }
        int[] plays = new int[1];
        List<Double> rewards = new ArrayList<>();
        Map<String, Double> diagnostics =
                trained.training.iterate(
                        new Watch() {
                            @Override
                            public void play() {
                                plays[0]++;
                            }

                            @Override
                            public int stride() {
                                return 1;
                            }

                            @Override
                            public void outerEpisode(double reward) {
                                rewards.add(reward);
                            }
                        });
        assertThat((long) rewards.size()).isEqualTo(expected);
        assertThat(trained.training.outerEpisodes()).isEqualTo(expected);
        assertThat(trained.pomdp.plays()).isEqualTo(plays[0]);
        double mean = rewards.stream().mapToDouble(r -> r).sum() / expected;
        assertThat(diagnostics.get(Training.REWARD)).isCloseTo(mean, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void diagnosticsHaveTheSameNamesAndAreFinite(Setting setting) {
        List<Map<String, Double>> all = new Trained(setting, 9).iterate(3);
        for (Map<String, Double> one : all) {
            assertThat(one.keySet()).containsExactlyElementsOf(all.get(0).keySet());
            one.forEach((name, value) -> assertThat(value).as(name).isFinite());
        }
    }

    @ParameterizedTest
    @EnumSource
    void evaluationsInBetweenDisturbNothing(Setting setting) {
        Trained quiet = new Trained(setting, 10);
        Trained evaluated = new Trained(setting, 10);
        Evaluator evaluator = new Evaluator(setting.game, List.of(setting.model), setting.episode);
        for (int k = 0; k < 4; k++) {
            evaluator.evaluate(evaluated.training.greedy(), evaluated.streams, k, Watch.NONE);
            for (int o = 0; o < setting.game.leaderObservations(); o++) {
                evaluated.training.exploration(o);
            }
            evaluated.saved();
            assertThat(evaluated.iterate(1)).isEqualTo(quiet.iterate(1));
        }
        requireSame(quiet, evaluated);
    }

    /** A policy that was handed out does not change with later training. */
    @ParameterizedTest
    @EnumSource
    void theGreedyPolicyIsAFrozenCopy(Setting setting) {
        Trained trained = new Trained(setting, 11);
        LeaderPolicy before = trained.training.greedy();
        List<double[]> actions = new ArrayList<>();
        for (int o = 0; o < setting.game.leaderObservations(); o++) {
            actions.add(before.act(o).clone());
        }
        trained.iterate(4);
        for (int o = 0; o < actions.size(); o++) {
            assertThat(before.act(o)).containsExactly(actions.get(o));
        }
    }

    @Test
    void theLearningRateFallsLinearlyOverTheBudgetAndStaysThere() {
        Trained trained = new Trained(Setting.STEPPED_BOX, 12);
        for (int k = 0; k < 3; k++) {
            double rate = trained.iterate(1).get(0).get("learning rate");
            double done = (double) trained.pomdp.transitions() / BUDGET;
            assertThat(done).isBetween(0.01, 0.5);
            assertThat(rate).isCloseTo(3e-3 * (1 - done * 0.96), within(1e-15));
        }
        trained.pomdp.resumeAt(0, 10 * BUDGET);
        double last = trained.iterate(1).get(0).get("learning rate");
        assertThat(last).isCloseTo(1.2e-4, within(1e-15));
    }

    @Test
    void aCheckpointOfAnotherNetworkIsRefusedInWords() {
        byte[] state = new Trained(Setting.STEPPED_BOX, 13).saved();
        for (Setting other : List.of(Setting.STEPPED_GEMM, Setting.ESCAPE_HIDDEN)) {
            Trained trained = new Trained(other, 13);
            assertThatThrownBy(() -> trained.restored(state, 0, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("another network");
        }
    }
}
