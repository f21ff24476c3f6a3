package stackelberg.pomdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import stackelberg.game.Frequencies;
import stackelberg.game.JointIndex;
import stackelberg.oracle.RandomGame;

/** The average of play against the mean over a list of snapshots, and its draws against both. */
class EmpiricalAverageTest {
    private static final int[] TYPES = {2, 3};
    private static final int[] ACTIONS = {3, 2};

    private final RandomGenerator random = new SplittableRandom(211);

    private RandomGame game() {
        return new RandomGame(random, TYPES, ACTIONS, 1, 1);
    }

    private static double mean(List<Snapshot> snapshots, int[] types, int[] actions) {
        return snapshots.stream()
                .mapToDouble(s -> s.probability(types, actions))
                .average()
                .orElseThrow();
    }

    /** Asked in between, and used again after it was cleared. */
    @Test
    void itIsTheMeanOfAllSnapshotsSinceItWasCleared() {
        RandomGame game = game();
        EmpiricalAverage average = new EmpiricalAverage(game);
        for (int phase = 0; phase < 3; phase++) {
            average.clear();
            List<Snapshot> snapshots = new ArrayList<>();
            for (int update = 0; update < 9; update++) {
                snapshots.add(Snapshot.random(game, random));
                average.add(snapshots.get(update));
                if (update % 2 == 0) {
                    assertMean(game, average, snapshots);
                }
            }
        }
    }

    private static void assertMean(
            RandomGame game, EmpiricalAverage average, List<Snapshot> snapshots) {
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int[] types = game.prior().profile(profile);
            for (int joint = 0; joint < 6; joint++) {
                int[] actions = JointIndex.decode(joint, ACTIONS);
                assertThat(average.probability(types, actions))
                        .isCloseTo(mean(snapshots, types, actions), within(1e-12));
            }
        }
    }

    /** A strategy of its own, asked for first: nothing else has added up the snapshots. */
    @Test
    void marginalsAreTheMeansOfEachFollowersStrategies() {
        RandomGame game = game();
        List<Snapshot> snapshots = new ArrayList<>();
        for (int update = 0; update < 5; update++) {
            snapshots.add(Snapshot.random(game, random));
        }
        for (int i = 0; i < 2; i++) {
            for (int type = 0; type < TYPES[i]; type++) {
                EmpiricalAverage average = new EmpiricalAverage(game);
                snapshots.forEach(average::add);
                double[] strategy = average.strategy(i, type);
                assertThat(strategy).hasSize(ACTIONS[i]);
                for (int a = 0; a < ACTIONS[i]; a++) {
                    double sum = 0;
                    for (Snapshot snapshot : snapshots) {
                        sum += snapshot.strategy(i, type)[a];
                    }
                    double expected =
                            game.prior().marginal(i, type) > 0 ? sum / 5 : 1.0 / ACTIONS[i];
                    assertThat(strategy[a]).isCloseTo(expected, within(1e-12));
                }
            }
        }
    }

    @Test
    void aTypeThatCannotOccurMixesUniformly() {
        RandomGame game = game();
        while (game.prior().marginal(1, 2) > 0) {
            game = game();
        }
        EmpiricalAverage average = new EmpiricalAverage(game);
        average.add(Snapshot.random(game, random));
        assertThat(average.strategy(1, 2)).containsExactly(0.5, 0.5);
    }

    @Test
    void jointActionsAreDrawnAsOftenAsTheirMeanProbability() {
        RandomGame game = game();
        EmpiricalAverage average = new EmpiricalAverage(game);
        List<Snapshot> snapshots = new ArrayList<>();
        for (int update = 0; update < 7; update++) {
            snapshots.add(Snapshot.random(game, random));
            average.add(snapshots.get(update));
        }
        int[] actions = new int[2];
        for (int profile = 0; profile < game.prior().size(); profile++) {
            int[] types = game.prior().profile(profile);
            double[] probabilities = new double[6];
            for (int joint = 0; joint < 6; joint++) {
                probabilities[joint] = mean(snapshots, types, JointIndex.decode(joint, ACTIONS));
            }
            long[] seen = new long[6];
            for (int k = 0; k < 30_000; k++) {
                average.draw(types, random, actions);
                seen[JointIndex.encode(actions, ACTIONS)]++;
            }
            Frequencies.assertDistribution(seen, probabilities);
        }
    }

    /** Followers that did the same at every update do so in the average: it keeps correlation. */
    @Test
    void onlyWhatWasPlayedTogetherIsDrawnTogether() {
        RandomGame game = new RandomGame(random, new int[] {1, 1}, new int[] {2, 2}, 1, 1);
        EmpiricalAverage average = new EmpiricalAverage(game);
        int[] both = {0, 1, 1};
        for (int action : both) {
            double[][] pure = {action == 0 ? new double[] {1, 0} : new double[] {0, 1}};
            average.add(new Snapshot(new double[][][] {pure, pure}));
        }
        long[] seen = new long[4];
        int[] actions = new int[2];
        for (int k = 0; k < 10_000; k++) {
            average.draw(new int[2], random, actions);
            seen[2 * actions[0] + actions[1]]++;
        }
        Frequencies.assertDistribution(seen, new double[] {1 / 3.0, 0, 0, 2 / 3.0});
    }
}
