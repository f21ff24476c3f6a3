package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.SimpleAllocation;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

class RolloutTest {
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.95, 1})
    void advantagesAreTheLambdaWeightedMeansOfAllReturns(double lambda) {
        RandomGenerator random = new SplittableRandom(91);
        for (int trial = 0; trial < 50; trial++) {
            Rollout rollout = random(random);
            rollout.estimateAdvantages(lambda);
            requireDefinition(rollout, lambda);
        }
    }

    /** Episodes of one to eight transitions; rewards anywhere. */
    private static Rollout random(RandomGenerator random) {
        Rollout rollout = new Rollout(1, 1);
        for (int episode = 1 + random.nextInt(5); episode > 0; episode--) {
            int length = 1 + random.nextInt(8);
            for (int t = 0; t < length; t++) {
                int at = rollout.addTransition(0, 0);
                rollout.reward[at] = random.nextGaussian();
                rollout.value[at] = (float) random.nextGaussian();
                rollout.last[at] = t == length - 1;
            }
        }
        return rollout;
    }

    /**
     * Â_t = Σ_k λ^k δ_{t+k} to the end of the episode, written with returns: δ telescopes, so for λ
     * = 1 it is the sum of rewards to come minus V.
     */
    private static void requireDefinition(Rollout rollout, double lambda) {
        for (int t = 0; t < rollout.size; t++) {
            double advantage = 0;
            double factor = 1;
            double rewards = 0;
            for (int k = t; ; k++) {
                double after = rollout.last[k] ? 0 : rollout.value[k + 1];
                advantage += factor * (rollout.reward[k] + after - rollout.value[k]);
                factor *= lambda;
                rewards += rollout.reward[k];
                if (rollout.last[k]) {
                    break;
                }
            }
            assertThat((double) rollout.advantage[t]).isCloseTo(advantage, within(1e-5));
            assertThat((double) rollout.valueTarget[t])
                    .isCloseTo(advantage + rollout.value[t], within(1e-5));
            if (lambda == 1) {
                assertThat((double) rollout.valueTarget[t]).isCloseTo(rewards, within(1e-5));
            }
        }
    }

    /** With λ = 1 every target is the reward of its own outer episode, however it was filtered. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 1})
    void outerEpisodesStayApartWhateverResponseTransitionsAreKept(double keep) {
        for (BaseGame game : games()) {
            StackelbergPomdp pomdp = pomdp(game, new Episode(30, RewardPhase.EXACT, 1, keep));
            RandomStreams streams = new RandomStreams(3);
            Actor actor = new Actor(game, 8, 0, 8, streams.at(Purpose.INITIALISATION, 0));
            Rollout rollout =
                    new Rollout(
                            actor.distribution().length(),
                            pomdp.criticSize(CriticInformation.FULL));
            Exploration exploration =
                    new Exploration(
                            pomdp, new ActorExplorer(actor), CriticInformation.FULL, rollout);
            exploration.beginRollout();
            double[] rewards = new double[6];
            int[] ends = new int[6];
            for (int k = 0; k < 6; k++) {
                exploration.beginEpisode(streams.at(Purpose.LEADER, k));
                rewards[k] = pomdp.run(exploration, streams, k, Watch.NONE);
                ends[k] = rollout.size;
            }
            rollout.estimateAdvantages(1);
            for (int k = 0; k < 6; k++) {
                int first = k == 0 ? 0 : ends[k - 1];
                assertThat(ends[k]).isGreaterThan(first);
                assertThat((double) rollout.valueTarget[first]).isCloseTo(rewards[k], within(1e-5));
                for (int t = first; t < ends[k]; t++) {
                    assertThat(rollout.last[t]).isEqualTo(t == ends[k] - 1);
                }
            }
        }
    }

    private static List<BaseGame> games() {
        return List.of(
                new SimpleAllocation(3, 2),
                new SteppedGame(new ActionSpace.Discrete(3)),
                new SteppedGame(new ActionSpace.Box(2, 0, 1)));
    }

    private static StackelbergPomdp pomdp(BaseGame game, Episode episode) {
        return new StackelbergPomdp(
                game,
                Followers.assemble(
                        List.of(new MultiplicativeWeights()), game, episode.responsePlays()),
                episode);
    }

    @Test
    void onlyDifferentRewardsTellCommitmentsApart() {
        Rollout rollout = new Rollout(1, 1);
        addEpisode(rollout, 0.1, 0.2);
        assertThat(rollout.tellsCommitmentsApart()).as("a single episode").isTrue();
        addEpisode(rollout, 0.3);
        addEpisode(rollout, 0, 0.2, 0.1);
        assertThat(rollout.tellsCommitmentsApart()).as("equal sums").isFalse();
        addEpisode(rollout, 0.3 + 1e-9);
        assertThat(rollout.tellsCommitmentsApart()).as("a small difference").isTrue();
    }

    @Test
    void whatIsEqualIsSoRelativelyToItsSize() {
        for (double unit : new double[] {0, 1e-9, 1, 1e9}) {
            Rollout rollout = new Rollout(1, 1);
            addEpisode(rollout, 3 * unit);
            addEpisode(rollout, unit, 2 * unit);
            assertThat(rollout.tellsCommitmentsApart()).as("two of %s", 3 * unit).isFalse();
            addEpisode(rollout, unit, 2 * unit * (1 + 1e-15));
            assertThat(rollout.tellsCommitmentsApart()).as("rounding").isFalse();
            addEpisode(rollout, 3 * unit + Math.max(unit, 1e-300) * 1e-6);
            assertThat(rollout.tellsCommitmentsApart()).as("a millionth").isTrue();
            // What an earlier rollout held there does not count.
            rollout.clear();
            addEpisode(rollout, 3 * unit);
            addEpisode(rollout, 3 * unit);
            rollout.reward[rollout.size] = 7;
            rollout.last[rollout.size] = true;
            assertThat(rollout.tellsCommitmentsApart()).isFalse();
        }
    }

    private static void addEpisode(Rollout rollout, double... rewards) {
        for (double reward : rewards) {
            int at = rollout.addTransition(0, 0);
            rollout.reward[at] = reward;
        }
        rollout.last[rollout.size - 1] = true;
    }

    @Test
    void explainedVarianceIsOneForAPerfectCriticAndUndefinedForEqualOutcomes() {
        Rollout rollout = new Rollout(1, 1);
        for (int t = 0; t < 1000; t++) {
            rollout.addTransition(0, 0);
            rollout.valueTarget[t] = t % 3;
            rollout.value[t] = t % 3 + 2;
        }
        assertThat(rollout.explainedVariance()).isCloseTo(1, within(1e-12));
        for (int t = 0; t < 1000; t++) {
            rollout.value[t] = 1;
        }
        assertThat(rollout.explainedVariance()).isCloseTo(0, within(1e-12));
        for (int t = 0; t < 1000; t++) {
            rollout.valueTarget[t] = 0.7234f;
            rollout.value[t] = t % 2;
        }
        assertThat(rollout.explainedVariance()).isNaN();
    }

    @Test
    void aClearedBufferIsUsedAgainWithoutWhatWasInIt() {
        Rollout rollout = new Rollout(2, 3);
        for (int t = 0; t < 3000; t++) {
            int at = rollout.addTransition(1, rollout.addDecision());
            rollout.reward[at] = 5;
            rollout.last[at] = true;
        }
        rollout.writeCritic(2999, new float[] {1, 2, 3});
        assertThat(rollout.action[2999]).hasSize(2);
        rollout.clear();
        for (int t = 0; t < 3000; t++) {
            int at = rollout.addTransition(2, rollout.addDecision());
            assertThat(at).isEqualTo(t);
            assertThat(rollout.reward[at]).isZero();
            assertThat(rollout.last[at]).isFalse();
        }
        assertThat(seen(rollout, 2999, 3)).containsExactly(1, 2, 3);
    }

    /** What the critic sees at a transition. */
    static float[] seen(Rollout rollout, int t, int inputs) {
        float[] row = new float[inputs];
        rollout.readCritic(t, row);
        return row;
    }
}
