package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.Exp3;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.QLearning;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.DynamicProminence;
import stackelberg.game.Frequencies;
import stackelberg.game.NoIntervention;
import stackelberg.game.PlatformGame;
import stackelberg.game.PlatformRule;
import stackelberg.oracle.RandomGame;

/** Who is paid what, for which action, in which phase. */
class RewardedPhasesTest {
    private static final RandomStreams STREAMS = new RandomStreams(51);

    /** The leader sees the joint action, so that what it earns at a step can be looked up. */
    private static RandomGame seen() {
        return new RandomGame(new SplittableRandom(61), new int[] {1, 1}, new int[] {2, 3}, 2, 6);
    }

    private static Episode rewarded(int plays, RewardPhase phase, int rewardPlays) {
        return new Episode(plays, phase, rewardPlays, 1, false, false, true);
    }

    /** Followers that learn from their own plays: each play weighs as much as any other. */
    @Test
    void ifBothPhasesAreRewardedEveryPlayCountsAlike() {
        RandomGame game = seen();
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(List.of(new Exp3()), game, 70),
                        rewarded(70, RewardPhase.SAMPLED, 30));
        RecordingSeat seat = new RecordingSeat(pomdp, o -> new double[] {o % 2});
        double reward = pomdp.run(seat, STREAMS, 0, seat);
        assertThat(seat.steps).hasSize(100);
        double sum = 0;
        for (RecordingSeat.Step step : seat.steps) {
            int joint = step.observation;
            double earned = game.payoffs[0][0][joint][joint % 2];
            assertThat(step.reward).isCloseTo(earned / 100, within(1e-12));
            sum += earned;
        }
        assertThat(reward).isCloseTo(sum / 100, within(1e-12));
    }

    /** In a sweep every joint action is met once; it counts as often as strategies play it. */
    @Test
    void aSweepCountsAsManyPlaysAsTheStrategiesWouldMake() {
        RandomGame game = seen();
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(List.of(new MultiplicativeWeights()), game, 6),
                        rewarded(6, RewardPhase.EXACT, 1));
        RecordingSeat seat = new RecordingSeat(pomdp, o -> new double[] {o % 2});
        pomdp.run(seat, STREAMS, 0, seat);
        for (RecordingSeat.Step step : seat.steps) {
            int joint = step.observation;
            double earned = game.payoffs[0][0][joint][joint % 2];
            int[] actions = {joint / 3, joint % 3};
            // Uniform in the only update; afterwards as the response has it.
            double probability =
                    seat.inRewardPhase(step)
                            ? pomdp.response().probability(new int[2], actions)
                            : 1 / 6.0;
            assertThat(step.reward).isCloseTo(6 * probability * earned / 12, within(1e-12));
        }
    }

    /** Rewards along a play go to the action that brought them. */
    @Test
    void aRewardIsPaidForTheActionThatBroughtIt() {
        SteppedGame game = new SteppedGame(new ActionSpace.Discrete(2));
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(List.of(new Exp3()), game, 40),
                        rewarded(40, RewardPhase.SAMPLED, 10));
        RecordingSeat seat =
                new RecordingSeat(pomdp, o -> new double[] {game.newestType == 0 ? 0 : 1});
        double reward = pomdp.run(seat, STREAMS, 0, seat);
        double sum = 0;
        for (RecordingSeat.Step step : seat.steps) {
            float[] row = step.row(CriticInformation.FULL);
            int size = pomdp.criticSize(CriticInformation.FULL);
            int type = row[size - 1] == 1 ? 1 : 0;
            int turns = step.observation / 3;
            int number = step.observation % 3;
            double earned = Math.cos(1 + type + 2 * number + 3 * turns + type) / 3;
            assertThat(step.reward).isCloseTo(earned / 50, within(1e-12));
            sum += step.reward;
        }
        assertThat(sum).isCloseTo(reward, within(1e-12));
    }

    /** The expected reward is paid at once, and each observation is learned from once. */
    @Test
    void anExpectedRewardIsPaidAtTheEndAndNoObservationIsKeptTwice() {
        RandomGenerator random = new SplittableRandom(62);
        for (int trial = 0; trial < 10; trial++) {
            RandomGame game = new RandomGame(random, new int[] {2, 2}, new int[] {3, 2}, 2, 4);
            for (int episode = 0; episode < 2; episode++) {
                double[] rewards = new double[2];
                RewardPhase[] phases = {RewardPhase.EXACT, RewardPhase.EXPECTED};
                for (int k = 0; k < 2; k++) {
                    StackelbergPomdp pomdp =
                            new StackelbergPomdp(
                                    game,
                                    Followers.assemble(
                                            List.of(new MultiplicativeWeights()), game, 60),
                                    new Episode(60, phases[k], 1, 0));
                    RecordingSeat seat = new RecordingSeat(pomdp, o -> new double[] {o % 2});
                    pomdp.run(seat, STREAMS, episode, seat);
                    seat.steps.clear();
                    rewards[k] = pomdp.run(seat, STREAMS, episode, seat);
                    assertThat(seat.steps.stream().mapToDouble(s -> s.reward).sum())
                            .isCloseTo(rewards[k], within(1e-12));
                    if (phases[k] == RewardPhase.EXPECTED) {
                        assertThat(seat.steps.get(seat.steps.size() - 1).reward)
                                .isEqualTo(rewards[k]);
                        List<Integer> kept =
                                seat.steps.stream()
                                        .filter(s -> s.kept)
                                        .map(s -> s.observation)
                                        .toList();
                        assertThat(kept).containsExactlyInAnyOrder(0, 1, 2, 3);
                    }
                }
                assertThat(rewards[1]).isCloseTo(rewards[0], within(1e-12));
            }
        }
    }

    /** Types as the prior has them and joint actions as the response, play by play. */
    @Test
    void sampledPlaysAreDrawnFromThePriorAndTheResponse() {
        RandomGame game =
                new RandomGame(new SplittableRandom(63), new int[] {2, 2}, new int[] {2, 3}, 1, 6);
        Episode episode =
                new Episode(
                        60,
                        RewardPhase.SAMPLED,
                        40_000,
                        0,
                        false,
                        1,
                        false,
                        false,
                        ResponseRule.EMPIRICAL,
                        0,
                        0,
                        false);
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(List.of(new MultiplicativeWeights()), game, 60),
                        episode);
        int profiles = game.prior().size();
        long[] seen = new long[profiles * 6];
        float[] row = new float[pomdp.criticSize(CriticInformation.FULL)];
        int[] types = new int[2];
        pomdp.run(
                new LeaderSeat() {
                    private final double[] only = {0};

                    @Override
                    public double[] act(int observation, boolean keep) {
                        if (keep) {
                            pomdp.describe(CriticInformation.FULL, observation, row);
                            types[0] = (int) row[row.length - 3];
                            types[1] = (int) row[row.length - 1];
                            int profile = 0;
                            while (!Arrays.equals(types, game.prior().profile(profile))) {
                                profile++;
                            }
                            seen[profile * 6 + observation]++;
                        }
                        return only;
                    }

                    @Override
                    public void reward(double reward) {
                        // What is drawn is of interest, not what it earns.
                    }

                    @Override
                    public void end() {
                        // Nothing to close.
                    }
                },
                STREAMS,
                0,
                Watch.NONE);
        double[] probabilities = new double[profiles * 6];
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] =
                    game.prior().probability(k / 6)
                            * pomdp.response()
                                    .probability(
                                            game.prior().profile(k / 6),
                                            new int[] {k % 6 / 3, k % 3});
        }
        assertThat(Arrays.stream(seen).sum()).isEqualTo(40_000);
        Frequencies.assertDistribution(seen, probabilities);
    }

    /** However short the cycle: it stands for all the plays that its mean is taken over. */
    @Test
    void aCycleWeighsAgainstTheResponsePhaseAsItsRewardPlaysDo() {
        PlatformGame game = platform(new NoIntervention());
        StackelbergPomdp pomdp =
                StackelbergPomdp.of(
                        game,
                        List.of(new QLearning(0.15, 0.95, 1e-3, 1, 0)),
                        rewarded(4_000, RewardPhase.CYCLE, 1_000));
        double[] weights = new double[2];
        Watch watch =
                new Watch() {
                    @Override
                    public void play() {
                        // Nothing is asked.
                    }

                    @Override
                    public void outerEpisode(double reward) {
                        // The weights are looked at.
                    }

                    @Override
                    public boolean looksOn() {
                        return true;
                    }

                    @Override
                    public void made(PlayMade play) {
                        weights[play.rewardPhase() ? 1 : 0] += play.weight();
                    }
                };
        pomdp.run(new RecordingSeat(pomdp, o -> new double[] {0}), STREAMS, 0, watch);
        assertThat(weights[0]).isCloseTo(0.8, within(1e-9));
        assertThat(weights[1]).isCloseTo(0.2, within(1e-9));
    }

    private static PlatformGame platform(PlatformRule rule) {
        return new BertrandPlatform(2, 4, 1.05, 1.7, 2, 0, 1, 0.25, rule).assemble();
    }

    /** Sellers that stand where they stand: their mean prices are those of their cycle. */
    @Test
    void theMeanOutcomeIsThatOfTheRewardPhaseAlone() {
        PlatformGame game = platform(new NoIntervention());
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(
                                List.of(new QLearning(0.15, 0.95, 1e-3, 1, 0)), game, 4_000),
                        new Episode(4_000, RewardPhase.CYCLE, 100, 0));
        for (long index = 0; index < 10; index++) {
            List<double[]> prices = new java.util.ArrayList<>();
            RecordingSeat seat = new RecordingSeat(pomdp, o -> new double[] {0});
            double reward = pomdp.run(seat, STREAMS, index, seat);
            double[] outcome = pomdp.outcome();
            for (Transcript made :
                    Transcript.of(
                            game,
                            o -> new double[] {0},
                            pomdp.response(),
                            pomdp.standing(),
                            1_000,
                            new SplittableRandom(1))) {
                int[] actions = ((Transcript.Followed) made.moves().get(0)).actions();
                prices.add(
                        new double[] {
                            game.actionPrice(0, actions[0]), game.actionPrice(1, actions[1])
                        });
            }
            for (int seller = 0; seller < 2; seller++) {
                int at = seller;
                double mean = prices.stream().mapToDouble(p -> p[at]).average().orElseThrow();
                assertThat(outcome[seller]).isCloseTo(mean, within(5e-3));
            }
            assertThat(game.benchmarkPrices().values()).startsWith(outcome[2], outcome[3]);
            assertThat(reward).isNotNaN();
        }
    }

    /** Plays looked up in a table between those kept lead to where plays one by one lead. */
    @Test
    void howThingsStandIsHandedOnBetweenTableAndPlays() {
        PlatformGame game = platform(new DynamicProminence());
        double[][] states = new double[4][];
        double[] keeps = {1, 0.5, 0.1, 0};
        for (long index = 0; index < 5; index++) {
            for (int k = 0; k < keeps.length; k++) {
                StackelbergPomdp pomdp =
                        new StackelbergPomdp(
                                game,
                                Followers.assemble(
                                        List.of(new QLearning(0.15, 0.95, 1e-2, 1, 0)), game, 501),
                                new Episode(501, RewardPhase.SAMPLED, 7, keeps[k]));
                RecordingSeat seat = new RecordingSeat(pomdp, o -> new double[] {0});
                double reward = pomdp.run(seat, STREAMS, index, seat);
                float[] learned = new float[pomdp.followers().stateSize()];
                pomdp.followers().describe(learned, 0);
                states[k] = new double[learned.length + 2];
                states[k][0] = reward;
                states[k][1] = pomdp.standing();
                for (int j = 0; j < learned.length; j++) {
                    states[k][j + 2] = learned[j];
                }
                assertThat(states[k]).as("keep %s", keeps[k]).isEqualTo(states[0]);
            }
        }
    }

    @Test
    void theLongestEpisodeAndWhatItBringsTheLearner() {
        BaseGame game = new SteppedGame(new ActionSpace.Discrete(2));
        StackelbergPomdp sampled = of(game, new Episode(101, RewardPhase.SAMPLED, 7, 0.25));
        assertThat(sampled.longestEpisode()).isEqualTo(99 + 7);
        assertThat(sampled.kept()).isEqualTo(25 * 3 + 7 * 3);
        StackelbergPomdp exact = of(game, new Episode(101, RewardPhase.EXACT, 7, 0.25));
        assertThat(exact.longestEpisode()).isEqualTo(99 + 2 * 3);
        assertThat(exact.kept()).isEqualTo(25 * 3 + 6 * 3);
        StackelbergPomdp expected = of(game, new Episode(101, RewardPhase.EXPECTED, 7, 0));
        assertThat(expected.kept()).isEqualTo(9);
        StackelbergPomdp twin = expected.twin().orElseThrow();
        assertThat(twin.kept()).isEqualTo(9);
        assertThat(twin.followers()).isNotSameAs(expected.followers());
    }

    private static StackelbergPomdp of(BaseGame game, Episode episode) {
        return StackelbergPomdp.of(game, List.of(new MultiplicativeWeights()), episode);
    }

    /** What one outer episode learns is the next one's beginning: no two at once. */
    @Test
    void whereEpisodesDependOnOneAnotherThereIsNoTwin() {
        RandomGame game = seen();
        Episode carried = new Episode(60, RewardPhase.EXACT, 1, 1, false, true, false);
        assertThat(of(game, carried).twin()).isEmpty();
        StackelbergPomdp handed =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(List.of(new MultiplicativeWeights()), game, 60),
                        new Episode(60, RewardPhase.EXACT, 1, 1));
        assertThat(handed.twin()).isEmpty();
    }
}
