package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import stackelberg.game.JointIndex;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.Play;
import stackelberg.game.StageGame;
import stackelberg.oracle.RandomGame;

/** Followers of several kinds in one population: whose plays are made when, and who hears them. */
class PopulationTest {
    private static final LeaderPolicy FIRST = observation -> new double[1];
    private static final int[] ACTIONS = {3, 2};

    private static RandomGame game() {
        return new RandomGame(new SplittableRandom(7), new int[] {2, 2}, ACTIONS, 1, 1);
    }

    private static final FollowerModel SWEEP = new MultiplicativeWeights(0.5);
    private static final FollowerModel SAMPLED = new SampledMultiplicativeWeights(0.5);
    private static final FollowerModel OWN = new Exp3(0.2, 0, 1);
    private static final FollowerModel KNOWING = new Logit(2);

    static List<List<FollowerModel>> populations() {
        return List.of(
                List.of(SWEEP),
                List.of(SAMPLED),
                List.of(OWN),
                List.of(KNOWING),
                List.of(SWEEP, KNOWING),
                List.of(SWEEP, SAMPLED),
                List.of(SAMPLED, OWN),
                List.of(OWN, SWEEP),
                List.of(KNOWING, OWN));
    }

    private static ResponseAlgorithm followers(List<FollowerModel> models, int plays) {
        ResponseAlgorithm followers = Followers.assemble(models, game(), plays);
        followers.reset();
        return followers;
    }

    private static float[] state(ResponseAlgorithm followers) {
        float[] into = new float[followers.stateSize() + 2];
        Arrays.fill(into, 9);
        followers.describe(into, 1);
        assertThat(into[0]).isEqualTo(9);
        assertThat(into[into.length - 1]).isEqualTo(9);
        float[] written = Arrays.copyOfRange(into, 1, into.length - 1);
        assertThat(written).doesNotContain(9);
        return written;
    }

    /** Makes plays one by one; returns the joint actions. */
    private static List<Integer> play(
            ResponseAlgorithm followers, RandomGenerator random, int count) {
        RandomGame game = game();
        Play play = game.newPlay();
        int[] types = new int[2];
        int[] actions = new int[2];
        List<Integer> joints = new ArrayList<>();
        for (int k = 0; k < count && !followers.settled(); k++) {
            followers.beginPlay(random, types);
            play.begin(types);
            followers.beginTurn(play);
            Arrays.setAll(actions, i -> followers.action(i, 0));
            play.followersAct(actions);
            play.leaderActs(new double[1]);
            joints.add(JointIndex.encode(actions, ACTIONS));
            followers.endPlay(play);
        }
        return joints;
    }

    /** A sweep of 6, 5 deviations, and as many plays of their own as were told. */
    @Test
    void anUpdateGivesEachLessonItsPlays() {
        RandomGame game = game();
        assertThat(Followers.playsPerUpdate(List.of(SWEEP), game)).isEqualTo(6);
        assertThat(Followers.playsPerUpdate(List.of(KNOWING), game)).isEqualTo(6);
        assertThat(Followers.playsPerUpdate(List.of(SWEEP, KNOWING), game)).isEqualTo(6);
        assertThat(Followers.playsPerUpdate(List.of(SAMPLED), game)).isEqualTo(5);
        assertThat(Followers.playsPerUpdate(List.of(SWEEP, SAMPLED), game)).isEqualTo(11);
        assertThat(Followers.playsPerUpdate(List.of(OWN), game)).isEqualTo(1);
        assertThat(Followers.playsPerUpdate(List.of(OWN, SWEEP), game)).isEqualTo(12);
        assertThat(Followers.playsPerUpdate(List.of(SAMPLED, OWN), game)).isEqualTo(10);
        ResponseAlgorithm both = followers(List.of(SWEEP, SAMPLED), 60);
        assertThat(both.playsPerUpdate()).isEqualTo(11);
        assertThat(both.plays()).isEqualTo(55);
        ResponseAlgorithm half = followers(List.of(SAMPLED, OWN), 99);
        assertThat(half.playsPerUpdate()).isEqualTo(10);
        assertThat(half.plays()).isEqualTo(90);
        // Own plays alone are grouped so that each joint action can be met 25 times.
        assertThat(followers(List.of(OWN), 1_000).playsPerUpdate()).isEqualTo(150);
        assertThat(followers(List.of(OWN), 100).playsPerUpdate()).isEqualTo(100);
        assertThat(Followers.model(List.of(SWEEP, OWN), 1)).isEqualTo(OWN);
        assertThat(Followers.model(List.of(SWEEP), 1)).isEqualTo(SWEEP);
    }

    /** First every joint action, then deviations from one profile, then again. */
    @Test
    void sweepsAndDeviationsTakeTurns() {
        ResponseAlgorithm followers = followers(List.of(SWEEP, SAMPLED), 22);
        RandomGenerator random = new SplittableRandom(4);
        for (int update = 0; update < 2; update++) {
            assertThat(play(followers, random, 6)).containsExactly(0, 1, 2, 3, 4, 5);
            List<Integer> tried = play(followers, random, 5);
            int second = tried.get(0) % 2;
            int first = tried.get(4) / 2;
            assertThat(tried)
                    .containsExactly(second, 2 + second, 4 + second, 2 * first, 2 * first + 1);
        }
    }

    /** Weights of 1 on average: a play counts as often as the strategies would make it. */
    @Test
    void playsCountAsOftenAsTheFollowersWouldMakeThem() {
        ResponseAlgorithm followers = followers(List.of(SWEEP), 600);
        RandomGenerator random = new SplittableRandom(4);
        play(followers, random, 300);
        int[] types = new int[2];
        double total = 0;
        for (int joint = 0; joint < 6; joint++) {
            followers.beginPlay(random, types);
            double expected =
                    6 * followers.response().probability(types, JointIndex.decode(joint, ACTIONS));
            assertThat(followers.weight()).isCloseTo(expected, within(1e-12));
            total += followers.weight();
            followers.endPlay(over());
        }
        assertThat(total).isCloseTo(6, within(1e-12));
        ResponseAlgorithm sampled = followers(List.of(SAMPLED), 600);
        play(sampled, random, 300);
        total = 0;
        for (int k = 0; k < 5; k++) {
            sampled.beginPlay(random, types);
            int i = k < 3 ? 0 : 1;
            double own = sampled.response().strategy(i, types[i])[k < 3 ? k : k - 3];
            assertThat(sampled.weight()).isCloseTo(2.5 * own, within(1e-12));
            total += sampled.weight();
            sampled.endPlay(over());
        }
        assertThat(total).isCloseTo(5, within(1e-12));
        ResponseAlgorithm mixed = followers(List.of(SWEEP, OWN), 600);
        mixed.beginPlay(random, types);
        assertThat(mixed.weight()).isCloseTo(6 / 6.0, within(1e-12));
        mixed.endPlay(over());
        play(mixed, random, 5);
        mixed.beginPlay(random, types);
        assertThat(mixed.weight()).as("a play of their own").isEqualTo(1);
    }

    private static Play over() {
        RandomGame game = game();
        Play play = game.newPlay();
        play.begin(new int[2]);
        play.followersAct(new int[2]);
        play.leaderActs(new double[1]);
        return play;
    }

    @ParameterizedTest
    @MethodSource("populations")
    void playsOnATableAreThePlaysOfTheGame(List<FollowerModel> models) {
        ResponseAlgorithm one = followers(models, 120);
        int made = play(one, new SplittableRandom(3), one.plays()).size();
        for (int most : new int[] {1, 4, 7, 200}) {
            StageResponse other = (StageResponse) followers(models, 120);
            StageGame stage = StageGame.of(game(), FIRST).orElseThrow();
            RandomGenerator random = new SplittableRandom(3);
            int done = 0;
            while (done < made) {
                int now = other.play(stage, random, Math.min(most, made - done));
                assertThat(now).isPositive().isLessThanOrEqualTo(most);
                done += now;
            }
            assertThat(done).isEqualTo(made);
            assertThat(state(other)).containsExactly(state(one));
            assertThat(other.settled()).isEqualTo(one.settled());
            for (int i = 0; i < 2; i++) {
                for (int type = 0; type < 2; type++) {
                    assertThat(other.regret(i, type))
                            .isEqualTo(Double.valueOf(one.regret(i, type)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("populations")
    void whatIsSavedGoesOnAsIfNothingHadHappened(List<FollowerModel> models) throws IOException {
        ResponseAlgorithm one = followers(models, 120);
        play(one, new SplittableRandom(3), one.plays());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        one.save(new DataOutputStream(bytes));
        ResponseAlgorithm other = followers(models, 120);
        play(other, new SplittableRandom(5), 3);
        other.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        one.carryOn();
        other.carryOn();
        for (int type = 0; type < 2; type++) {
            double regret = one.regret(0, type);
            assertThat(Double.isNaN(regret) || regret == 0).as("a new phase").isTrue();
        }
        List<Integer> did = play(one, new SplittableRandom(4), one.plays());
        assertThat(play(other, new SplittableRandom(4), one.plays())).isEqualTo(did);
        assertThat(state(other)).containsExactly(state(one));
        one.reset();
        ResponseAlgorithm fresh = followers(models, 120);
        did = play(fresh, new SplittableRandom(6), fresh.plays());
        assertThat(play(one, new SplittableRandom(6), fresh.plays())).isEqualTo(did);
        assertThat(state(one)).containsExactly(state(fresh));
        for (int i = 0; i < 2; i++) {
            for (int type = 0; type < 2; type++) {
                assertThat(one.regret(i, type)).isEqualTo(Double.valueOf(fresh.regret(i, type)));
            }
        }
    }

    /** max_a Σ_t [u_t(a) − u_t(σ_t)] / T, from a diary of what was heard at each update. */
    @Test
    void regretIsWhatTheBestActionWouldHaveBroughtBeyond() {
        RandomGame game = game();
        ResponseAlgorithm followers = followers(List.of(SWEEP), 300);
        RandomGenerator random = new SplittableRandom(4);
        double[][][] hindsight = new double[2][2][3];
        double[][] earned = new double[2][2];
        int[][] updates = new int[2][2];
        int[] types = new int[2];
        Play play = game.newPlay();
        for (int update = 0; update < 50; update++) {
            double[][] strategies = new double[2][];
            for (int joint = 0; joint < 6; joint++) {
                followers.beginPlay(random, types);
                for (int i = 0; i < 2 && joint == 0; i++) {
                    strategies[i] = followers.response().strategy(i, types[i]).clone();
                    updates[i][types[i]]++;
                }
                int[] actions = {followers.action(0, 0), followers.action(1, 0)};
                play.begin(types);
                play.followersAct(actions);
                play.leaderActs(new double[1]);
                for (int i = 0; i < 2; i++) {
                    double others = strategies[1 - i][actions[1 - i]];
                    hindsight[i][types[i]][actions[i]] += others * play.payoff(i);
                    earned[i][types[i]] += others * strategies[i][actions[i]] * play.payoff(i);
                }
                followers.endPlay(play);
            }
        }
        for (int i = 0; i < 2; i++) {
            for (int type = 0; type < 2; type++) {
                double best = 0;
                for (int a = 0; a < ACTIONS[i]; a++) {
                    best = Math.max(best, hindsight[i][type][a]);
                }
                double expected =
                        updates[i][type] == 0 ? 0 : (best - earned[i][type]) / updates[i][type];
                assertThat(followers.regret(i, type)).isCloseTo(expected, within(1e-9));
            }
        }
        assertThat(followers(List.of(SWEEP, OWN), 120).regret(1, 0)).isNaN();
        assertThat(followers(List.of(KNOWING), 120).regret(1, 0)).isNaN();
    }

    /** Seat by seat: its state, its type, what it heard of each action; then how far it is. */
    @Test
    void aCriticSeesTheUpdateInProgress() {
        ResponseAlgorithm followers = followers(List.of(SWEEP), 60);
        RandomGenerator random = new SplittableRandom(4);
        play(followers, random, 6 * 3);
        int[] types = new int[2];
        followers.beginPlay(random, types);
        float[] state = state(followers);
        assertThat(state).hasSize((2 * 3 + 2 + 3) + (2 * 2 + 2 + 2) + 2);
        for (int type = 0; type < 2; type++) {
            assertThat(state[6 + type]).isEqualTo(type == types[0] ? 1 : 0);
            assertThat(state[11 + 4 + type]).isEqualTo(type == types[1] ? 1 : 0);
        }
        assertThat(Arrays.copyOfRange(state, 8, 11)).containsOnly(0);
        assertThat(state[19]).as("no play of this update yet").isZero();
        assertThat(state[20]).isEqualTo(3 / 10f);
        Play play = game().newPlay();
        play.begin(types);
        play.followersAct(new int[2]);
        play.leaderActs(new double[1]);
        double[] other = followers.response().strategy(1, types[1]).clone();
        followers.endPlay(play);
        state = state(followers);
        assertThat((double) state[8]).isCloseTo(other[0] * play.payoff(0), within(1e-6));
        assertThat(state[19]).isEqualTo(1 / 6f);
    }

    /** All who know the game visit each profile once; then it is settled. */
    @Test
    void whoKnowsTheGameHasSettledOnceAllWasSeen() {
        RandomGame game = game();
        int whole = 6 * game.prior().size();
        ResponseAlgorithm knowing = followers(List.of(KNOWING), whole + 60);
        RandomGenerator random = new SplittableRandom(4);
        play(knowing, random, whole - 1);
        assertThat(knowing.settled()).isFalse();
        assertThat(play(knowing, random, 99)).hasSize(1);
        assertThat(knowing.settled()).isTrue();
        knowing.carryOn();
        assertThat(knowing.settled()).as("another commitment").isFalse();
        ResponseAlgorithm beside = followers(List.of(KNOWING, SWEEP), whole + 60);
        play(beside, random, whole + 60);
        assertThat(beside.settled()).isFalse();
    }

    /** The leader is asked for those who act on its answers, whoever else is there. */
    @Test
    void whoActsOnAnswersHearsThem() {
        RandomGame game = game();
        MetaResponse model = new MetaResponse(0.01, 2, 2, 2, 0, 4);
        HearsAnswers alone = (HearsAnswers) model.seat(game, 1);
        double[][] answers = {{0}};
        alone.hear(answers);
        ResponseAlgorithm mixed = followers(List.of(SWEEP, model), 60);
        assertThat(mixed.queries()).isTrue();
        mixed.hear(answers);
        for (int type = 0; type < 2; type++) {
            assertThat(mixed.response().strategy(1, type)).containsExactly(alone.strategy(type));
        }
        assertThat(mixed.plays()).isEqualTo(60);
        assertThat(mixed.settled()).isFalse();
        ResponseAlgorithm all = followers(List.of(model), 60);
        assertThat(all.queries()).isTrue();
        assertThat(all.plays()).as("it takes no plays").isZero();
        assertThat(followers(List.of(SWEEP, OWN), 60).queries()).isFalse();
        assertThat(followers(List.of(SWEEP), 60).queries()).isFalse();
    }

    /** A sweep of a single follower's actions at once is the same as action by action. */
    @Test
    void aFollowerAloneSweepsItsActions() {
        RandomGame alone =
                new RandomGame(new SplittableRandom(7), new int[] {2}, new int[] {4}, 1, 1);
        StageGame stage = StageGame.of(alone, FIRST).orElseThrow();
        StageResponse atOnce = (StageResponse) Followers.assemble(List.of(SWEEP), alone, 80);
        StageResponse singly = (StageResponse) Followers.assemble(List.of(SWEEP), alone, 80);
        RandomGenerator random = new SplittableRandom(3);
        RandomGenerator same = new SplittableRandom(3);
        for (int update = 0; update < 20; update++) {
            assertThat(atOnce.play(stage, random, 4)).isEqualTo(4);
            for (int k = 0; k < 4; k++) {
                assertThat(singly.play(stage, same, 1)).isEqualTo(1);
            }
            assertThat(state(atOnce)).containsExactly(state(singly));
        }
        // Each type's weights grow in proportion to what its actions are worth.
        for (int type = 0; type < 2; type++) {
            double[] strategy = atOnce.response().strategy(0, type);
            double times =
                    Math.log(strategy[1] / strategy[0])
                            / Math.log(1.5)
                            / (alone.payoffs[1][type][1][0] - alone.payoffs[1][type][0][0]);
            assertThat(times).isCloseTo(Math.rint(times), within(1e-6));
            for (int a = 2; a < 4; a++) {
                double worth = alone.payoffs[1][type][a][0] - alone.payoffs[1][type][0][0];
                assertThat(strategy[a] / strategy[0])
                        .isCloseTo(Math.pow(1.5, times * worth), within(1e-6));
            }
        }
    }

    /** However small its steps had become, it goes all the way to a new commitment's response. */
    @Test
    void whoRespondsSoftlyTakesWholeStepsInANewPhase() {
        ResponseAlgorithm followers = followers(List.of(KNOWING, SWEEP), 6_000);
        RandomGenerator random = new SplittableRandom(4);
        play(followers, random, 6 * 100);
        followers.carryOn();
        int[] types = new int[2];
        RandomGame game = game();
        Play play = game.newPlay();
        for (int joint = 0; joint < 6; joint++) {
            followers.beginPlay(random, types);
            play.begin(types);
            play.followersAct(JointIndex.decode(joint, ACTIONS));
            play.leaderActs(new double[1]);
            followers.endPlay(play);
        }
        int profile = JointIndex.encode(types, new int[] {2, 2});
        double[] other = followers.response().strategy(1, types[1]);
        double[] expected = new double[3];
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 2; b++) {
                expected[a] += 2 * other[b] * game.payoffs[1][profile][2 * a + b][0];
            }
            expected[a] = Math.exp(expected[a]);
        }
        double total = Arrays.stream(expected).sum();
        Arrays.setAll(expected, a -> expected[a] / total);
        assertThat(followers.response().strategy(0, types[0]))
                .containsExactly(expected, within(1e-9));
    }

    static List<List<FollowerModel>> rememberers() {
        return List.of(
                List.of(new QLearning(0.5, 0.9, 0, 1, 0), new QLearning(0.5, 0.9, 0, 2, 0)),
                List.of(deep(2), deep(1)),
                List.of(new QLearning(0.5, 0.9, 0, 1, 0), deep(2)));
    }

    private static DeepQ deep(int memory) {
        return new DeepQ(0.01, 0.5, 1e-2, memory, 4, 8, 4, 4, 4, 0, 1);
    }

    /** The longest memory of any follower is everyone's; each goes as far back as it can. */
    @ParameterizedTest
    @MethodSource("rememberers")
    void whatFollowersRememberIsToldAndSetBack(List<FollowerModel> models) {
        ResponseAlgorithm followers = followers(models, 60);
        Response response = followers.response();
        response.recall(0);
        assertThat(response.memory()).isZero();
        response.remember(new int[] {2, 1});
        response.remember(new int[] {1, 0});
        // Joint actions 5 and 2 of 6, the latest changing fastest.
        assertThat(response.memory()).isEqualTo(5 * 6 + 2);
        response.remember(new int[] {0, 1});
        assertThat(response.memory()).isEqualTo(2 * 6 + 1);
        response.recall(23);
        assertThat(response.memory()).isEqualTo(23);
        assertThat(followers(List.of(SWEEP), 60).response().memory()).isZero();
    }
}
