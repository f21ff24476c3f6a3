package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.network.Adam;
import stackelberg.network.FloatArrays;
import stackelberg.network.Linear;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

/** Searches over weights, and SimpleQ's calendar, against second implementations. */
class SearchStepTest {
    private static final Episode EPISODE = new Episode(6, RewardPhase.SAMPLED, 2, 1);
    private static final BaseGame GAME = new SteppedGame(new ActionSpace.Box(2, -1, 3));
    private static final int HIDDEN = 3;
    private static final int EPISODES = 2;

    private static Trained trained(Learner learner, BaseGame game) {
        return new Trained(learner, game, EPISODE, 4, 3_000);
    }

    /** A search of one's own with the same streams, at the same weights. */
    private static PolicySearch search(Trained trained) {
        return new PolicySearch(trained.pomdp, new RandomStreams(trained.seed), HIDDEN, EPISODES);
    }

    private static List<float[]> filled(List<float[]> shape, float value) {
        List<float[]> arrays = new ArrayList<>();
        for (float[] array : shape) {
            float[] copy = new float[array.length];
            Arrays.fill(copy, value);
            arrays.add(copy);
        }
        return arrays;
    }

    private static void requireClose(List<float[]> found, List<float[]> expected) {
        for (int k = 0; k < expected.size(); k++) {
            for (int j = 0; j < expected.get(k).length; j++) {
                assertThat(found.get(k)[j]).isCloseTo(expected.get(k)[j], within(1e-5f));
            }
        }
    }

    private static void require(double[] values, Map<String, Double> told) {
        assertThat(told.get(Training.REWARD))
                .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(1e-6));
        assertThat(told.get("best candidate"))
                .isCloseTo(Arrays.stream(values).max().orElseThrow(), within(1e-6));
    }

    /** The mean and the deviation of each weight move 0.7 of the way to those of the elite. */
    @Test
    void crossEntropyMovesTowardsItsElite() throws IOException {
        int candidates = 5;
        double step = 0.7;
        double least = 0.3;
        Trained trained =
                trained(
                        new CrossEntropy(candidates, 0.4, step, 0.5, least, EPISODES, HIDDEN),
                        GAME);
        PolicySearch mine = search(trained(trained.learner, GAME));
        List<float[]> deviations = filled(mine.weights(), 0.5f);
        for (int generation = 0; generation < 3; generation++) {
            double[] values = new double[candidates];
            for (int k = 0; k < candidates; k++) {
                long number = (long) generation * candidates + k;
                values[k] = mine.value(number, 1, k, deviations, Watch.NONE);
            }
            mine.complete(candidates);
            Map<String, Double> told = trained.iterate(1).get(0);
            require(values, told);
            // Two of five, 0.4 of them, are the elite.
            List<Integer> elite =
                    IntStream.range(0, candidates)
                            .boxed()
                            .sorted(Comparator.comparingDouble(k -> -values[k]))
                            .limit(2)
                            .toList();
            List<List<float[]>> noise = new ArrayList<>();
            for (int k : elite) {
                noise.add(noise(mine, (long) generation * candidates + k));
            }
            double sum = 0;
            int count = 0;
            for (int k = 0; k < deviations.size(); k++) {
                for (int j = 0; j < deviations.get(k).length; j++) {
                    double one = noise.get(0).get(k)[j];
                    double other = noise.get(1).get(k)[j];
                    double mean = (one + other) / 2;
                    double spread = Math.abs(one - other) / 2;
                    double old = deviations.get(k)[j];
                    mine.weights().get(k)[j] += (float) (step * old * mean);
                    deviations.get(k)[j] =
                            (float) Math.max(least, (1 - step) * old + step * old * spread);
                    sum += deviations.get(k)[j];
                    count++;
                }
            }
            assertThat(told.get("mean deviation")).isCloseTo(sum / count, within(1e-6));
            DataInputStream state = state(trained);
            assertThat(state.readLong()).isEqualTo(generation + 1);
            PolicySearch theirs = search(trained(trained.learner, GAME));
            theirs.restore(state);
            assertThat(theirs.episodes()).isEqualTo(mine.episodes());
            assertThat(mine.episodes()).isEqualTo((generation + 1L) * candidates * EPISODES);
            requireClose(theirs.weights(), mine.weights());
            List<float[]> kept = filled(mine.weights(), 0);
            FloatArrays.restore(kept, state);
            requireClose(kept, deviations);
        }
    }

    private static List<float[]> noise(PolicySearch search, long number) {
        List<float[]> noise = filled(search.weights(), 0);
        search.noise(number, (array, entry, z) -> noise.get(array)[entry] = (float) z);
        return noise;
    }

    private static DataInputStream state(Trained trained) {
        return new DataInputStream(new ByteArrayInputStream(trained.saved()));
    }

    /** θ goes along Σ (u⁺ − u⁻) z / (2 m σ), by Adam, u being ranks from −½ to ½. */
    @Test
    void evolutionGoesAlongTheDifferenceOfRanks() throws IOException {
        int pairs = 3;
        double sigma = 0.2;
        Trained trained =
                trained(new EvolutionStrategy(pairs, sigma, 0.05, 1, EPISODES, HIDDEN), GAME);
        PolicySearch mine = search(trained(trained.learner, GAME));
        List<float[]> deviations = filled(mine.weights(), (float) sigma);
        List<float[]> gradients = filled(mine.weights(), 0);
        Adam adam = new Adam(mine.weights(), gradients);
        for (int generation = 0; generation < 3; generation++) {
            double[] values = new double[2 * pairs];
            for (int k = 0; k < pairs; k++) {
                long number = (long) generation * pairs + k;
                values[k] = mine.value(number, 1, 2L * k, deviations, Watch.NONE);
                values[pairs + k] = mine.value(number, -1, 2L * k + 1, deviations, Watch.NONE);
            }
            mine.complete(2 * pairs);
            Map<String, Double> told = trained.iterate(1).get(0);
            require(values, told);
            for (float[] gradient : gradients) {
                Arrays.fill(gradient, 0);
            }
            for (int k = 0; k < pairs; k++) {
                double difference = rank(values, k) - rank(values, pairs + k);
                List<float[]> noise = noise(mine, (long) generation * pairs + k);
                for (int a = 0; a < noise.size(); a++) {
                    for (int j = 0; j < noise.get(a).length; j++) {
                        gradients.get(a)[j] -=
                                (float) (difference * noise.get(a)[j] / (2 * pairs * sigma));
                    }
                }
            }
            double norm = adam.step(0.05, Double.POSITIVE_INFINITY);
            assertThat(told.get("gradient norm")).isCloseTo(norm, within(1e-4));
            DataInputStream state = state(trained);
            assertThat(state.readLong()).isEqualTo(generation + 1);
            PolicySearch theirs = search(trained(trained.learner, GAME));
            theirs.restore(state);
            requireClose(theirs.weights(), mine.weights());
            assertThat(trained.training.outerEpisodes())
                    .isEqualTo((generation + 1L) * 2 * pairs * EPISODES);
        }
    }

    private static double rank(double[] values, int k) {
        double worse = Arrays.stream(values).filter(v -> v < values[k]).count();
        double same = Arrays.stream(values).filter(v -> v == values[k]).count();
        return (worse + (same - 1) / 2) / (values.length - 1) - 0.5;
    }

    /** A step after every second transition from the thirtieth on; the target after every 9. */
    @Test
    void simpleQStepsAndCopiesWhenTheyFallDue() throws IOException {
        BaseGame game = new SteppedGame(new ActionSpace.Discrete(3));
        Trained trained = trained(new SimpleQ(1e-2, 200, 8, 30, 2, 9, 1, 0.5, 1.1, 0.2), game);
        double sigma = 0.5;
        long before = 0;
        for (int k = 0; k < 20; k++) {
            Map<String, Double> told = trained.iterate(1).get(0);
            DataInputStream state = state(trained);
            assertThat(state.readLong()).isEqualTo(k + 1);
            long kept = state.readLong();
            assertThat(kept).isEqualTo(trained.pomdp.transitions());
            long due = 0;
            for (long t = 1; t <= kept; t++) {
                due += t >= 30 && t % 2 == 0 ? 1 : 0;
            }
            long steps = state.readLong();
            assertThat(steps).isEqualTo(due);
            double loss = told.get("Huber loss");
            assertThat(due == before ? Double.isNaN(loss) : loss > 0 && loss < 10).isTrue();
            before = due;
            assertThat(told.get("noise σ")).isCloseTo(sigma, within(1e-12));
            // What the noise may change is worth as much as any action with probability 0.2.
            boolean small = told.get("noise KL") <= -Math.log(1 - 0.2 + 0.2 / 3);
            sigma = small ? sigma * 1.1 : sigma / 1.1;
            assertThat(state.readDouble()).isCloseTo(sigma, within(1e-12));
            Linear q = network(game);
            Linear target = network(game);
            q.restore(state);
            target.restore(state);
            boolean same = Arrays.equals(q.parameters().get(0), target.parameters().get(0));
            // They agree from a copy until the next step.
            long copied = kept / 9 * 9;
            long since = 0;
            for (long t = copied + 1; t <= kept; t++) {
                since += t >= 30 && t % 2 == 0 ? 1 : 0;
            }
            assertThat(same).as("%d transitions", kept).isEqualTo(since == 0);
        }
    }

    private static Linear network(BaseGame game) {
        return new Linear(game.leaderObservationSize(), 3, 0, 1, new java.util.SplittableRandom(1));
    }
}
