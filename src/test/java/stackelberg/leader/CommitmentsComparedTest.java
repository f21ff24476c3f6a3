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
import stackelberg.game.Frequencies;
import stackelberg.game.MatrixDesign;
import stackelberg.game.NormalForm;
import stackelberg.game.SimpleAllocation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

/** Variations of commitments, and a search among few of them. */
class CommitmentsComparedTest {
    private static final int CHOICES = 4;

    private final RandomGenerator random = new SplittableRandom(12);

    /** The members of a population take every choice equally often at every observation. */
    @Test
    void choicesAreSpreadEvenlyOverTheMembers() {
        Variation variation = new Variation(CHOICES, 1);
        int[][] taken = new int[3][CHOICES];
        double[][] commitment = new double[3][1];
        for (int member = 0; member < 2 * CHOICES; member++) {
            variation.spread(member, commitment, new SplittableRandom(5), random);
            for (int o = 0; o < 3; o++) {
                taken[o][(int) commitment[o][0]]++;
            }
        }
        for (int[] at : taken) {
            assertThat(at).containsOnly(2);
        }
    }

    /** A quarter of coordinates on the lower side, a tenth on the upper, the others anywhere. */
    @Test
    void coordinatesAreSpreadOverTheBoxAndItsSides() {
        Variation variation = new Variation(0, 2);
        double[][] commitment = new double[500][2];
        long[] seen = new long[4];
        for (int k = 0; k < 10; k++) {
            variation.spread(k, commitment, random, random);
            for (double[] at : commitment) {
                for (double each : at) {
                    assertThat(each).isBetween(-1.0, 1.0);
                    seen[each == -1 ? 0 : each == 1 ? 1 : each < 0 ? 2 : 3]++;
                }
            }
        }
        Frequencies.assertDistribution(seen, new double[] {0.25, 0.1, 0.325, 0.325});
    }

    @Test
    void nearTheBestMostChoicesStayAndCoordinatesMoveALittle() {
        double[][] best = new double[4_000][1];
        double[][] near = new double[4_000][1];
        new Variation(CHOICES, 1).near(best, 0, near, random);
        long[] seen = new long[CHOICES];
        Arrays.stream(near).forEach(at -> seen[(int) at[0]]++);
        Frequencies.assertDistribution(seen, new double[] {0.85, 0.05, 0.05, 0.05});
        Arrays.stream(best).forEach(at -> at[0] = 0.2);
        new Variation(0, 1).near(best, 0.1, near, random);
        double sum = 0;
        double squares = 0;
        for (double[] at : near) {
            sum += at[0] - 0.2;
            squares += (at[0] - 0.2) * (at[0] - 0.2);
        }
        // Five standard errors of a mean and of a variance.
        assertThat(sum / 4_000).isCloseTo(0, within(0.008));
        assertThat(squares / 4_000).isCloseTo(0.01, within(0.0012));
        Arrays.stream(best).forEach(at -> at[0] = 1);
        new Variation(0, 1).near(best, 0.1, near, random);
        assertThat(Arrays.stream(near).filter(at -> at[0] == 1).count())
                .as("what would be outside is on the side")
                .isBetween(1_800L, 2_200L);
    }

    /** Only decisions that matter are varied, and some is, into what the game can take. */
    @Test
    void onlyWhatMattersIsVaried() {
        boolean[] where = {true, false, true};
        for (int choices : new int[] {CHOICES, 0}) {
            int coordinates = choices > 0 ? 1 : 2;
            Variation variation = new Variation(choices, coordinates);
            double[][][] members = new double[5][3][coordinates];
            for (int m = 0; m < 5; m++) {
                variation.spread(m, members[m], new SplittableRandom(m), random);
            }
            int changed = 0;
            boolean[] ever = new boolean[3];
            for (int k = 0; k < 400; k++) {
                double[][] commitment = new double[3][coordinates];
                variation.vary(commitment, where, members, random);
                assertThat(commitment[1]).containsOnly(0);
                for (int o = 0; o < 3; o++) {
                    for (double each : commitment[o]) {
                        ever[o] |= each != 0;
                        if (choices > 0) {
                            assertThat(each).isIn(0.0, 1.0, 2.0, 3.0);
                        } else {
                            assertThat(each).isBetween(-1.0, 1.0);
                        }
                    }
                }
                changed += Arrays.deepEquals(commitment, new double[3][coordinates]) ? 0 : 1;
            }
            assertThat(ever).containsExactly(true, false, true);
            assertThat(changed).isGreaterThan(300);
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
