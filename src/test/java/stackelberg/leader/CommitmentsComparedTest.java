package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.MatrixDesign;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

/** A search among few commitments, and an actor that is fitted to the best. */
class CommitmentsComparedTest {
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
