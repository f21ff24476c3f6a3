package stackelberg.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.follower.FollowerModel;
import stackelberg.follower.Followers;
import stackelberg.follower.HearsPayoffs;
import stackelberg.follower.Lesson;
import stackelberg.follower.Seat;
import stackelberg.game.BaseGame;
import stackelberg.game.JointIndex;

/**
 * The exact and the sampled update both tell a follower of type θ_i, on average, what each action
 * earns: E[u_i(a, σ_−i(θ_−i); θ) | θ_i]. Followers that never learn, but write down what they are
 * told, hold the strategies σ still.
 */
class UpdateExpectationTest {
    private static final int UPDATES = 20_000;

    @Test
    void bothUpdatesTellWhatEachActionEarnsInExpectation() {
        RandomGenerator random = new SplittableRandom(41);
        for (int trial = 0; trial < 4; trial++) {
            RandomGame game = new RandomGame(random, new int[] {2, 2}, new int[] {3, 2}, 1, 1);
            for (Lesson lesson : List.of(Lesson.SWEEP, Lesson.DEVIATIONS)) {
                Listening model = new Listening(lesson, new ArrayList<>(), trial);
                int plays =
                        Math.toIntExact(UPDATES * Followers.playsPerUpdate(List.of(model), game));
                NoRegretTest.respond(Followers.assemble(List.of(model), game, plays), game, random);
                compare(game, model);
            }
        }
    }

    private static void compare(RandomGame game, Listening model) {
        for (int i = 0; i < 2; i++) {
            for (int type = 0; type < 2; type++) {
                Listener listener = model.listeners.get(i);
                if (listener.told[type] < UPDATES / 20) {
                    continue;
                }
                for (int a = 0; a < game.actions(i); a++) {
                    assertThat(listener.sums[type][a] / listener.told[type])
                            .as("%s: follower %d, type %d, action %d", model.lesson, i, type, a)
                            .isCloseTo(expected(game, model, i, type, a), within(0.03));
                }
            }
        }
    }

    private static double expected(RandomGame game, Listening model, int i, int type, int a) {
        int[] counts = {3, 2};
        double sum = 0;
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int[] types = game.prior().profile(profile);
            int other = 1 - i;
            for (int b = 0; types[i] == type && b < counts[other]; b++) {
                int joint = JointIndex.encode(i == 0 ? new int[] {a, b} : new int[] {b, a}, counts);
                sum +=
                        game.prior().probability(profile)
                                * model.listeners.get(other).strategies[types[other]][b]
                                * game.payoffs[1 + i][JointIndex.encode(types, game.typeCounts())][
                                        joint][0];
            }
        }
        return sum / game.prior().marginal(i, type);
    }

    private record Listening(Lesson lesson, List<Listener> listeners, int seed)
            implements FollowerModel {
        @Override
        public Seat seat(BaseGame game, int follower) {
            Listener listener =
                    new Listener(
                            new SplittableRandom(seed + 10L * follower),
                            game.prior().types(follower),
                            game.actions(follower));
            listeners.add(listener);
            return listener;
        }
    }

    private static final class Listener implements HearsPayoffs {
        private final double[][] strategies;
        private final double[][] sums;
        private final int[] told;

        Listener(RandomGenerator random, int types, int actions) {
            strategies = new double[types][actions];
            sums = new double[types][actions];
            told = new int[types];
            for (double[] strategy : strategies) {
                double left = 1;
                for (int a = 0; a < actions - 1; a++) {
                    strategy[a] = left * random.nextDouble();
                    left -= strategy[a];
                }
                strategy[actions - 1] = left;
            }
        }

        @Override
        public void reset() {
            // It never learns.
        }

        @Override
        public double[] strategy(int type) {
            return strategies[type];
        }

        @Override
        public void learn(int type, double[] utilities) {
            told[type]++;
            for (int a = 0; a < utilities.length; a++) {
                sums[type][a] += utilities[a];
            }
        }

        @Override
        public void save(java.io.DataOutput out) {
            // Nothing is learned.
        }

        @Override
        public void restore(java.io.DataInput in) {
            // Nothing was learned.
        }

        @Override
        public int stateSize() {
            return 0;
        }

        @Override
        public void describe(float[] into, int at) {
            // It has no state to tell.
        }
    }
}
