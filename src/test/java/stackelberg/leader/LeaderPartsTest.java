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
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.network.Linear;
import stackelberg.parameter.Declaration;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

/** The small parts of learners, each by itself. */
class LeaderPartsTest {
    private static final RandomStreams STREAMS = new RandomStreams(7);

    private static StackelbergPomdp pomdp(BaseGame game, int plays) {
        return StackelbergPomdp.of(
                game,
                List.of(new MultiplicativeWeights()),
                new Episode(plays, RewardPhase.SAMPLED, 2, 1));
    }

    @Test
    void aRateFallsLinearlyToItsShare() {
        StackelbergPomdp pomdp = pomdp(new NormalForm().assemble(), 30);
        LearningRate rate = new LearningRate(0.4, 0.25, 200);
        assertThat(rate.now(pomdp)).isEqualTo(0.4);
        pomdp.resumeAt(0, 50);
        assertThat(rate.now(pomdp)).isCloseTo(0.4 * (1 - 0.25 * 0.75), within(1e-12));
        pomdp.resumeAt(0, 200);
        assertThat(rate.now(pomdp)).isCloseTo(0.1, within(1e-12));
        pomdp.resumeAt(0, 9_999);
        assertThat(rate.now(pomdp)).isCloseTo(0.1, within(1e-12));
        assertThat(new LearningRate(0.4, 1, 200).now(pomdp)).isEqualTo(0.4);
    }

    @Test
    void aMeanOfMeansIsThatOfAllEpisodes() {
        MeanReward rewards = new MeanReward();
        assertThat(rewards.mean()).isZero();
        rewards.add(2, 1);
        rewards.add(5, 3);
        assertThat(rewards.mean()).isCloseTo(17 / 4.0, within(1e-12));
        rewards.clear();
        assertThat(rewards.mean()).isZero();
        rewards.add(-1, 2);
        assertThat(rewards.mean()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void gradientsOfPartsAddUp() {
        List<float[]> live = List.of(new float[] {1, 2}, new float[] {3});
        GradientSum sum = new GradientSum(live);
        sum.add();
        live.get(0)[1] = 5;
        live.get(1)[0] = -1;
        sum.add();
        sum.writeBack();
        assertThat(live.get(0)).containsExactly(2, 7);
        assertThat(live.get(1)).containsExactly(2);
        sum.clear();
        sum.writeBack();
        assertThat(live.get(0)).containsExactly(0, 0);
    }

    @Test
    void aCommitmentIsDecidedOnceAtEachObservation() {
        BaseGame game = new SimpleAllocation(3, 2);
        List<Integer> asked = new ArrayList<>();
        CommitmentCache cache =
                new CommitmentCache(
                        game,
                        (observation, action) -> {
                            asked.add(observation);
                            action[0] = asked.size();
                        });
        assertThat(cache.act(1)).containsExactly(1);
        assertThat(cache.act(0)).containsExactly(2);
        assertThat(cache.act(1)).containsExactly(1);
        assertThat(asked).containsExactly(1, 0);
        cache.forget();
        assertThat(cache.act(1)).containsExactly(3);
    }

    /** Repeated discrete decisions count once; another probability or a box makes a new one. */
    @Test
    void theSameDecisionIsKeptOnce() {
        BaseGame game = new SteppedGame(new ActionSpace.Discrete(3));
        Rollout rollout = new Rollout(1, 0);
        RepeatedDecisions repeated = new RepeatedDecisions(game, rollout);
        assertThat(decide(rollout, repeated, 4, 2, -1)).isZero();
        assertThat(decide(rollout, repeated, 4, 2, -1)).isZero();
        assertThat(rollout.decisions).isEqualTo(1);
        assertThat(decide(rollout, repeated, 5, 2, -1)).isEqualTo(1);
        assertThat(decide(rollout, repeated, 4, 1, -1)).isEqualTo(2);
        assertThat(decide(rollout, repeated, 4, 2, -2)).isEqualTo(3);
        assertThat(decide(rollout, repeated, 5, 2, -1)).isEqualTo(1);
        assertThat(rollout.decisions).isEqualTo(4);
        repeated.forget();
        assertThat(decide(rollout, repeated, 5, 2, -1)).isEqualTo(4);
        RepeatedDecisions box =
                new RepeatedDecisions(new SteppedGame(new ActionSpace.Box(1, 0, 1)), rollout);
        assertThat(box.representative(0, 3)).isEqualTo(3);
    }

    private static int decide(
            Rollout rollout, RepeatedDecisions repeated, int observation, int action, double log) {
        int made = rollout.addDecision();
        rollout.action[made][0] = action;
        rollout.logProbability[made] = log;
        return repeated.representative(observation, made);
    }

    @Test
    void theOrderIsFromTheWorstToTheBest() {
        assertThat(Ranks.order(new double[] {3, -1, 3, 0})).containsExactly(1, 3, 0, 2);
        assertThat(Ranks.centred(new double[] {5})).containsExactly(0);
    }

    @Test
    void timeIsChargedToWhatItWasSpentOn() {
        Costs costs = new Costs();
        costs.begin();
        long until = System.nanoTime() + 3_000_000;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        costs.charge(Costs.Part.ACTOR);
        assertThat(costs.seconds(Costs.Part.ACTOR)).isBetween(0.003, 60.0);
        assertThat(costs.seconds(Costs.Part.CRITIC)).isZero();
        costs.clear();
        assertThat(costs.seconds(Costs.Part.ACTOR)).isZero();
        assertThat(Costs.Part.STEPPING.words()).isEqualTo("optimiser's steps");
    }

    /** Those found best, after a restart too; a file of another game is refused in words. */
    @Test
    void whatAnEnumerationKnowsIsSaved() throws IOException {
        BaseGame game = new SimpleAllocation(3, 2);
        List<PolicyClass> classes = new ArrayList<>();
        List<PolicyClass> others = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            List<PolicyClass> list = k == 0 ? classes : others;
            list.add(new FinitePolicies(game, 9, STREAMS));
            list.add(new RandomPolicies(game, STREAMS));
        }
        for (int k = 0; k < 2; k++) {
            PolicyClass policies = classes.get(k);
            assertThat(policies.bestValue()).isNaN();
            assertThat(actions(policies.best())).isEqualTo(actions(policies.at(0)));
            double[] worths = {0.3, 0.9, 0.2, 0.9, 0.5};
            for (int visit = 0; visit < worths.length; visit++) {
                policies.learn(visit, worths[visit]);
            }
            assertThat(policies.bestValue()).isEqualTo(0.9);
            assertThat(policies.tried()).isEqualTo(5);
            assertThat(actions(policies.best()))
                    .as("the first of two")
                    .isEqualTo(actions(policies.at(1)));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            policies.save(new DataOutputStream(bytes));
            PolicyClass other = others.get(k);
            other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertThat(other.bestValue()).isEqualTo(0.9);
            assertThat(other.tried()).isEqualTo(5);
            assertThat(actions(other.best())).isEqualTo(actions(policies.best()));
            other.learn(5, 0.95);
            policies.learn(5, 0.95);
            assertThat(actions(other.best())).isEqualTo(actions(policies.best()));
            if (k == 0) {
                PolicyClass wrong = new FinitePolicies(new SimpleAllocation(2, 2), 4, STREAMS);
                assertThatThrownBy(
                                () ->
                                        wrong.restore(
                                                new DataInputStream(
                                                        new ByteArrayInputStream(
                                                                bytes.toByteArray()))))
                        .isInstanceOf(IOException.class)
                        .hasMessage(
                                "the checkpoint is of another game: it has 9 commitments where"
                                        + " this one has 4");
            }
        }
    }

    private static List<Double> actions(CommitmentCache.Source source) {
        List<Double> actions = new ArrayList<>();
        double[] action = new double[1];
        for (int o = 0; o < 2; o++) {
            source.decide(o, action);
            actions.add(action[0]);
        }
        return actions;
    }

    /** Automatic settings of PPO: it scouts unless an episode is run to diagnose something. */
    @Test
    void whatIsSettledOfPpo() {
        GameFacts facts = GameFacts.of(new NormalForm().assemble());
        Episode plain = new Episode(30, RewardPhase.EXACT, 1, 0.5);
        Episode visible = new Episode(30, RewardPhase.EXACT, 1, 0.5, true, false, false);
        Ppo automatic = (Ppo) Declaration.automatic(new Ppo());
        Ppo open = automatic.settled(facts, plain, true);
        assertThat(open.scouts()).isEqualTo(60_000);
        assertThat(open.closing()).isEqualTo(8);
        assertThat(open.initialLogSigma()).isEqualTo(-3);
        assertThat(open.critic()).isEqualTo(CriticInformation.FLAG);
        assertThat(automatic.settled(facts, plain, false).closing()).isZero();
        Ppo diagnosing = automatic.settled(facts, visible, true);
        assertThat(diagnosing.scouts()).isZero();
        assertThat(diagnosing.closing()).isZero();
        assertThat(diagnosing.initialLogSigma()).isEqualTo(-1);
        assertThat(open.budget(facts, plain)).isEqualTo(1_000_000_000);
        assertThat(diagnosing.budget(facts, visible)).isEqualTo(4_000_000);
        Reinforce other = new Reinforce();
        assertThat(other.budget(facts, plain))
                .isEqualTo((long) (20_000 * plain.transitions(facts)))
                .isPositive();
        assertThat(Declaration.automatic(new Reinforce()))
                .satisfies(
                        stated ->
                                assertThat(((Reinforce) stated).settled(facts, plain, true))
                                        .isEqualTo(new Reinforce()));
    }

    /** As many threads as there are: the same rollout, mean and counts. */
    @Test
    void aCrewCollectsWhatOneWould() {
        int before = StepTeamTest.room();
        BaseGame game = new NormalForm().assemble();
        for (int threads : new int[] {2, 4}) {
            Rollout expected = rollout(game);
            Rollout found = rollout(game);
            StackelbergPomdp one = pomdp(game, 1_200);
            StackelbergPomdp several = pomdp(game, 1_200);
            Collector alone = collector(one, 1, expected);
            Collector crew = collector(several, threads, found);
            for (int k = 0; k < 2; k++) {
                assertThat(crew.collect(12, Watch.NONE)).isEqualTo(alone.collect(12, Watch.NONE));
                assertThat(crew.episodes()).isEqualTo(12L * (k + 1));
                assertThat(several.plays()).isEqualTo(one.plays());
                assertThat(several.transitions()).isEqualTo(one.transitions());
                requireSame(found, expected);
            }
        }
        // Nobody is counted as busy any more, nor anyone too few.
        assertThat(StepTeamTest.room()).isEqualTo(before);
    }

    private static void requireSame(Rollout found, Rollout expected) {
        int inputs = pomdp(new NormalForm().assemble(), 30).criticSize(CriticInformation.FULL);
        assertThat(found.size).isPositive();
        CrewTest.requireEqual(found, expected, inputs);
        assertThat(found.decisions).isEqualTo(expected.decisions);
    }

    private static Rollout rollout(BaseGame game) {
        return new Rollout(1, pomdp(game, 30).criticSize(CriticInformation.FULL));
    }

    private static Collector collector(StackelbergPomdp pomdp, int threads, Rollout rollout) {
        Actor actor = new Actor(pomdp.game(), 4, 0, 4, STREAMS.at(Purpose.INITIALISATION, 0));
        Optional<Crew> crew =
                Crew.of(
                        pomdp,
                        STREAMS,
                        12,
                        threads,
                        rollout,
                        (twin, kept) -> exploration(twin, actor, kept));
        assertThat(crew.isPresent()).isEqualTo(threads > 1);
        return new Collector(pomdp, STREAMS, exploration(pomdp, actor, rollout), rollout, crew);
    }

    private static Exploration exploration(StackelbergPomdp pomdp, Actor actor, Rollout rollout) {
        return new Exploration(pomdp, new ActorExplorer(actor), CriticInformation.FULL, rollout);
    }

    @Test
    void explorersSayHowLongAnActionIs() {
        BaseGame box = new SteppedGame(new ActionSpace.Box(2, -1, 3));
        Actor actor = new Actor(box, 4, 0, 4, new SplittableRandom(1));
        assertThat(new ActorExplorer(actor).actionLength()).isEqualTo(2);
        BaseGame choice = new SteppedGame(new ActionSpace.Discrete(3));
        Linear q = new Linear(choice.leaderObservationSize(), 3, 0, 1, new SplittableRandom(1));
        Linear noisy = new Linear(choice.leaderObservationSize(), 3, 0, 1, new SplittableRandom(1));
        assertThat(new NoisyQ(choice, q, noisy, 1).actionLength()).isEqualTo(1);
    }

    /** A few plays are no work for several: below ten thousand in all there is no crew. */
    @Test
    void aCrewIsCalledInWhereThereIsEnoughToDo() {
        BaseGame game = new NormalForm().assemble();
        StackelbergPomdp pomdp = pomdp(game, 30);
        double each = pomdp.longestEpisode();
        int enough = (int) Math.ceil(10_000 / each);
        Actor actor = new Actor(game, 4, 0, 4, new SplittableRandom(1));
        Rollout rollout = new Rollout(1, 0);
        for (int episodes : new int[] {enough - 1, enough}) {
            Optional<Crew> crew =
                    Crew.of(
                            pomdp,
                            STREAMS,
                            episodes,
                            3,
                            rollout,
                            (twin, kept) ->
                                    new Exploration(twin, new ActorExplorer(actor), null, kept));
            assertThat(crew.isPresent()).isEqualTo(episodes == enough);
        }
    }
}
