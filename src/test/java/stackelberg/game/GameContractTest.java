package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.parameter.Family;

/** What every registered game must do, whoever plays it. */
class GameContractTest {
    static Stream<GameFamily> games() {
        return Family.of(GameFamily.class).registered().stream().map(GameFamily.class::cast);
    }

    /** Acts at random, but the same way from the same seed; allocates nothing. */
    private static final class Random implements Plays.Sides {
        private final BaseGame game;
        private final RandomGenerator random;
        private final ActionSpace space;
        private final int[] actions;
        private final double[] action;
        private int turns;

        Random(BaseGame game, long seed) {
            this.game = game;
            this.space = game.leaderActions();
            this.random = new SplittableRandom(seed);
            this.actions = new int[game.followers()];
            this.action = new double[space instanceof ActionSpace.Box box ? box.length() : 1];
        }

        @Override
        public double[] leads(Play play) {
            turns++;
            int observation = play.leaderObservation();
            if (observation < 0 || observation >= game.leaderObservations()) {
                throw new AssertionError("leader observation " + observation);
            }
            if (space instanceof ActionSpace.Box box) {
                for (int k = 0; k < action.length; k++) {
                    action[k] = box.low() + random.nextDouble() * (box.high() - box.low());
                }
            } else {
                action[0] = random.nextInt(((ActionSpace.Discrete) space).count());
            }
            return action;
        }

        @Override
        public int[] follow(Play play) {
            for (int i = 0; i < actions.length; i++) {
                int observation = play.followerObservation(i);
                if (observation < 0 || observation >= game.followerObservations(i)) {
                    throw new AssertionError("follower observation " + observation);
                }
                actions[i] = random.nextInt(game.actions(i));
            }
            return actions;
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void theSameActionsHaveTheSameConsequencesInAFreshPlayAndInAUsedOne(GameFamily family) {
        BaseGame game = family.assemble();
        Play used = game.newPlay();
        for (int trial = 0; trial < 200; trial++) {
            int[] types = game.prior().profile(trial % game.prior().size());
            Play fresh = game.newPlay();
            used.stand(0);
            Random one = new Random(game, trial);
            Plays.run(used, types, one);
            Plays.run(fresh, types, new Random(game, trial));
            assertThat(one.turns).isLessThanOrEqualTo(game.leaderTurns());
            assertThat(fresh.leaderReward()).isEqualTo(used.leaderReward()).isFinite();
            assertThat(fresh.standing()).isEqualTo(used.standing());
            for (int i = 0; i < game.followers(); i++) {
                assertThat(fresh.payoff(i)).isEqualTo(used.payoff(i)).isFinite();
            }
            double[] outcome = new double[game.outcomeNames().length];
            used.outcome(outcome);
            assertThat(Arrays.stream(outcome).allMatch(Double::isFinite)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void anObservationIsDescribedInAsManyNumbersAsAnnounced(GameFamily family) {
        BaseGame game = family.assemble();
        int size = game.leaderObservationSize();
        float[] into = new float[size + 2];
        for (int o = 0; o < Math.min(game.leaderObservations(), 2_000); o++) {
            Arrays.fill(into, Float.NaN);
            game.describe(o, into, 1);
            assertThat(into[0]).isNaN();
            assertThat(into[size + 1]).isNaN();
            for (int k = 1; k <= size; k++) {
                assertThat(into[k]).as("number %d of observation %d", k, o).isBetween(-10f, 10f);
            }
            assertThat(game.leaderObservationName(o)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("games")
    void aPlayAllocatesNothing(GameFamily family) {
        BaseGame game = family.assemble();
        Play play = game.newPlay();
        Random sides = new Random(game, 1);
        int[] types = game.prior().profile(0);
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 20; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int k = 0; k < 1_000; k++) {
                Plays.run(play, types, sides);
            }
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        // Less than a byte a play: nothing but the measuring itself.
        assertThat(least).isLessThan(1_000);
    }
}
