package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import stackelberg.game.BaseGame;
import stackelberg.game.IteratedMatrix;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;
import stackelberg.game.StageGame;
import stackelberg.oracle.RandomGame;

/** Small networks among the followers: the same plays give the same bits, saved or looked up. */
class NetworkFollowersTest {
    private static final LeaderPolicy FIRST = observation -> new double[1];
    private static final int PLAYS = 60;

    private static Maddpg maddpg(Maddpg.Kind kind, int memory) {
        return new Maddpg(kind, 0.01, 0.01, 0.5, memory, 6, 9, 4, 3, 2, 1e-2, 1e-2, 0, 1);
    }

    private static DeepQ deep(int memory) {
        return new DeepQ(0.01, 0.5, 1e-2, memory, 6, 7, 4, 2, 2, 0, 1);
    }

    static List<List<FollowerModel>> populations() {
        return List.of(
                List.of(deep(1)),
                List.of(deep(0)),
                List.of(maddpg(Maddpg.Kind.SEVERAL, 0)),
                List.of(maddpg(Maddpg.Kind.SEVERAL, 2), deep(1)),
                List.of(maddpg(Maddpg.Kind.LINE, 1), maddpg(Maddpg.Kind.SEVERAL, 0)),
                List.of(new QLearning(0.3, 0.5, 1e-2, 3, 0), maddpg(Maddpg.Kind.LINE, 1)));
    }

    private static RandomGame game() {
        return new RandomGame(new SplittableRandom(7), new int[] {2, 2}, new int[] {3, 2}, 1, 1);
    }

    private static ResponseAlgorithm followers(List<FollowerModel> models) {
        ResponseAlgorithm followers = Followers.assemble(models, game(), 1_000);
        followers.reset();
        return followers;
    }

    private static List<Integer> play(
            BaseGame game, ResponseAlgorithm followers, RandomGenerator random, int count) {
        return play(game, followers, FIRST, random, count);
    }

    private static List<Integer> play(
            BaseGame game,
            ResponseAlgorithm followers,
            LeaderPolicy policy,
            RandomGenerator random,
            int count) {
        List<Integer> done = new ArrayList<>();
        Play play = game.newPlay();
        int[] types = new int[game.followers()];
        int[] actions = new int[game.followers()];
        for (int k = 0; k < count; k++) {
            followers.beginPlay(random, types);
            play.begin(types);
            while (play.turn() != Play.Turn.END) {
                if (play.turn() == Play.Turn.LEADER) {
                    play.leaderActs(policy.act(play.leaderObservation()));
                    continue;
                }
                followers.beginTurn(play);
                for (int i = 0; i < actions.length; i++) {
                    actions[i] = followers.action(i, play.followerObservation(i));
                    done.add(actions[i]);
                }
                play.followersAct(actions);
            }
            followers.endPlay(play);
        }
        return done;
    }

    private static float[] state(ResponseAlgorithm followers) {
        float[] state = new float[followers.stateSize()];
        followers.describe(state, 0);
        return state;
    }

    @ParameterizedTest
    @MethodSource("populations")
    void playsOnATableAreThePlaysOfTheGame(List<FollowerModel> models) {
        ResponseAlgorithm one = followers(models);
        play(game(), one, new SplittableRandom(3), PLAYS);
        StageResponse other = (StageResponse) followers(models);
        StageGame stage = StageGame.of(game(), FIRST).orElseThrow();
        RandomGenerator random = new SplittableRandom(3);
        for (int made = 0; made < PLAYS; made += 7) {
            other.play(stage, random, Math.min(7, PLAYS - made));
        }
        assertThat(state(other)).containsExactly(state(one));
    }

    /** All that matters later is saved: plays, networks, copies, steps, how far one explores. */
    @ParameterizedTest
    @MethodSource("populations")
    void whatIsSavedGoesOnAsIfNothingHadHappened(List<FollowerModel> models) throws IOException {
        for (int before : new int[] {3, 11, 41}) {
            ResponseAlgorithm one = followers(models);
            play(game(), one, new SplittableRandom(3), before);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            one.save(new DataOutputStream(bytes));
            ResponseAlgorithm other = followers(models);
            play(game(), other, new SplittableRandom(8), 17);
            other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            one.carryOn();
            other.carryOn();
            assertThat(state(other)).containsExactly(state(one));
            assertThat(other.response().memory()).isEqualTo(one.response().memory());
            List<Integer> did = play(game(), one, new SplittableRandom(4), 40);
            assertThat(play(game(), other, new SplittableRandom(4), 40)).isEqualTo(did);
            assertThat(state(other)).containsExactly(state(one));
        }
    }

    @ParameterizedTest
    @MethodSource("populations")
    void aResetForgetsEverything(List<FollowerModel> models) {
        ResponseAlgorithm used = followers(models);
        play(game(), used, new SplittableRandom(8), 33);
        used.reset();
        ResponseAlgorithm fresh = followers(models);
        assertThat(state(used)).containsExactly(state(fresh));
        List<Integer> did = play(game(), fresh, new SplittableRandom(4), 40);
        assertThat(play(game(), used, new SplittableRandom(4), 40)).isEqualTo(did);
        assertThat(state(used)).containsExactly(state(fresh));
    }

    /** A critic sees strategies, and how far the follower strays: exp(−β t). */
    @Test
    void aCriticSeesStrategiesAndHowFarItStrays() {
        ResponseAlgorithm followers = followers(List.of(maddpg(Maddpg.Kind.SEVERAL, 0)));
        play(game(), followers, new SplittableRandom(3), 30);
        float[] state = state(followers);
        assertThat(state).hasSize(7 + 5);
        int at = 0;
        for (int i = 0; i < 2; i++) {
            for (int type = 0; type < 2; type++) {
                double[] strategy = followers.response().strategy(i, type);
                for (double share : strategy) {
                    assertThat(state[at++]).isEqualTo((float) share);
                }
                assertThat(Arrays.stream(strategy).sum())
                        .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
            }
            assertThat(state[at++]).isEqualTo((float) Math.exp(-0.3), within());
        }
    }

    private static org.assertj.core.data.Offset<Float> within() {
        return org.assertj.core.api.Assertions.within(1e-6f);
    }

    /** One action is worth 1 and the others 0: alone, in a minibatch of whatever was done. */
    @Test
    void anActorComesToTakeWhatItsCriticValues() {
        for (Maddpg.Kind kind : Maddpg.Kind.values()) {
            for (int best = 0; best < 3; best += 2) {
                RandomGame game =
                        new RandomGame(new SplittableRandom(7), new int[] {1}, new int[] {3}, 1, 1);
                for (int a = 0; a < 3; a++) {
                    game.payoffs[1][0][a][0] = 5 + (a == best ? 10 : 5 - 5 * Math.abs(a - best));
                }
                Maddpg model =
                        new Maddpg(kind, 0.01, 0.02, 0, 0, 16, 500, 16, 4, 10, 0, 1e-4, 5, 10);
                StageResponse alone =
                        (StageResponse) Followers.assemble(List.of(model), game, 2_000);
                alone.reset();
                alone.play(StageGame.of(game, FIRST).orElseThrow(), new SplittableRandom(5), 2_000);
                assertThat(alone.response().strategy(0, 0)[best]).isGreaterThan(0.9);
            }
        }
    }

    /** Against a leader that does the same throughout a step is worth what it brings. */
    @Test
    void stepsOfOnePlayAreLearnedFrom() {
        BaseGame dilemma = new IteratedMatrix().assemble();
        for (FollowerModel model :
                List.of(
                        new DeepQ(0.01, 0.2, 1e-3, 0, 16, 300, 16, 4, 10, -3, 3),
                        new Maddpg(
                                Maddpg.Kind.SEVERAL,
                                0.01,
                                0.02,
                                0.2,
                                0,
                                16,
                                300,
                                16,
                                4,
                                10,
                                1e-3,
                                1e-3,
                                -3,
                                3))) {
            ResponseAlgorithm followers = Followers.assemble(List.of(model), dilemma, 400);
            followers.reset();
            play(dilemma, followers, new SplittableRandom(2), 400);
            // The leader always cooperates: defecting brings 4 instead of 3, whatever was seen.
            for (int observation = 0; observation < 3; observation++) {
                assertThat(followers.response().strategy(0, 0, observation)[1])
                        .as("%s at %d", model, observation)
                        .isGreaterThan(0.6);
            }
        }
    }

    /**
     * Against a leader that does as the follower did the step before, cooperating is worth it to
     * one who looks ahead, and to no one else.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.9})
    void whoLooksAheadCooperatesWithWhoCopies(double discount) {
        BaseGame dilemma = new IteratedMatrix().assemble();
        LeaderPolicy copies =
                observation -> new double[] {observation == 0 ? 0 : (observation - 1) % 2};
        for (FollowerModel model :
                List.of(
                        new DeepQ(0.01, discount, 1e-3, 0, 16, 2_000, 32, 4, 20, -3, 3),
                        new Maddpg(
                                Maddpg.Kind.SEVERAL,
                                0.005,
                                0.02,
                                discount,
                                0,
                                16,
                                2_000,
                                32,
                                4,
                                20,
                                1e-3,
                                1e-3,
                                -3,
                                3))) {
            ResponseAlgorithm followers = Followers.assemble(List.of(model), dilemma, 1_000);
            followers.reset();
            play(dilemma, followers, copies, new SplittableRandom(2), 1_000);
            for (int observation = 0; observation < 5; observation++) {
                assertThat(followers.response().strategy(0, 0, observation)[discount > 0 ? 0 : 1])
                        .as("%s at %d", model, observation)
                        .isGreaterThan(0.8);
            }
        }
    }
}
