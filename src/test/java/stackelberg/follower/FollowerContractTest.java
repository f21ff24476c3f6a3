package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.game.GameFacts;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;
import stackelberg.game.StageGame;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Family;

/** What every registered follower model must do, alone and beside any other. */
class FollowerContractTest {
    private static final LeaderPolicy FIRST = observation -> new double[1];
    private static final int PLAYS = 720;

    /** Every population of one model, and every pair of models. */
    static Stream<List<String>> populations() {
        List<String> all =
                Family.of(FollowerModel.class).registered().stream()
                        .map(model -> Family.about(model).type())
                        .toList();
        return all.stream().flatMap(one -> all.stream().map(other -> List.of(one, other)));
    }

    private static RandomGame game() {
        return new RandomGame(new SplittableRandom(7), new int[] {2, 2}, new int[] {3, 2}, 1, 1);
    }

    /** What is trained beforehand is trained once for all tests. */
    private static final Map<String, Artefact> SHELF = new ConcurrentHashMap<>();

    private static List<FollowerModel> models(List<String> types) {
        GameFacts facts = GameFacts.of(game());
        List<FollowerModel> settled =
                types.stream()
                        .map(FollowerContractTest::stated)
                        .map(model -> model.settled(facts))
                        .toList();
        try {
            return Preparation.ready(
                    settled,
                    game(),
                    (name, print, training) -> SHELF.computeIfAbsent(print, p -> training.get()),
                    share -> {});
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static FollowerModel stated(String type) {
        return type.equals("inverse-rl")
                ? new InverseRl(
                        List.of("type,action,count", "1,1,20", "1,2,10", "2,2,30"),
                        InverseRl.Likes.SITUATIONS,
                        0.1)
                : (FollowerModel) Family.of(FollowerModel.class).member(type).orElseThrow();
    }

    private static ResponseAlgorithm population(List<String> types) {
        ResponseAlgorithm population = Followers.assemble(models(types), game(), PLAYS);
        population.reset();
        return population;
    }

    private static void play(ResponseAlgorithm followers, RandomGenerator random, int count) {
        RandomGame game = game();
        Play play = game.newPlay();
        int[] types = new int[2];
        int[] actions = new int[2];
        for (int k = 0; k < Math.min(count, followers.plays()) && !followers.settled(); k++) {
            followers.beginPlay(random, types);
            play.begin(types);
            followers.beginTurn(play);
            for (int i = 0; i < 2; i++) {
                actions[i] = followers.action(i, 0);
                assertThat(actions[i]).isBetween(0, game.actions(i) - 1);
            }
            play.followersAct(actions);
            play.leaderActs(FIRST.act(play.leaderObservation()));
            followers.endPlay(play);
        }
    }

    private static float[] described(ResponseAlgorithm followers) {
        float[] into = new float[followers.stateSize() + 2];
        into[0] = Float.NaN;
        into[into.length - 1] = Float.NaN;
        followers.describe(into, 1);
        assertThat(into[0]).isNaN();
        assertThat(into[into.length - 1]).isNaN();
        float[] state = Arrays.copyOfRange(into, 1, into.length - 1);
        for (float number : state) {
            assertThat(number).isBetween(-1.01f, 1.01f);
        }
        return state;
    }

    private static double[][] strategies(ResponseAlgorithm followers) {
        double[][] all = new double[4][];
        for (int k = 0; k < 4; k++) {
            all[k] = followers.response().strategy(k / 2, k % 2).clone();
            assertThat(Arrays.stream(all[k]).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(all[k]).min().orElseThrow()).isNotNegative();
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("populations")
    void theSameDrawsGiveTheSameBitsAlsoAfterAReset(List<String> types) {
        ResponseAlgorithm one = population(types);
        play(one, new SplittableRandom(1), PLAYS);
        float[] state = described(one);
        double[][] strategies = strategies(one);
        one.reset();
        play(one, new SplittableRandom(2), PLAYS / 5);
        one.reset();
        play(one, new SplittableRandom(1), PLAYS);
        assertThat(described(one)).isEqualTo(state);
        assertThat(strategies(one)).isDeepEqualTo(strategies);
    }

    @ParameterizedTest
    @MethodSource("populations")
    void aTableOfTheGameTeachesTheSame(List<String> types) {
        ResponseAlgorithm played = population(types);
        play(played, new SplittableRandom(3), PLAYS);
        StageResponse looked = (StageResponse) population(types);
        StageGame stage = StageGame.of(game(), FIRST).orElseThrow();
        RandomGenerator random = new SplittableRandom(3);
        int left = looked.plays();
        while (left > 0 && !looked.settled()) {
            left -= looked.play(stage, random, Math.min(left, 17));
        }
        assertThat(described((ResponseAlgorithm) looked)).isEqualTo(described(played));
        assertThat(strategies(looked)).isDeepEqualTo(strategies(played));
    }

    @ParameterizedTest
    @MethodSource("populations")
    void whatIsSavedGoesOnAsIfNothingHadHappened(List<String> types) throws IOException {
        ResponseAlgorithm one = population(types);
        play(one, new SplittableRandom(4), PLAYS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        one.save(new DataOutputStream(bytes));
        ResponseAlgorithm other = population(types);
        other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        assertThat(strategies(other)).isDeepEqualTo(strategies(one));
        one.carryOn();
        other.carryOn();
        play(one, new SplittableRandom(5), PLAYS);
        play(other, new SplittableRandom(5), PLAYS);
        assertThat(strategies(other)).isDeepEqualTo(strategies(one));
    }

    @ParameterizedTest
    @MethodSource("populations")
    void aPlayAllocatesNothing(List<String> types) {
        StageResponse followers = (StageResponse) population(types);
        StageGame stage = StageGame.of(game(), FIRST).orElseThrow();
        RandomGenerator random = new SplittableRandom(6);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            followers.play(stage, random, 5_000);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // Far less than a byte a play: nothing but the measuring itself.
        assertThat(least).isLessThan(1_000);
    }

    /** Half of the plays of a mixed population teach those who learn from their own. */
    @Test
    void anUpdateOfAMixedPopulationGivesEachLessonOnce() {
        RandomGame game = game();
        int[] swept = new int[6];
        int[] own = new int[1];
        FollowerModel sweeps = new MultiplicativeWeights();
        FollowerModel plays =
                new FollowerModel() {
                    @Override
                    public Lesson lesson() {
                        return Lesson.OWN_PLAYS;
                    }

                    @Override
                    public Seat seat(stackelberg.game.BaseGame in, int follower) {
                        return new Counting(own);
                    }
                };
        ResponseAlgorithm followers = Followers.assemble(List.of(sweeps, plays), game, 3 * 12);
        assertThat(followers.playsPerUpdate()).isEqualTo(12);
        followers.reset();
        Play play = game.newPlay();
        RandomGenerator random = new SplittableRandom(8);
        int[] types = new int[2];
        for (int k = 0; k < followers.plays(); k++) {
            followers.beginPlay(random, types);
            play.begin(types);
            followers.beginTurn(play);
            int[] actions = {followers.action(0, 0), followers.action(1, 0)};
            if (k % 12 < 6) {
                swept[2 * actions[0] + actions[1]]++;
            }
            play.followersAct(actions);
            play.leaderActs(FIRST.act(0));
            followers.endPlay(play);
        }
        assertThat(swept).containsOnly(3);
        assertThat(own[0]).isEqualTo(3 * 6);
    }

    /** Acts at random and counts how often it is taught. */
    private static final class Counting extends MixedSeat implements HearsPlays {
        private final int[] heard;

        Counting(int[] heard) {
            super(2, 2);
            this.heard = heard;
        }

        @Override
        public int situation(int type, int observation) {
            return type;
        }

        @Override
        public int choose(int situation, RandomGenerator random) {
            return random.nextInt(2);
        }

        @Override
        public boolean learn(int situation, int action, double earned, int next) {
            heard[0]++;
            return false;
        }
    }
}
