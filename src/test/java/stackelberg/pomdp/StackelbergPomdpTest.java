package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.RegretMatching;
import stackelberg.follower.Response;
import stackelberg.follower.SampledMultiplicativeWeights;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.InducedGame;
import stackelberg.game.JointIndex;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.oracle.RandomGame;
import stackelberg.pomdp.RecordingSeat.Step;

class StackelbergPomdpTest {
    private static final RandomStreams STREAMS = new RandomStreams(5);

    /** A game, how its followers learn, and an outer episode. */
    private record Case(BaseGame game, FollowerModel model, Episode episode) {
        StackelbergPomdp pomdp() {
            return new StackelbergPomdp(
                    game,
                    Followers.assemble(List.of(model), game, episode.responsePlays()),
                    episode);
        }

        /** One outer episode of a fresh POMDP under a policy drawn from {@code seed}. */
        Recorded run(long seed) {
            StackelbergPomdp pomdp = pomdp();
            RecordingSeat seat = new RecordingSeat(pomdp, policy(game, seed));
            double reward = pomdp.run(seat, STREAMS, seed, seat);
            return new Recorded(pomdp, seat, reward);
        }
    }

    private record Recorded(StackelbergPomdp pomdp, RecordingSeat seat, double reward) {}

    /** Any deterministic commitment. */
    private static LeaderPolicy policy(BaseGame game, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        double[][] actions = new double[game.leaderObservations()][game.leaderActions().length()];
        for (double[] action : actions) {
            for (int k = 0; k < action.length; k++) {
                action[k] =
                        game.leaderActions() instanceof ActionSpace.Discrete discrete
                                ? random.nextInt(discrete.count())
                                : random.nextDouble();
            }
        }
        return observation -> actions[observation];
    }

    static List<Case> cases() {
        RandomGenerator random = new SplittableRandom(81);
        List<BaseGame> games =
                List.of(
                        new SteppedGame(new ActionSpace.Discrete(4)),
                        new SteppedGame(new ActionSpace.Box(2, -1, 3)),
                        new SimpleAllocation(3, 2),
                        new NormalForm().assemble(),
                        new RandomGame(random, new int[] {2, 3}, new int[] {3, 2}, 2, 2),
                        RandomGame.any(random),
                        RandomGame.any(random));
        List<FollowerModel> models =
                List.of(
                        new MultiplicativeWeights(),
                        new SampledMultiplicativeWeights(),
                        new RegretMatching());
        List<Case> cases = new ArrayList<>();
        for (BaseGame game : games) {
            for (RewardPhase phase : List.of(RewardPhase.EXACT, RewardPhase.SAMPLED)) {
                FollowerModel model = models.get(cases.size() % models.size());
                cases.add(new Case(game, model, new Episode(101, phase, 7, 1)));
            }
        }
        return cases;
    }

    static Stream<Case> exactCases() {
        return cases().stream().filter(c -> c.episode.rewardPhase() == RewardPhase.EXACT);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatTheActorIsToldIsTheSameInBothPhases(Case c) {
        Recorded run = c.run(1);
        Map<Integer, float[]> inResponse = new HashMap<>();
        Map<Integer, float[]> inReward = new HashMap<>();
        int size = c.game.leaderObservationSize();
        for (Step step : run.seat.steps) {
            float[] told = Arrays.copyOf(step.row(CriticInformation.NONE), size);
            float[] described = new float[size];
            c.game.describe(step.observation, described, 0);
            assertThat(told).containsExactly(described);
            (run.seat.inRewardPhase(step) ? inReward : inResponse).put(step.observation, told);
        }
        assertThat(inResponse.keySet()).containsAnyElementsOf(inReward.keySet());
        inReward.forEach(
                (observation, row) -> {
                    if (inResponse.containsKey(observation)) {
                        assertThat(inResponse.get(observation)).containsExactly(row);
                    }
                });
    }

    /** An off-by-one would show at the last response action and the first reward action. */
    @ParameterizedTest
    @MethodSource("cases")
    void theFlagIsThePhaseOfTheActionAboutToBeTaken(Case c) {
        Recorded run = c.run(2);
        int at = c.game.leaderObservationSize();
        List<Float> flags = new ArrayList<>();
        for (Step step : run.seat.steps) {
            float flag = step.row(CriticInformation.FLAG)[at];
            assertThat(flag).isEqualTo(run.seat.inRewardPhase(step) ? 1 : 0);
            flags.add(flag);
        }
        assertThat(flags).contains(0f, 1f).isSorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachCriticSeesMoreThanTheLastAndNothingBesides(Case c) {
        Recorded run = c.run(3);
        for (Step step : run.seat.steps) {
            float[] less = new float[c.game.leaderObservationSize()];
            c.game.describe(step.observation, less, 0);
            for (CriticInformation information : RecordingSeat.SEEN) {
                float[] row = step.row(information);
                int size = run.pomdp.criticSize(information);
                assertThat(row).startsWith(less);
                for (int k = 0; k < row.length; k++) {
                    if (k < size) {
                        assertThat(row[k]).as("%s, %d", information, k).isBetween(-10f, 10f);
                    } else {
                        assertThat(row[k]).isEqualTo(RecordingSeat.UNTOUCHED);
                    }
                }
                less = Arrays.copyOf(row, size);
            }
        }
    }

    @Test
    void theFullCriticSeesTheTypeOfTheCurrentPlayAndHowFarTheEpisodeHasCome() {
        for (RewardPhase phase : List.of(RewardPhase.EXACT, RewardPhase.SAMPLED)) {
            SteppedGame game = new SteppedGame(new ActionSpace.Discrete(2));
            Episode episode = new Episode(30, phase, 9, 1);
            StackelbergPomdp pomdp =
                    new StackelbergPomdp(
                            game,
                            Followers.assemble(List.of(new MultiplicativeWeights()), game, 30),
                            episode);
            List<Integer> types = new ArrayList<>();
            RecordingSeat seat =
                    new RecordingSeat(
                            pomdp,
                            observation -> {
                                types.add(game.newestType);
                                return new double[] {0};
                            });
            pomdp.run(seat, STREAMS, 0, seat);
            int size = pomdp.criticSize(CriticInformation.FULL);
            float left = 1;
            for (int t = 0; t < types.size(); t++) {
                Step step = seat.steps.get(t);
                float[] row = step.row(CriticInformation.FULL);
                assertThat(row[size - 2]).isEqualTo(1f - types.get(t));
                assertThat(row[size - 1]).isEqualTo((float) types.get(t));
                if (seat.inRewardPhase(step)) {
                    assertThat(row[10]).isEqualTo(1);
                    assertThat(row[11]).isGreaterThan(0).isLessThanOrEqualTo(left);
                    left = row[11];
                } else {
                    assertThat(row[10]).isEqualTo((step.play - 1) / 30f);
                    assertThat(row[11]).isEqualTo(1);
                }
            }
            assertThat(types).contains(0, 1);
            assertThat(left).isLessThan(phase == RewardPhase.EXACT ? 1 : 0.112f);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theLeaderEarnsNothingInTheResponsePhaseAndTheWholeRewardAfterIt(Case c) {
        Recorded run = c.run(4);
        double sum = 0;
        for (Step step : run.seat.steps) {
            assertThat(step.rewards).isEqualTo(run.seat.inRewardPhase(step) ? 1 : 0);
            sum += step.reward;
        }
        assertThat(sum).isCloseTo(run.reward, within(1e-12));
        assertThat(run.seat.ends).isEqualTo(1);
        assertThat(run.seat.outerEpisodes).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("exactCases")
    void anExactRewardPhaseIsTheSumOverAllCasesWeightedByTheirProbability(Case c) {
        for (long seed = 0; seed < 20; seed++) {
            Recorded run = c.run(seed);
            assertThat(run.reward).isCloseTo(expectedReward(c, run, seed), within(1e-12));
        }
    }

    private static double expectedReward(Case c, Recorded run, long seed) {
        InducedGame induced = InducedGame.of(c.game, policy(c.game, seed));
        Response response = run.pomdp.followers().response();
        double sum = 0;
        for (int profile = 0; profile < c.game.prior().size(); profile++) {
            int[] types = c.game.prior().profile(profile);
            for (int joint = 0; joint < induced.jointActions(); joint++) {
                int[] actions = JointIndex.decode(joint, induced.actionCounts());
                double probability = c.game.prior().probability(profile);
                for (int i = 0; i < actions.length; i++) {
                    probability *= response.strategy(i, types[i])[actions[i]];
                }
                sum += probability * induced.leaderReward(profile, joint);
            }
        }
        return sum;
    }

    /** Rewards lie within [−1, 1], so that four standard errors are at most 4/√k. */
    @ParameterizedTest
    @MethodSource("exactCases")
    void aSampledRewardPhaseComesCloseToTheExactOne(Case c) {
        int k = 20_000;
        Case sampled = new Case(c.game, c.model, new Episode(101, RewardPhase.SAMPLED, k, 1));
        for (long seed = 0; seed < 3; seed++) {
            double exact = c.run(seed).reward;
            StackelbergPomdp pomdp = sampled.pomdp();
            double mean =
                    pomdp.run(new SilentSeat(policy(c.game, seed)), STREAMS, seed, Watch.NONE);
            assertThat(mean).isCloseTo(exact, within(4 / Math.sqrt(k)));
        }
    }

    private record SilentSeat(LeaderPolicy policy) implements LeaderSeat {
        @Override
        public double[] act(int observation, boolean keep) {
            return policy.act(observation);
        }

        @Override
        public void reward(double reward) {}

        @Override
        public void end() {}
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theResponsePhaseIsTheBudgetFlooredToWholeUpdates(Case c) {
        Recorded run = c.run(6);
        long update = Followers.playsPerUpdate(List.of(c.model), c.game);
        int horizon = run.pomdp.followers().plays();
        assertThat(horizon).isEqualTo((int) (101 / update * update));
        if (c.episode.rewardPhase() == RewardPhase.SAMPLED) {
            assertThat(run.seat.plays).isEqualTo(horizon + 7);
        }
        assertThat(run.pomdp.plays()).isEqualTo(run.seat.plays);
        // Every play of the response phase is a real one: it brought the leader to act.
        assertThat(run.seat.steps.stream().map(s -> s.play).distinct().count())
                .isEqualTo(run.seat.plays);
        assertThat(run.seat.steps.get(0).play).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void transitionsAreTheLeadersTurns(Case c) {
        Recorded run = c.run(7);
        assertThat(run.pomdp.transitions()).isEqualTo(run.seat.steps.size());
        assertThat((long) run.seat.steps.size()).isLessThanOrEqualTo(run.pomdp.kept());
        long before = run.pomdp.transitions();
        run.pomdp.resumeAt(1000, 5000);
        run.pomdp.run(run.seat, STREAMS, 7, Watch.NONE);
        assertThat(run.pomdp.transitions()).isEqualTo(5000 + before);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void leavingTransitionsOutOfTheBufferChangesNothingElse(Case c) {
        Recorded all = c.run(8);
        for (double keep : new double[] {0, 0.4}) {
            Episode filtered =
                    new Episode(101, c.episode.rewardPhase(), c.episode.rewardPlays(), keep);
            Recorded some = new Case(c.game, c.model, filtered).run(8);
            assertThat(some.reward).isEqualTo(all.reward);
            assertThat(some.pomdp.plays()).isEqualTo(all.pomdp.plays());
            assertThat(some.pomdp.transitions()).isEqualTo(all.pomdp.transitions());
            assertThat(all.seat.steps).allMatch(step -> step.kept);
            // Plays between those that are kept may be looked up in a table, which asks the
            // leader once at each observation before the first play.
            Map<Long, List<Step>> byPlay =
                    all.seat.steps.stream().collect(Collectors.groupingBy(step -> step.play));
            some.seat.steps.stream()
                    .collect(Collectors.groupingBy(step -> step.play))
                    .forEach(
                            (play, steps) -> {
                                if (steps.stream().anyMatch(step -> step.kept)) {
                                    assertThat(rows(steps)).isEqualTo(rows(byPlay.get(play)));
                                }
                            });
            long kept = 0;
            long response = all.seat.steps.size();
            for (Step step : some.seat.steps) {
                if (some.seat.inRewardPhase(step)) {
                    assertThat(step.kept).isTrue();
                    response--;
                } else {
                    kept += step.kept ? 1 : 0;
                }
            }
            assertThat((double) kept)
                    .isCloseTo(keep * response, within(keep * 5 * Math.sqrt(response)));
        }
    }

    private static List<String> rows(List<Step> steps) {
        return steps.stream()
                .map(step -> Arrays.toString(step.row(CriticInformation.FULL)))
                .toList();
    }

    @Test
    void theSameEpisodeAgainIsTheSame() {
        for (Case c : cases()) {
            StackelbergPomdp pomdp = c.pomdp();
            RecordingSeat first = new RecordingSeat(pomdp, policy(c.game, 1));
            RecordingSeat between = new RecordingSeat(pomdp, policy(c.game, 2));
            RecordingSeat second = new RecordingSeat(pomdp, policy(c.game, 1));
            double reward = pomdp.run(first, STREAMS, 3, Watch.NONE);
            pomdp.run(between, STREAMS, 4, Watch.NONE);
            assertThat(pomdp.run(second, STREAMS, 3, Watch.NONE)).isEqualTo(reward);
            assertThat(second.steps).hasSameSizeAs(first.steps);
            for (int t = 0; t < first.steps.size(); t++) {
                assertThat(second.steps.get(t).row(CriticInformation.FULL))
                        .containsExactly(first.steps.get(t).row(CriticInformation.FULL));
            }
        }
    }

    /** The count of cases times turns is larger than an int holds. */
    @Test
    void theMostTransitionsOfLargeEpisodesDoNotOverflow() {
        BaseGame game = new SimpleAllocation(3, 2);
        Episode episode = new Episode(1_000_000_000, RewardPhase.SAMPLED, 1_000_000, 0.5);
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(
                                List.of(new MultiplicativeWeights()), game, 1_000_000_000),
                        episode);
        assertThat(pomdp.kept()).isEqualTo(501_000_000L);
    }
}
