package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.QLearning;
import stackelberg.follower.SampledMultiplicativeWeights;
import stackelberg.game.BaseGame;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.NormalForm;
import stackelberg.game.SequentialPricing;
import stackelberg.game.SimpleAllocation;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.Watch;

class CrewTest {
    private static final RandomStreams STREAMS = new RandomStreams(7);

    /** A leader that explores; each collection of episodes alone or by a crew. */
    private static final class Setting {
        final String words;
        final BaseGame game;
        final FollowerModel followers;
        final Episode episode;
        final int episodes;

        Setting(
                String words,
                BaseGame game,
                FollowerModel followers,
                Episode episode,
                int episodes) {
            this.words = words;
            this.game = game;
            this.followers = followers;
            this.episode = episode;
            this.episodes = episodes;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** A collector with everything that belongs to it. */
    private static final class Collecting {
        final StackelbergPomdp pomdp;
        final Rollout rollout;
        final Optional<Crew> crew;
        final Collector collector;

        Collecting(Setting setting, int threads) {
            pomdp = StackelbergPomdp.of(setting.game, List.of(setting.followers), setting.episode);
            Actor actor = new Actor(pomdp.game(), 8, 0, 8, STREAMS.at(Purpose.INITIALISATION, 0));
            rollout =
                    new Rollout(
                            actor.distribution().length(),
                            pomdp.criticSize(CriticInformation.FULL));
            crew =
                    Crew.of(
                            pomdp,
                            STREAMS,
                            setting.episodes,
                            threads,
                            rollout,
                            (twin, kept) -> exploration(twin, actor, kept));
            collector =
                    new Collector(
                            pomdp, STREAMS, exploration(pomdp, actor, rollout), rollout, crew);
        }

        private static Exploration exploration(
                StackelbergPomdp pomdp, Actor actor, Rollout rollout) {
            return new Exploration(
                    pomdp, new ActorExplorer(actor), CriticInformation.FULL, rollout);
        }
    }

    static Stream<Setting> settings() {
        return Stream.of(
                new Setting(
                        "discrete actions",
                        new NormalForm().assemble(),
                        new SampledMultiplicativeWeights(),
                        new Episode(300, RewardPhase.SAMPLED, 3, 0.5),
                        70),
                new Setting(
                        "types and messages",
                        new SimpleAllocation(3, 2).assemble(),
                        new MultiplicativeWeights(),
                        new Episode(900, RewardPhase.EXACT, 1, 0.01),
                        30),
                new Setting(
                        "boxes and several turns",
                        new SequentialPricing().assemble(),
                        new MultiplicativeWeights(),
                        new Episode(400, RewardPhase.EXPECTED, 1, 1),
                        40),
                new Setting(
                        "followers with memory",
                        new BertrandPlatform().assemble(),
                        new QLearning(),
                        new Episode(20_000, RewardPhase.CYCLE, 30, 0.001),
                        9));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void aRolloutHasTheSameBitsOnAnyNumberOfThreads(Setting setting) {
        Collecting alone = new Collecting(setting, 1);
        assertThat(alone.crew).isEmpty();
        for (int threads : new int[] {2, 3, 5}) {
            alone = new Collecting(setting, 1);
            Collecting together = new Collecting(setting, threads);
            assertThat(together.crew).isPresent();
            for (int collection = 0; collection < 2; collection++) {
                double expected = alone.collector.collect(setting.episodes, Watch.NONE);
                double found = together.collector.collect(setting.episodes, Watch.NONE);
                assertThat(found).isEqualTo(expected);
                requireEqual(
                        together.rollout,
                        alone.rollout,
                        alone.pomdp.criticSize(CriticInformation.FULL));
                assertThat(together.pomdp.plays()).isEqualTo(alone.pomdp.plays());
                assertThat(together.pomdp.transitions()).isEqualTo(alone.pomdp.transitions());
                assertThat(together.collector.episodes()).isEqualTo(alone.collector.episodes());
            }
        }
    }

    /** Decisions may be numbered otherwise, but the same transitions share one. */
    static void requireEqual(Rollout found, Rollout expected, int inputs) {
        assertThat(found.size).isEqualTo(expected.size);
        Map<Integer, Integer> numbers = new HashMap<>();
        for (int t = 0; t < expected.size; t++) {
            assertThat(found.observation[t]).isEqualTo(expected.observation[t]);
            assertThat(found.reward[t]).isEqualTo(expected.reward[t]);
            assertThat(found.last[t]).isEqualTo(expected.last[t]);
            assertThat(RolloutTest.seen(found, t, inputs))
                    .isEqualTo(RolloutTest.seen(expected, t, inputs));
            int other = found.decision[t];
            int own = expected.decision[t];
            assertThat(found.action[other]).isEqualTo(expected.action[own]);
            assertThat(found.logProbability[other]).isEqualTo(expected.logProbability[own]);
            assertThat(numbers.computeIfAbsent(own, k -> other)).isEqualTo(other);
        }
        assertThat(new HashSet<>(numbers.values())).hasSameSizeAs(numbers.keySet());
    }

    @Test
    void whoeverLooksOnSeesAllEpisodesInOrder() {
        Setting setting = settings().findFirst().orElseThrow();
        Collecting together = new Collecting(setting, 3);
        AtomicInteger seen = new AtomicInteger();
        together.collector.collect(
                setting.episodes,
                new Watch() {
                    @Override
                    public void play() {}

                    @Override
                    public boolean oneByOne() {
                        return true;
                    }

                    @Override
                    public void outerEpisode(double reward) {
                        seen.incrementAndGet();
                    }
                });
        assertThat(seen).hasValue(setting.episodes);
    }

    /** The next collection is as if the cancelled one had never been. */
    @ParameterizedTest
    @MethodSource("settings")
    void aCancelledCollectionLeavesNothingBehind(Setting setting) {
        Collecting alone = new Collecting(setting, 1);
        Collecting together = new Collecting(setting, 3);
        AtomicInteger plays = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Watch impatient =
                new Watch() {
                    @Override
                    public void play() {
                        begun.countDown();
                        if (plays.incrementAndGet() == 100) {
                            throw new CancellationException("enough");
                        }
                    }

                    /** Others wait, so that the caller is sure to have an episode to cancel. */
                    @Override
                    public boolean oneByOne() {
                        try {
                            return Thread.currentThread() != caller
                                    && !begun.await(1, TimeUnit.MINUTES);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }

                    @Override
                    public int stride() {
                        return 1;
                    }

                    @Override
                    public void outerEpisode(double reward) {}
                };
        assertThatThrownBy(() -> together.collector.collect(setting.episodes, impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(together.collector.episodes()).isZero();
        alone.collector.collect(setting.episodes, Watch.NONE);
        together.collector.collect(setting.episodes, Watch.NONE);
        requireEqual(
                together.rollout, alone.rollout, alone.pomdp.criticSize(CriticInformation.FULL));
    }
}
