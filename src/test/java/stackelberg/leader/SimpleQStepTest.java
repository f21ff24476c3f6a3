package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.Commitment;
import stackelberg.game.NormalForm;
import stackelberg.network.Linear;
import stackelberg.oracle.RandomGame;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Table;
import stackelberg.pomdp.SteppedGame;

/** SimpleQ against a second implementation, one number at a time. */
class SimpleQStepTest {
    private static final SteppedGame GAME = new SteppedGame(new ActionSpace.Discrete(3));
    private static final int BATCH = 40;
    private static final double HUBER = 0.6;
    private static final SimpleQ SETTINGS =
            new SimpleQ(1e-3, 100, BATCH, 1, 1, 10, HUBER, 1, 1.01, 0.1);

    @Test
    void targetsLossAndGradientAreThoseOfTheDefinition() {
        RandomGenerator random = new SplittableRandom(81);
        int bent = 0;
        for (int trial = 0; trial < 200; trial++) {
            Linear q = new Linear(9, 3, 1, 9, random);
            Linear target = new Linear(9, 3, 1, 9, random);
            Replay replay = new Replay(100);
            int stored = 1 + random.nextInt(100);
            for (int t = 0; t < stored; t++) {
                int next = random.nextInt(4) == 0 ? Replay.NONE : random.nextInt(9);
                replay.add(random.nextInt(9), random.nextInt(3), random.nextGaussian(), next);
            }
            SimpleQStep step = new SimpleQStep(SETTINGS, GAME, q, target, replay);
            step.computeGradients(new SplittableRandom(trial));
            RandomGenerator same = new SplittableRandom(trial);
            double[][] gradient = new double[9][3];
            double loss = 0;
            double values = 0;
            for (int k = 0; k < BATCH; k++) {
                int t = same.nextInt(stored);
                // Observations are one-hot, so that a weight is a Q-value.
                double value = q.parameters().get(replay.observation[t])[replay.action[t]];
                values += value;
                double goal = replay.reward[t];
                if (replay.next[t] >= 0) {
                    float[] row = target.parameters().get(replay.next[t]);
                    goal += Math.max(row[0], Math.max(row[1], row[2]));
                }
                double error = value - goal;
                boolean outside = Math.abs(error) > HUBER;
                bent += outside ? 1 : 0;
                loss += outside ? HUBER * (Math.abs(error) - HUBER / 2) : error * error / 2;
                gradient[replay.observation[t]][replay.action[t]] +=
                        (outside ? HUBER * Math.signum(error) : error) / BATCH;
            }
            assertThat(step.loss()).isCloseTo(loss / BATCH, within(1e-6));
            assertThat(step.value()).isCloseTo(values / BATCH, within(1e-6));
            for (int o = 0; o < 9; o++) {
                for (int a = 0; a < 3; a++) {
                    assertThat((double) q.gradients().get(o)[a])
                            .isCloseTo(gradient[o][a], within(1e-6));
                }
            }
        }
        assertThat(bent).isBetween(1_000, 7_000);
    }

    @Test
    void theReplayKeepsTheNewestAndComesBackFromACheckpoint() throws IOException {
        RandomGenerator random = new SplittableRandom(82);
        for (int capacity : new int[] {1, 7, 2_000}) {
            Replay replay = new Replay(capacity);
            Deque<List<Number>> newest = new ArrayDeque<>();
            for (int t = 0; t < 3_000; t++) {
                List<Number> entry =
                        List.of(t, random.nextInt(3), random.nextGaussian(), random.nextInt(9));
                newest.addLast(entry);
                if (newest.size() > capacity) {
                    newest.removeFirst();
                }
                replay.add(
                        t,
                        entry.get(1).intValue(),
                        entry.get(2).doubleValue(),
                        entry.get(3).intValue());
            }
            assertThat(content(replay)).containsExactlyInAnyOrderElementsOf(newest);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            replay.save(new DataOutputStream(bytes));
            Replay restored = new Replay(capacity);
            restored.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
            assertThat(content(restored)).isEqualTo(content(replay));
            replay.add(-5, 0, 0, 0);
            restored.add(-5, 0, 0, 0);
            assertThat(content(restored)).isEqualTo(content(replay));
        }
    }

    private static List<List<Number>> content(Replay replay) {
        List<List<Number>> content = new ArrayList<>();
        for (int k = 0; k < replay.size(); k++) {
            content.add(
                    List.of(
                            replay.observation[k],
                            replay.action[k],
                            replay.reward[k],
                            replay.next[k]));
        }
        return content;
    }

    /** The integral of {@link NoisyQ#probabilities} against drawing. */
    @Test
    void theNoisyArgmaxIsAsLikelyAsItIsDrawn() {
        RandomGenerator random = new SplittableRandom(83);
        for (double sigma : new double[] {0, 0.05, 1, 40}) {
            Linear q = new Linear(9, 3, 1, 9, random);
            NoisyQ noisy = new NoisyQ(GAME, q, new Linear(9, 3, 0, 9, random), sigma);
            double[] drawn = new double[1];
            double[][] share = new double[9][3];
            int draws = 20_000;
            for (int k = 0; k < draws; k++) {
                noisy.beginEpisode(random);
                for (int o = 0; o < 9; o++) {
                    noisy.draw(o, drawn);
                    share[o][(int) drawn[0]] += 1.0 / draws;
                }
            }
            for (int o = 0; o < 9; o++) {
                // Five standard errors of a frequency.
                assertThat(noisy.probabilities(o)).containsExactly(share[o], within(0.018));
            }
        }
    }

    /**
     * Of two actions the first is better with probability Φ((Q_0 − Q_1)/(σ|x| √2)), where an
     * observation may be described by a vector x of any length.
     */
    @Test
    void theNoiseIsAsLargeAsTheObservationIsLong() {
        RandomGenerator random = new SplittableRandom(84);
        NormalDistribution normal = new NormalDistribution();
        BaseGame game = new RandomGame(random, new int[] {1}, new int[] {3}, 2, 3);
        float[] row = new float[game.leaderObservationSize()];
        for (int trial = 0; trial < 20; trial++) {
            Linear q = new Linear(row.length, 2, 1, 3, random);
            double sigma = Math.pow(10, random.nextDouble(-1, 1));
            NoisyQ noisy = new NoisyQ(game, q, new Linear(row.length, 2, 0, 3, random), sigma);
            for (int o = 1; o < 3; o++) {
                game.describe(o, row, 0);
                float[] values = q.forward(row);
                double first =
                        normal.cumulativeProbability(
                                (values[0] - values[1]) / (sigma * o * Math.sqrt(2)));
                assertThat(noisy.probabilities(o))
                        .containsExactly(new double[] {first, 1 - first}, within(1e-4));
            }
        }
    }

    /** The mean of Σ π ln(π/π′) over the observations of an episode, π being softmax(Q). */
    @Test
    void whatTheNoiseChangesIsAMeanOverObservations() {
        RandomGenerator random = new SplittableRandom(85);
        Linear q = new Linear(9, 3, 1, 9, random);
        Linear changed = new Linear(9, 3, 0, 9, random);
        NoisyQ noisy = new NoisyQ(GAME, q, changed, 0.7);
        assertThat(noisy.divergence()).as("nothing was drawn").isZero();
        for (int episode = 0; episode < 5; episode++) {
            noisy.beginEpisode(random);
            double sum = 0;
            for (int o = 0; o < 9; o++) {
                noisy.draw(o, new double[1]);
                double[] clean = softmax(q.parameters().get(o));
                double[] other = softmax(changed.parameters().get(o));
                for (int a = 0; a < 3; a++) {
                    sum += clean[a] * Math.log(clean[a] / other[a]);
                }
                assertThat(noisy.divergence()).isCloseTo(sum / (o + 1), within(1e-6));
            }
        }
    }

    private static double[] softmax(float[] row) {
        double[] shares = new double[row.length];
        double total = 0;
        for (int a = 0; a < row.length; a++) {
            shares[a] = Math.exp(row[a]);
            total += shares[a];
        }
        for (int a = 0; a < row.length; a++) {
            shares[a] /= total;
        }
        return shares;
    }

    /** Nothing is discounted: where every outer episode earns 1 that is what any Q tends to. */
    @Test
    void theMeanQTendsToWhatAnEpisodeEarns() {
        BaseGame alike =
                new NormalForm(
                                Table.of(new double[][][] {{{1, 1}}, {{1, 1}}, {{1, 1}}}),
                                Commitment.PURE,
                                List.of())
                        .assemble();
        SimpleQ settings = new SimpleQ(0.02, 50, 16, 1, 1, 20, 1, 0.5, 1.1, 0.2);
        Trained trained =
                new Trained(
                        settings,
                        alike,
                        new stackelberg.pomdp.Episode(
                                6, stackelberg.pomdp.RewardPhase.SAMPLED, 2, 1),
                        3,
                        100_000);
        List<Map<String, Double>> told = trained.iterate(600).subList(200, 600);
        assertThat(trained.pomdp.transitions()).as("two an episode").isEqualTo(1_200);
        double mean = told.stream().mapToDouble(each -> each.get("mean Q")).sum() / 400;
        assertThat(mean).isCloseTo(1, within(0.05));
        assertThat(told).allSatisfy(each -> assertThat(each.get("mean Q")).isBetween(0.7, 1.3));
    }

    @Test
    void theNoiseShrinksAndGrowsByItsFactor() {
        BaseGame game = new NormalForm().assemble();
        for (double start : new double[] {50, 1e-3}) {
            SimpleQ settings = new SimpleQ(1e-9, 10, 1, 1_000, 1, 10, 1, start, 1.01, 0.1);
            Trained trained =
                    new Trained(
                            settings,
                            game,
                            new stackelberg.pomdp.Episode(
                                    3, stackelberg.pomdp.RewardPhase.EXACT, 1, 0),
                            3,
                            1_000);
            double factor = start > 1 ? 1 / 1.01 : 1.01;
            double sigma = start;
            for (var diagnostics : trained.iterate(20)) {
                double divergence = diagnostics.get("noise KL");
                boolean small = divergence <= -Math.log(1 - 0.1 + 0.1 / 3);
                assertThat(diagnostics.get("noise σ")).isCloseTo(sigma, within(1e-9 * start));
                assertThat(small ? 1.01 : 1 / 1.01).isEqualTo(factor);
                sigma *= factor;
            }
        }
    }

    @Test
    void continuousActionsAreRefusedInWords() {
        Faults faults = new Faults();
        new SimpleQ().checkFor(new SteppedGame(new ActionSpace.Box(1, 0, 1)), faults);
        assertThat(faults.list()).hasSize(1);
        assertThat(faults.list().get(0).problem()).contains("continuous");
        new SimpleQ().checkFor(GAME, faults);
        assertThat(faults.list()).hasSize(1);
    }
}
