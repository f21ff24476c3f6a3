package stackelberg.follower;

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
import stackelberg.game.BaseGame;
import stackelberg.game.BertrandPlatform;
import stackelberg.game.DynamicProminence;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.PlatformGame;
import stackelberg.game.Play;
import stackelberg.game.PriceThreshold;
import stackelberg.game.SimpleAllocation;
import stackelberg.game.StageGame;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Faults;

class QLearningTest {
    private static final LeaderPolicy FIRST = observation -> new double[] {0};
    private static final LeaderPolicy LAST = observation -> new double[] {3};

    private static PlatformGame platform() {
        return new BertrandPlatform(2, 4, 1.05, 1.7, 2, 0, 1, 0.25, new PriceThreshold())
                .assemble();
    }

    private static ResponseAlgorithm learners(QLearning model, BaseGame game, int plays) {
        return Followers.assemble(List.of(model), game, plays);
    }

    private static void play(
            BaseGame game, ResponseAlgorithm followers, LeaderPolicy policy, int plays, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Play play = game.newPlay();
        int[] types = new int[game.followers()];
        int[] actions = new int[game.followers()];
        for (int k = 0; k < plays; k++) {
            followers.beginPlay(random, types);
            play.begin(types);
            while (play.turn() != Play.Turn.END) {
                if (play.turn() == Play.Turn.LEADER) {
                    play.leaderActs(policy.act(play.leaderObservation()));
                } else {
                    followers.beginTurn(play);
                    for (int i = 0; i < actions.length; i++) {
                        actions[i] = followers.action(i, play.followerObservation(i));
                    }
                    play.followersAct(actions);
                }
            }
            followers.endPlay(play);
        }
    }

    private static float[] state(ResponseAlgorithm followers) {
        float[] state = new float[followers.stateSize()];
        followers.describe(state, 0);
        return state;
    }

    /** A table looked up and a game played must not differ in a single bit. */
    @Test
    void playsOnATableAreThePlaysOfTheGame() {
        for (int memory = 0; memory <= 2; memory++) {
            QLearning model = new QLearning(0.15, 0.95, 1e-3, memory, 0);
            for (var game : List.of(platform(), dynamic())) {
                LeaderPolicy policy =
                        game.leaderActions().equals(platform().leaderActions()) ? LAST : FIRST;
                ResponseAlgorithm one = learners(model, game, 3000);
                play(game, one, policy, 3000, 7);
                StageResponse other = (StageResponse) learners(model, game, 3000);
                StageGame stage = StageGame.of(game, policy).orElseThrow();
                RandomGenerator random = new SplittableRandom(7);
                int made = 0;
                for (int most = 1; made < 3000; most = 2 * most + 1) {
                    made += other.play(stage, random, Math.min(most, 3000 - made));
                }
                assertThat(made).isEqualTo(3000);
                assertThat(state(other)).isEqualTo(state(one));
            }
        }
    }

    private static PlatformGame dynamic() {
        return new BertrandPlatform(2, 4, 1.05, 1.7, 2, 0, 1, 0.25, new DynamicProminence())
                .assemble();
    }

    /** α = 1 and a deterministic world: after a play a value is exactly what the play brought. */
    @Test
    void aOneShotPlayIsNotBootstrapped() {
        BaseGame game = new SimpleAllocation(3, 3);
        QLearning model = new QLearning(1, 0.95, 0, 0, 0);
        ResponseAlgorithm followers = learners(model, game, 2000);
        LeaderPolicy obeys = observation -> new double[] {observation};
        play(game, followers, obeys, 2000, 1);
        for (int type = 0; type < 3; type++) {
            double[] strategy = followers.response().strategy(0, type);
            assertThat(strategy[type]).isEqualTo(1);
        }
        float[] state = state(followers);
        for (int k = 0; k < 9; k++) {
            assertThat(state[k]).isEqualTo(k / 3 == k % 3 ? 1f : 0f);
        }
    }

    /**
     * Q_0(s, p) = mean profit against uniformly random rivals / (1 − δ), divided by the largest.
     */
    @Test
    void tablesBeginAsPublished() {
        PlatformGame game = platform();
        ResponseAlgorithm followers = learners(new QLearning(), game, 10);
        float[] state = state(followers);
        double largest = 0;
        for (int price = 0; price < 4; price++) {
            largest = Math.max(largest, game.expectation(0, 0, price));
        }
        for (int k = 0; k < 16 * 4; k++) {
            assertThat((double) state[k])
                    .isCloseTo(game.expectation(0, 0, k % 4) / largest, within(1e-6));
        }
        assertThat(state[64]).isEqualTo(1f);
    }

    /** The argmax that is kept up to date is the argmax of the row, whatever is learned. */
    @Test
    void theGreedyActionIsAlwaysABestOne() {
        PlatformGame game = platform();
        SplittableRandom random = new SplittableRandom(5);
        QTable table = new QTable(new QLearning(0.5, 0, 0, 1, 0), game, 0);
        table.reset();
        double[][] values = new double[16][4];
        for (int row = 0; row < 16; row++) {
            for (int a = 0; a < 4; a++) {
                values[row][a] = game.expectation(0, 0, a);
            }
        }
        for (int k = 0; k < 20_000; k++) {
            int row = random.nextInt(16);
            int action = random.nextInt(4);
            table.recall(row);
            int before = table.respond(0, 0, random);
            double target = random.nextInt(3) == 0 ? -random.nextDouble() : random.nextDouble();
            boolean changed = table.learn(row, action, target, HearsPlays.OVER);
            values[row][action] = 0.5 * values[row][action] + 0.5 * target;
            double best = java.util.Arrays.stream(values[row]).max().orElseThrow();
            assertThat(values[row][table.respond(0, 0, random)]).isEqualTo(best);
            assertThat(changed).isEqualTo(table.respond(0, 0, random) != before);
        }
    }

    /** Against "row 2, then as the follower did" one learns what dynamic programming finds. */
    @Test
    void manyStepsAreBootstrappedWithinAPlay() {
        BaseGame game = new IteratedMatrix().assemble();
        LeaderPolicy copies =
                observation -> new double[] {observation == 0 ? 1 : (observation - 1) % 2};
        ResponseAlgorithm followers = learners(new QLearning(0.02, 0.95, 0, 0, 0), game, 20_000);
        play(game, followers, copies, 20_000, 3);
        // In the long run cooperating earns −1 a step against a leader that copies: worth it.
        int[] actions = new int[1];
        Play play = game.newPlay();
        play.begin(new int[1]);
        while (play.turn() != Play.Turn.END) {
            if (play.turn() == Play.Turn.LEADER) {
                play.leaderActs(copies.act(play.leaderObservation()));
            } else {
                followers.response().act(play, new int[1], new SplittableRandom(0), actions);
                play.followersAct(actions);
            }
        }
        assertThat(play.payoff(0)).isEqualTo(-3 - 4.0);
    }

    @Test
    void theResponseIsSettledAWindowAfterTheLastChangeAndNotBefore() {
        PlatformGame game = platform();
        QLearning model = new QLearning(0.15, 0.95, 1e-2, 1, 2000);
        StageResponse followers = (StageResponse) learners(model, game, 1_000_000);
        StageGame stage = StageGame.of(game, LAST).orElseThrow();
        int made = followers.play(stage, new SplittableRandom(2), Integer.MAX_VALUE);
        assertThat(followers.settled()).isTrue();
        assertThat(made).isBetween(2000, 999_999);
        StageResponse never =
                (StageResponse) learners(new QLearning(0.15, 0.95, 1e-2, 1, 0), game, 10_000);
        assertThat(never.play(stage, new SplittableRandom(2), 10_000)).isEqualTo(10_000);
        assertThat(never.settled()).isFalse();
    }

    /**
     * Play by play: settled as soon as no greedy action has changed for a window, and no sooner.
     */
    @Test
    void aWindowBeginsAnewWithEveryChangeAndEveryPhase() {
        int window = 25;
        int late = 0;
        for (long seed = 1; seed <= 20; seed++) {
            RandomGame game =
                    new RandomGame(
                            new SplittableRandom(seed), new int[] {1, 1}, new int[] {3, 2}, 1, 1);
            StageGame stage = StageGame.of(game, FIRST).orElseThrow();
            QLearning model = new QLearning(0.3, 0.9, 0.02, 0, window);
            StageResponse one = (StageResponse) learners(model, game, 5_000);
            StageResponse other = (StageResponse) learners(model, game, 5_000);
            assertThat(one.plays()).isEqualTo(5_000);
            RandomGenerator random = new SplittableRandom(seed);
            RandomGenerator same = new SplittableRandom(seed);
            for (int phase = 0; phase < 3; phase++) {
                int changed = 0;
                int made = 0;
                while (made - changed < window) {
                    assertThat(one.settled()).isFalse();
                    String before = greedy(one);
                    assertThat(one.play(stage, random, 1)).isEqualTo(1);
                    made++;
                    changed = greedy(one).equals(before) ? changed : made;
                }
                assertThat(one.settled()).as("seed %d, play %d", seed, made).isTrue();
                late += changed > window ? 1 : 0;
                assertThat(other.play(stage, same, Integer.MAX_VALUE)).isEqualTo(made);
                assertThat(other.settled()).isTrue();
                one.carryOn();
                other.carryOn();
            }
        }
        assertThat(late).isGreaterThan(3);
    }

    private static String greedy(ResponseAlgorithm followers) {
        return Arrays.toString(followers.response().strategy(0, 0))
                + Arrays.toString(followers.response().strategy(1, 0));
    }

    @Test
    void whatIsSavedGoesOnAsIfNothingHadHappened() throws IOException {
        PlatformGame game = platform();
        QLearning model = new QLearning(0.15, 0.95, 1e-3, 1, 0);
        ResponseAlgorithm one = learners(model, game, 5000);
        play(game, one, LAST, 2000, 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        one.save(new DataOutputStream(bytes));
        ResponseAlgorithm other = learners(model, game, 5000);
        other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        one.carryOn();
        other.carryOn();
        play(game, one, LAST, 2000, 9);
        play(game, other, LAST, 2000, 9);
        assertThat(state(other)).isEqualTo(state(one));
    }

    @Test
    void memoryThatCannotBeHeldIsAFault() {
        Faults faults = new Faults();
        Followers.check(
                List.of(new QLearning(0.1, 0.9, 0, 3, 0)),
                new BertrandPlatform().assemble(),
                10,
                faults.at("followers"),
                faults);
        assertThat(faults.list())
                .extracting(f -> f.path())
                .containsExactly("$.followers[0].memory");
        Faults several = new Faults();
        Followers.check(
                List.of(new QLearning(0.1, 0.9, 0, 1, 0)),
                new IteratedMatrix().assemble(),
                10,
                several.at("followers"),
                several);
        assertThat(several.list())
                .extracting(f -> f.path())
                .containsExactly("$.followers[0].memory");
    }
}
