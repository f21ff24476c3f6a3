package stackelberg.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import stackelberg.oracle.RandomGame;

/**
 * What a deep Q-learner's values come to where that is known: it keeps so few plays that every
 * minibatch is of the same, and makes step after step towards them.
 */
class DeepQTest {
    private static final Offset<Double> NEAR = within(0.01);

    /** Two types, three actions and joint actions. */
    private static RandomGame game() {
        return new RandomGame(new SplittableRandom(5), new int[] {2}, new int[] {3}, 1, 1);
    }

    /** Payoffs from −2 count as 0, to 2 as 1. */
    private static QNetwork learner(
            double discount, int memory, int kept, int minibatch, int every, int copied) {
        DeepQ model =
                new DeepQ(0.003, discount, 1e-2, memory, 16, kept, minibatch, every, copied, -2, 4);
        QNetwork seat = (QNetwork) model.seat(game(), 0);
        seat.reset();
        seat.choose(seat.situation(0, 0), new SplittableRandom(3));
        return seat;
    }

    /** {@code [type][action]}, where it stands. */
    private static double[][] values(QNetwork seat) {
        float[] into = new float[9];
        Arrays.fill(into, 9);
        assertThat(seat.stateSize()).isEqualTo(7);
        seat.describe(into, 1);
        assertThat(into[0]).isEqualTo(9);
        assertThat(into[8]).isEqualTo(9);
        double[][] values = new double[2][3];
        for (int k = 0; k < 6; k++) {
            values[k / 3][k % 3] = into[1 + k];
        }
        return values;
    }

    private static double exploration(QNetwork seat) {
        float[] into = new float[7];
        seat.describe(into, 0);
        return into[6];
    }

    /** Without a memory nothing follows: a value tends to the scaled payoff, type by type. */
    @Test
    void whatAnActionBroughtIsItsValue() {
        QNetwork seat = learner(0.9, 0, 2, 2, 1, 50);
        for (int k = 0; k < 2_000; k++) {
            seat.learn(seat.situation(0, 0), 1, 1, HearsPlays.OVER);
            seat.learn(seat.situation(1, 0), 2, -1, HearsPlays.OVER);
        }
        assertThat(values(seat)[0][1]).isCloseTo(0.75, NEAR);
        assertThat(values(seat)[1][2]).isCloseTo(0.25, NEAR);
        assertThat(seat.strategy(0)).containsExactly(0, 1, 0);
        assertThat(seat.respond(0, 0, new SplittableRandom(1))).isEqualTo(1);
    }

    /** (1 − δ) r, and δ times the greedy value of what follows where something does. */
    @Test
    void whatFollowsIsDiscounted() {
        QNetwork seat = learner(0.5, 1, 2, 2, 1, 10);
        for (int k = 0; k < 3_000; k++) {
            seat.recall(1);
            int before = seat.situation(0, 0);
            seat.recall(2);
            int after = seat.situation(1, 0);
            seat.learn(before, 0, 1, after);
            seat.learn(after, 2, 2, HearsPlays.OVER);
        }
        seat.recall(2);
        assertThat(values(seat)[1][2]).isCloseTo(0.5, NEAR);
        seat.recall(1);
        double following = 0.5;
        assertThat(values(seat)[0][0]).isCloseTo(0.5 * 0.75 + 0.5 * following, NEAR);
    }

    /** Before the copy is renewed it is the network at its start, whose values are known. */
    @Test
    void itLearnsTowardsACopyThatIsRenewedNowAndThen() {
        QNetwork seat = learner(0.5, 1, 1, 1, 1, 1_000_000);
        seat.recall(2);
        double following = Arrays.stream(values(seat)[1]).max().orElseThrow();
        for (int k = 0; k < 2_000; k++) {
            seat.recall(1);
            int before = seat.situation(0, 0);
            seat.recall(2);
            seat.learn(before, 0, 2, seat.situation(1, 0));
        }
        seat.recall(1);
        assertThat(values(seat)[0][0]).isCloseTo(0.5 + 0.5 * following, NEAR);
    }

    /** It steps after every third play, once there are five. */
    @Test
    void itTakesAStepAfterSoManyPlays() {
        QNetwork seat = learner(0, 0, 100, 5, 3, 50);
        double[][] before = values(seat);
        for (int play = 1; play <= 12; play++) {
            seat.learn(seat.situation(play % 2, 0), play % 3, 1, HearsPlays.OVER);
            double[][] after = values(seat);
            boolean stepped = !Arrays.deepEquals(before, after);
            assertThat(stepped).as("play %d", play).isEqualTo(play >= 5 && play % 3 == 0);
            before = after;
        }
    }

    /**
     * Of four plays kept only the last four matter: the first action's value is learned no more.
     */
    @Test
    void onlyTheLatestPlaysAreKept() {
        QNetwork seat = learner(0, 0, 4, 4, 1, 50);
        for (int k = 0; k < 4; k++) {
            seat.learn(seat.situation(0, 0), 0, -2, HearsPlays.OVER);
        }
        for (int k = 0; k < 1_500; k++) {
            seat.learn(seat.situation(0, 0), k % 2, 2 * (k % 2), HearsPlays.OVER);
        }
        assertThat(values(seat)[0][0]).isCloseTo(0.5, NEAR);
        assertThat(values(seat)[0][1]).isCloseTo(1, NEAR);
    }

    @Test
    void explorationFadesAndAResetBeginsAnew() {
        QNetwork seat = learner(0.5, 1, 8, 2, 1, 3);
        double[][] fresh = values(seat);
        RandomGenerator random = new SplittableRandom(4);
        first(seat, random, 40);
        double[][] learned = values(seat);
        assertThat(exploration(seat)).isCloseTo(Math.exp(-0.4), within(1e-6));
        assertThat(Arrays.deepEquals(learned, fresh)).isFalse();
        seat.reset();
        assertThat(seat.history()).isZero();
        assertThat(exploration(seat)).isEqualTo(1);
        assertThat(Arrays.deepEquals(values(seat), fresh)).isTrue();
        QNetwork other = learner(0.5, 1, 8, 2, 1, 3);
        other.reset();
        first(seat, new SplittableRandom(6), 40);
        first(other, new SplittableRandom(6), 40);
        assertThat(Arrays.deepEquals(values(seat), values(other))).isTrue();
    }

    private static void first(QNetwork seat, RandomGenerator random, int plays) {
        for (int k = 0; k < plays; k++) {
            int situation = seat.situation(k % 2, 0);
            int action = seat.choose(situation, random);
            seat.remember(action);
            seat.learn(situation, action, action - 1, seat.situation((k + 1) % 2, 0));
            seat.endPlay();
        }
    }
}
