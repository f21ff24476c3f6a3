package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.follower.QLearning;
import stackelberg.game.BaseGame;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.DynamicProminence;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.NoIntervention;
import stackelberg.game.PlatformGame;
import stackelberg.game.PlatformRule;
import stackelberg.game.SimpleAllocation;
import stackelberg.parameter.Fault;
import stackelberg.parameter.Faults;

/** The reward phase of followers that remember, and the three diagnostics. */
class RememberingFollowersTest {
    private static final List<FollowerModel> SELLERS =
            List.of(new QLearning(0.15, 0.95, 1e-3, 1, 0));

    private static PlatformGame platform(PlatformRule rule) {
        return new BertrandPlatform(2, 4, 1.05, 1.7, 2, 0, 1, 0.25, rule).assemble();
    }

    /** Notes what it is asked and given; always takes action 0. */
    private static final class Listener implements LeaderSeat {
        final List<Integer> observations = new ArrayList<>();
        final double[] always = {0};
        int kept;
        double sum;

        @Override
        public double[] act(int observation, boolean keep) {
            observations.add(observation);
            kept += keep ? 1 : 0;
            return always;
        }

        @Override
        public void reward(double reward) {
            sum += reward;
        }

        @Override
        public void end() {
            // Nothing to close.
        }
    }

    private static double run(BaseGame game, Episode episode, LeaderSeat leader, long seed) {
        return pomdp(game, episode).run(leader, new RandomStreams(seed), 0, Watch.NONE);
    }

    private static StackelbergPomdp pomdp(BaseGame game, Episode episode) {
        return new StackelbergPomdp(
                game, Followers.assemble(SELLERS, game, episode.responsePlays()), episode);
    }

    /** A mean over a cycle is the limit of the mean over ever more plays. */
    @Test
    void aCycleIsWorthWhatEndlessPlayComesTo() {
        for (PlatformRule rule : List.of(new NoIntervention(), new DynamicProminence())) {
            for (long seed = 0; seed < 30; seed++) {
                PlatformGame game = platform(rule);
                Episode cycle = new Episode(3000, RewardPhase.CYCLE, 1000, 0);
                Listener leader = new Listener();
                double reward = run(game, cycle, leader, seed);
                Episode sampled = new Episode(3000, RewardPhase.SAMPLED, 60_000, 0);
                assertThat(run(game, sampled, new Listener(), seed))
                        .isCloseTo(reward, within(2e-3));
                assertThat(leader.sum).isCloseTo(reward, within(1e-12));
                assertThat(leader.kept).isBetween(1, 1000);
            }
        }
    }

    @Test
    void whereNoCycleIsFoundTheRewardPlaysAreAveraged() {
        Listener leader = new Listener();
        run(platform(new NoIntervention()), new Episode(500, RewardPhase.CYCLE, 1, 0), leader, 1);
        assertThat(leader.kept).isEqualTo(1);
    }

    /** With a share kept, the tabulated response phase asks for about that share. */
    @Test
    void theShareOfResponseTransitionsIsKeptAlsoOnATable() {
        Listener leader = new Listener();
        StackelbergPomdp pomdp =
                pomdp(
                        platform(new NoIntervention()),
                        new Episode(100_000, RewardPhase.SAMPLED, 1, 0.01));
        pomdp.run(leader, new RandomStreams(1), 0, Watch.NONE);
        assertThat(pomdp.plays()).isEqualTo(100_001);
        assertThat(pomdp.transitions()).isEqualTo(100_001);
        assertThat(leader.kept).isBetween(850, 1150);
    }

    @Test
    void aLeaderThatSeesThePhaseHasOtherObservationsInTheRewardPhase() {
        BaseGame game = new IteratedMatrix().assemble();
        Episode episode = new Episode(10, RewardPhase.SAMPLED, 1, 1, true, false, false);
        List<FollowerModel> models = List.of(new QLearning(0.1, 0.9, 0, 0, 0));
        StackelbergPomdp pomdp =
                new StackelbergPomdp(game, Followers.assemble(models, game, 10), episode);
        Listener leader = new Listener();
        pomdp.run(leader, new RandomStreams(1), 0, Watch.NONE);
        assertThat(pomdp.game().leaderObservations()).isEqualTo(10);
        assertThat(leader.observations.subList(0, 50)).allMatch(o -> o < 5);
        assertThat(leader.observations.subList(50, 55)).allMatch(o -> o >= 5);
        float[] described = new float[10];
        pomdp.game().describe(7, described, 0);
        assertThat(described).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0, 0);
        LeaderPolicy twoFaced = o -> new double[] {o < 5 ? 0 : 1};
        Evaluation evaluation =
                new Evaluator(game, models, episode)
                        .evaluate(twoFaced, new RandomStreams(1), 0, Watch.NONE);
        assertThat(evaluation.mechanism()[0]).as("held to the reward phase").containsExactly(0, 1);
    }

    @Test
    void rewardsOfTheResponsePhaseCountLikeTheOthers() {
        BaseGame game = new IteratedMatrix().assemble();
        List<FollowerModel> models = List.of(new QLearning(0.1, 0.9, 0, 0, 0));
        Listener leader = new Listener();
        StackelbergPomdp pomdp =
                new StackelbergPomdp(
                        game,
                        Followers.assemble(models, game, 19),
                        new Episode(19, RewardPhase.SAMPLED, 1, 1, false, false, true));
        double reward = pomdp.run(leader, new RandomStreams(1), 0, Watch.NONE);
        // Always row 1 earns −1 or −3 a step: the mean of 20 plays lies between, and is not one's.
        assertThat(leader.sum).isBetween(-15.0, -5.0).isNotEqualTo(reward);
        assertThat(leader.sum * 20 + 1e-9)
                .satisfies(sum -> assertThat(sum - Math.rint(sum)).isCloseTo(0, within(1e-6)));
    }

    @Test
    void followersThatAreCarriedOverStartWhereTheyStopped() {
        BaseGame game = platform(new NoIntervention());
        Episode carried = new Episode(1000, RewardPhase.CYCLE, 100, 0, false, true, false);
        StackelbergPomdp twice = pomdp(game, carried);
        twice.run(new Listener(), new RandomStreams(1), 0, Watch.NONE);
        float[] before = state(twice);
        twice.run(new Listener(), new RandomStreams(1), 1, Watch.NONE);
        assertThat(state(twice)[64])
                .as("exploration")
                .isCloseTo(before[64] * before[64], within(1e-3f));
        StackelbergPomdp anew = pomdp(game, new Episode(1000, RewardPhase.CYCLE, 100, 0));
        anew.run(new Listener(), new RandomStreams(1), 0, Watch.NONE);
        assertThat(state(anew)).isEqualTo(before);
        anew.run(new Listener(), new RandomStreams(1), 1, Watch.NONE);
        assertThat(state(anew)[64]).isEqualTo(before[64]);
    }

    private static float[] state(StackelbergPomdp pomdp) {
        float[] state = new float[pomdp.followers().stateSize()];
        pomdp.followers().describe(state, 0);
        return state;
    }

    /** After a cut the followers go on from it; without one nothing is different. */
    @Test
    void aForcedCutLastsOnePlayAndLowersThePrice() {
        PlatformGame game = platform(new NoIntervention());
        double[] only = {0};
        LeaderPolicy policy = observation -> only;
        for (long seed = 1; seed <= 20; seed++) {
            Evaluator evaluator =
                    new Evaluator(game, SELLERS, new Episode(20_000, RewardPhase.CYCLE, 100, 0));
            evaluator.evaluate(policy, new RandomStreams(seed), 0, Watch.NONE);
            ForcedDeviation course = evaluator.deviate(policy, 0, 12);
            ForcedDeviation again = evaluator.deviate(policy, 0, 12);
            assertThat(course.actions()[0][1]).isEqualTo(course.usual()[0][1]);
            if (course.happened()) {
                assertThat(course.actions()[0][0]).isLessThan(course.usual()[0][0]);
            } else {
                assertThat(course.usual()[0][0]).isZero();
                assertThat(course.actions()).isDeepEqualTo(course.usual());
            }
            assertThat(again.usual().length).isEqualTo(12);
        }
    }

    @Test
    void whatDoesNotGoTogetherIsAFault() {
        BaseGame market = platform(new NoIntervention());
        List<FollowerModel> weights = List.of(new MultiplicativeWeights());
        assertThat(faults(new Episode(10, RewardPhase.EXACT, 1, 1), market, SELLERS))
                .containsExactly("$.rewardPhase");
        assertThat(faults(new Episode(10, RewardPhase.CYCLE, 1, 1), market, weights))
                .containsExactly("$.rewardPhase");
        assertThat(
                        faults(
                                new Episode(10, RewardPhase.EXACT, 1, 1, false, true, false),
                                market,
                                weights))
                .isEmpty();
        assertThat(
                        faults(
                                new Episode(10, RewardPhase.SAMPLED, 1, 0.5, false, false, true),
                                market,
                                SELLERS))
                .containsExactly("$.responseTransitions");
        assertThat(
                        faults(
                                new Episode(10, RewardPhase.CYCLE, 1, 1),
                                new SimpleAllocation(3, 3),
                                List.of(new QLearning(0.1, 0.9, 0, 1, 0))))
                .containsExactly("$.rewardPhase");
        assertThat(faults(new Episode(10, RewardPhase.CYCLE, 1, 1), market, SELLERS)).isEmpty();
        assertThat(faults(new Episode(10, RewardPhase.EXACT, 1, 1), market, weights)).isEmpty();
    }

    private static List<String> faults(Episode episode, BaseGame game, List<FollowerModel> models) {
        Faults faults = new Faults();
        episode.check(game, models, faults);
        return faults.list().stream().map(Fault::path).toList();
    }
}
