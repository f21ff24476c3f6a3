package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.MatrixDesign;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.LeaderSeat;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

/** A search among few commitments, and an actor that is fitted to the best. */
class CommitmentsComparedTest {
    private final RandomGenerator random = new SplittableRandom(12);

    /** A game of luck: the reward of an outer episode is that of the types drawn in it. */
    private static StackelbergPomdp luck() {
        return StackelbergPomdp.of(
                new SimpleAllocation(4, 3),
                List.of(new MultiplicativeWeights(1e6)),
                new Episode(30, RewardPhase.SAMPLED, 2, 0));
    }

    /** The rewards of a commitment in outer episodes 0 to 63. */
    private static double[] rewards(StackelbergPomdp pomdp, double[][] commitment) {
        double[] rewards = new double[64];
        for (int k = 0; k < rewards.length; k++) {
            rewards[k] =
                    pomdp.run(
                            LeaderSeat.committed(o -> commitment[o]),
                            new RandomStreams(3),
                            k,
                            Watch.NONE);
        }
        return rewards;
    }

    /** Three outer episodes; if they differ and promise more than the best, up to sixteen. */
    private static int confirming(double[] rewards, double best) {
        double sum = 0;
        boolean same = true;
        for (int made = 1; made <= 16; made++) {
            sum += rewards[made - 1];
            same &= rewards[made - 1] == rewards[0];
            if (made >= 3 && (same || sum / made <= best)) {
                return made;
            }
        }
        return 16;
    }

    private static double mean(double[] rewards, int from, int to) {
        return Arrays.stream(rewards, from, to).average().orElseThrow();
    }

    /** The first population against a second implementation, episode by episode. */
    @Test
    void thePopulationIsPlacedAndValuedAsDefined() {
        CommitmentSearch search =
                new CommitmentSearch(luck(), new RandomStreams(3), new MeanReward());
        Variation variation = new Variation(4, 1);
        double best = Double.NEGATIVE_INFINITY;
        double[][] kept = new double[3][1];
        double[] keptRewards = new double[0];
        long episodes = 0;
        for (int member = 0; member < 24; member++) {
            RandomStreams streams = new RandomStreams(3);
            RandomGenerator own = streams.at(RandomStreams.Purpose.SCOUTING, member);
            own.nextDouble();
            double[][] commitment = new double[3][1];
            variation.spread(
                    member, commitment, streams.at(RandomStreams.Purpose.SCOUTING, -1), own);
            double[] rewards = rewards(luck(), commitment);
            int made = rewards[0] < best ? 1 : confirming(rewards, best);
            episodes += made;
            double worth = mean(rewards, 0, made);
            if (worth > best) {
                best = worth;
                kept = commitment;
                keptRewards = rewards;
            }
            search.search(1, Watch.NONE);
            assertThat(search.tried()).isEqualTo(member + 1);
            assertThat(search.episodes()).as("member %d", member).isEqualTo(episodes);
            assertThat(search.bestWorth()).isCloseTo(best, within(1e-12));
            assertThat(Arrays.deepEquals(search.best(), kept)).isTrue();
        }
        assertThat(search.over()).isFalse();
        search.decide(Watch.NONE);
        // The only finalist is valued anew, where it was not chosen by its luck.
        assertThat(search.episodes()).isEqualTo(episodes + 48);
        assertThat(search.bestWorth()).isCloseTo(mean(keptRewards, 16, 64), within(1e-12));
        assertThat(Arrays.deepEquals(search.best(), kept)).isTrue();
    }

    /** Offers by the same rule. */
    @Test
    void anOfferIsConfirmedLikeAMember() {
        CommitmentSearch search =
                new CommitmentSearch(luck(), new RandomStreams(3), new MeanReward());
        double best = Double.NEGATIVE_INFINITY;
        long episodes = 0;
        for (int k = 0; k < 12; k++) {
            double[][] commitment = new double[3][1];
            for (double[] at : commitment) {
                at[0] = random.nextInt(4);
            }
            double[] rewards = rewards(luck(), commitment);
            int made = confirming(rewards, best);
            episodes += made;
            double worth = mean(rewards, 0, made);
            assertThat(search.offer(o -> commitment[o], commitment, Watch.NONE))
                    .isEqualTo(worth > best);
            best = Math.max(best, worth);
            assertThat(search.bestWorth()).isCloseTo(best, within(1e-12));
            assertThat(search.episodes()).isEqualTo(episodes);
        }
    }

    private static StackelbergPomdp pomdp(BaseGame game) {
        return StackelbergPomdp.of(
                game,
                List.of(new MultiplicativeWeights(1e6)),
                new Episode(60, RewardPhase.EXACT, 1, 0));
    }

    private static CommitmentSearch search(BaseGame game, MeanReward rewards) {
        return new CommitmentSearch(pomdp(game), new RandomStreams(3), rewards);
    }

    /** A single choice: 24 members try each of three rows, and the best is worth 30 of 30. */
    @Test
    void aSingleChoiceIsOverOnceAllWereTried() {
        MeanReward rewards = new MeanReward();
        CommitmentSearch search = search(new NormalForm().assemble(), rewards);
        assertThat(search.bestWorth()).isEqualTo(Double.NEGATIVE_INFINITY);
        search.search(10, Watch.NONE);
        assertThat(search.tried()).isEqualTo(10);
        assertThat(search.over()).isFalse();
        search.search(1_000, Watch.NONE);
        assertThat(search.tried()).isEqualTo(24);
        assertThat(search.over()).isTrue();
        assertThat(search.policy().act(0)).containsExactly(2);
        assertThat(search.best()[0]).containsExactly(2);
        assertThat(search.bestWorth()).isCloseTo(1, within(1e-6));
        long before = search.episodes();
        search.decide(Watch.NONE);
        // One finalist is the best of all and of its population; a rival may be another.
        assertThat(search.episodes() - before).isEqualTo(48);
        assertThat(search.policy().act(0)).containsExactly(2);
        assertThat(rewards.mean()).isBetween(0.3, 1.0);
    }

    /** What is offered is taken if it is worth more, and improves if it is worth clearly more. */
    @Test
    void whatIsOfferedIsTakenIfItIsBetter() {
        CommitmentSearch search = search(new NormalForm().assemble(), new MeanReward());
        double[][] first = {{1}};
        assertThat(search.offer(o -> new double[] {1}, first, Watch.NONE)).isTrue();
        assertThat(search.policy().act(0)).containsExactly(1);
        double worth = search.bestWorth();
        double[][] best = {{2}};
        assertThat(search.offer(o -> new double[] {2}, best, Watch.NONE)).isTrue();
        assertThat(search.bestWorth()).isGreaterThan(worth);
        assertThat(search.offer(o -> new double[] {2}, best, Watch.NONE)).isFalse();
        assertThat(search.offer(o -> new double[] {0}, new double[][] {{0}}, Watch.NONE)).isFalse();
        assertThat(search.policy().act(0)).containsExactly(2);
    }

    /** Two items and messages: four of the eight commitments serve both types. */
    @Test
    void messagesAreGivenMeaningAndTheSearchEndsByItself() {
        CommitmentSearch search = search(new SimpleAllocation(2, 2), new MeanReward());
        search.search(40, Watch.NONE);
        assertThat(search.bestWorth()).isCloseTo(1, within(1e-6));
        assertThat(search.policy().act(0)[0]).isNotEqualTo(search.policy().act(1)[0]);
        search.search(20_000, Watch.NONE);
        assertThat(search.over()).isTrue();
        // Nine populations of 24, each given up after 300 + 60 challenges for each decision.
        assertThat(search.tried()).isBetween(8L * 324, 9L * (24 + 421 + 60));
    }

    /** Sides of the box are −1 and 1 to the search, and 0 and 10 to the game. */
    @Test
    void coordinatesOfABoxAreTheActorsOwn() {
        BaseGame design = new MatrixDesign().assemble();
        CommitmentSearch search = search(design, new MeanReward());
        search.search(60, Watch.NONE);
        for (int o = 0; o < design.leaderObservations(); o++) {
            double[] action = search.policy().act(o);
            for (int k = 0; k < 2; k++) {
                assertThat(action[k]).isCloseTo(5 * (search.best()[o][k] + 1), within(1e-12));
            }
        }
        search.search(400, Watch.NONE);
        assertThat(search.bestWorth()).isCloseTo(10 / 6.0, within(0.02));
    }

    @Test
    void aRestoredSearchGoesOnWithTheSameBits() throws IOException {
        for (BaseGame game : List.of(new SimpleAllocation(2, 2), new MatrixDesign().assemble())) {
            for (int tried : new int[] {5, 60, 700}) {
                CommitmentSearch whole = search(game, new MeanReward());
                whole.search(tried, Watch.NONE);
                CommitmentSearch other = search(game, new MeanReward());
                other.search(30, Watch.NONE);
                other.restore(new DataInputStream(new ByteArrayInputStream(saved(whole))));
                assertThat(saved(other)).isEqualTo(saved(whole));
                assertThat(other.tried()).isEqualTo(tried);
                whole.search(100, Watch.NONE);
                other.search(100, Watch.NONE);
                whole.decide(Watch.NONE);
                other.decide(Watch.NONE);
                assertThat(saved(other)).isEqualTo(saved(whole));
            }
        }
    }

    private static byte[] saved(CommitmentSearch search) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        search.save(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    /** An actor that is fitted to a commitment prefers its actions, and still explores. */
    @Test
    void anActorIsFittedToACommitment() {
        for (ActionSpace space :
                List.of(new ActionSpace.Discrete(3), new ActionSpace.Box(2, -1, 3))) {
            BaseGame game = new SteppedGame(space);
            Actor actor = new Actor(game, 16, -1, 4, new SplittableRandom(1));
            int length = space.length();
            double[][] commitment = new double[game.leaderObservations()][length];
            for (int o = 0; o < commitment.length; o++) {
                for (int k = 0; k < length; k++) {
                    commitment[o][k] =
                            space instanceof ActionSpace.Discrete
                                    ? o % 3
                                    : 0.8 * Math.sin(o + 2.0 * k);
                }
            }
            new Distillation(actor, 4).fit(commitment, Watch.NONE);
            for (int o = 0; o < commitment.length; o++) {
                for (int k = 0; k < length; k++) {
                    assertThat(actor.modes()[o][k]).isCloseTo(commitment[o][k], within(0.05));
                }
                if (space instanceof ActionSpace.Discrete) {
                    double[] shares = actor.exploration(o);
                    assertThat(shares[o % 3]).isBetween(0.8, 0.99);
                    assertThat(shares[(o + 1) % 3]).isBetween(0.005, 0.1);
                }
            }
        }
    }
}
