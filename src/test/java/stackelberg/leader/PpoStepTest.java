package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stackelberg.game.ActionSpace;
import stackelberg.network.Adam;
import stackelberg.network.Mlp;
import stackelberg.network.ReferenceMlp;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.SteppedGame;

/**
 * Folding the actor's rows by observation must not show: gradients are those of the loss written
 * down transition by transition, in double precision.
 */
class PpoStepTest {
    private static final int HIDDEN = 6;
    private static final int CRITIC_INPUTS = 4;
    private static final double CLIP = 0.2;
    private static final double ENTROPY = 0.03;
    private static final double VALUE = 0.7;

    /** A rollout of made-up transitions with old policies on both sides of the clip. */
    private static final class Setting {
        final SteppedGame game;
        final Actor actor;
        final Mlp critic;
        final Rollout rollout;
        final PpoStep step;
        final int[] order;
        final int minibatch;

        Setting(ActionSpace actions, int size, int minibatch, long seed) {
            this(actions, size, minibatch, seed, new StepTeam(1));
        }

        Setting(ActionSpace actions, int size, int minibatch, long seed, StepTeam team) {
            RandomGenerator random = new SplittableRandom(seed);
            game = new SteppedGame(actions);
            actor = new Actor(game, HIDDEN, -0.3, Math.min(minibatch, 9), random);
            critic = new Mlp(CRITIC_INPUTS, HIDDEN, 1, 1, minibatch, random);
            disturb(actor.parameterArrays(), random);
            disturb(critic.parameters(), random);
            rollout = new Rollout(actor.distribution().length(), CRITIC_INPUTS);
            order = new int[size];
            this.minibatch = minibatch;
            for (int t = 0; t < size; t++) {
                int observation = random.nextInt(9);
                int decision = rollout.addDecision();
                float[] parameters = actor.parameters(observation);
                actor.distribution().sample(parameters, random, rollout.action[decision]);
                rollout.logProbability[decision] =
                        actor.distribution().logProbability(parameters, rollout.action[decision])
                                + 0.4 * random.nextGaussian();
                rollout.addTransition(observation, decision);
                rollout.advantage[t] = (float) random.nextGaussian();
                rollout.valueTarget[t] = (float) random.nextGaussian();
                float[] row = new float[CRITIC_INPUTS];
                for (int j = 0; j < CRITIC_INPUTS; j++) {
                    row[j] = (float) random.nextGaussian();
                }
                rollout.writeCritic(t, row);
                order[t] = size - 1 - t;
            }
            Ppo settings =
                    new Ppo(
                            CriticInformation.FULL,
                            1e-3,
                            1e-3,
                            size,
                            minibatch,
                            1,
                            0.95,
                            CLIP,
                            ENTROPY,
                            VALUE,
                            0.5,
                            -0.3,
                            HIDDEN);
            List<float[]> parameters = new ArrayList<>(actor.parameterArrays());
            parameters.addAll(critic.parameters());
            List<float[]> gradients = new ArrayList<>(actor.gradientArrays());
            gradients.addAll(critic.gradients());
            step =
                    new PpoStep(
                            settings,
                            game,
                            actor,
                            critic,
                            rollout,
                            new Adam(parameters, gradients),
                            team,
                            new Costs());
        }

        private static void disturb(List<float[]> arrays, RandomGenerator random) {
            for (float[] array : arrays) {
                for (int j = 0; j < array.length; j++) {
                    array[j] += (float) (0.2 * random.nextGaussian());
                }
            }
        }

        double[] normalised(int from, int to) {
            double mean = 0;
            for (int k = from; k < to; k++) {
                mean += rollout.advantage[order[k]] / (double) (to - from);
            }
            double variance = 0;
            for (int k = from; k < to; k++) {
                variance += Math.pow(rollout.advantage[order[k]] - mean, 2) / (to - from);
            }
            double[] normalised = new double[to - from];
            for (int k = from; k < to; k++) {
                double a = rollout.advantage[order[k]];
                normalised[k - from] =
                        to - from == 1 ? a : (a - mean) / (Math.sqrt(variance) + 1e-8);
            }
            return normalised;
        }

        /** −mean of min(r A, clip(r) A) + c_e H: one forward pass a transition, nothing folded. */
        double policyLoss(ReferenceMlp network, double[] logSigma, int from, int to) {
            double[] advantages = normalised(from, to);
            double sum = 0;
            for (int k = from; k < to; k++) {
                int t = order[k];
                float[] row = new float[9];
                game.describe(rollout.observation[t], row, 0);
                double[] parameters = network.forward(row);
                double[] action = rollout.action[rollout.decision[t]];
                double log = logProbability(parameters, logSigma, action);
                double ratio = Math.exp(log - rollout.logProbability[rollout.decision[t]]);
                double bounded = Math.min(Math.max(ratio, 1 - CLIP), 1 + CLIP);
                double a = advantages[k - from];
                sum -= Math.min(ratio * a, bounded * a) + ENTROPY * entropy(parameters, logSigma);
            }
            return sum / (to - from);
        }

        double valueLoss(ReferenceMlp network, int from, int to) {
            double sum = 0;
            for (int k = from; k < to; k++) {
                double value =
                        network.forward(RolloutTest.seen(rollout, order[k], CRITIC_INPUTS))[0];
                sum += Math.pow(value - rollout.valueTarget[order[k]], 2);
            }
            return VALUE * sum / (to - from);
        }

        private double logProbability(double[] parameters, double[] logSigma, double[] action) {
            if (logSigma.length == 0) {
                double sum = 0;
                for (double logit : parameters) {
                    sum += Math.exp(logit);
                }
                return parameters[(int) action[0]] - Math.log(sum);
            }
            double log = 0;
            for (int k = 0; k < action.length; k++) {
                double z = (action[k] - parameters[k]) / Math.exp(logSigma[k]);
                log -= z * z / 2 + logSigma[k] + Math.log(2 * Math.PI) / 2;
            }
            return log;
        }

        private double entropy(double[] parameters, double[] logSigma) {
            double entropy = 0;
            if (logSigma.length == 0) {
                for (int k = 0; k < parameters.length; k++) {
                    double log = logProbability(parameters, logSigma, new double[] {k});
                    entropy -= Math.exp(log) * log;
                }
            }
            for (double log : logSigma) {
                entropy += log + 0.5 * Math.log(2 * Math.PI * Math.E);
            }
            return entropy;
        }

        double[] logSigma() {
            List<double[]> own = new ArrayList<>();
            for (float[] array : actor.distribution().ownParameters()) {
                double[] copy = new double[array.length];
                for (int k = 0; k < copy.length; k++) {
                    copy[k] = array[k];
                }
                own.add(copy);
            }
            return own.isEmpty() ? new double[0] : own.get(0);
        }
    }

    /** Minibatches of one transition, smaller and larger than the number of observations. */
    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "40, 40", "50, 7", "64, 64"})
    void gradientsAreTheDerivativesOfTheLossForDiscreteActions(int size, int minibatch) {
        requireDerivatives(new Setting(new ActionSpace.Discrete(4), size, minibatch, 92));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "40, 40", "50, 7", "64, 64"})
    void gradientsAreTheDerivativesOfTheLossForContinuousActions(int size, int minibatch) {
        requireDerivatives(new Setting(new ActionSpace.Box(3, -1, 2), size, minibatch, 93));
    }

    /** From this size of a minibatch on, the critic's batches go through gemm. */
    @Test
    void gradientsAreTheDerivativesOfTheLossForLargeMinibatches() {
        requireDerivatives(new Setting(new ActionSpace.Discrete(4), 300, 256, 94));
    }

    /** Plays that are looked up repeat a decision: each of its transitions counts. */
    @ParameterizedTest
    @CsvSource({"47, 47, 12", "60, 20, 13", "33, 33, 14"})
    void decisionsThatComeBackCountAsOftenAsTheyDo(int size, int minibatch, long seed) {
        for (ActionSpace space :
                List.of(new ActionSpace.Discrete(4), new ActionSpace.Box(3, -1, 2))) {
            Setting s = new Setting(space, size, minibatch, seed);
            int[] earliest = new int[9];
            java.util.Arrays.fill(earliest, -1);
            int repeated = 0;
            for (int t = 0; t < size; t++) {
                int observation = s.rollout.observation[t];
                if (earliest[observation] < 0 || t % 3 == 0) {
                    earliest[observation] = t;
                } else {
                    s.rollout.decision[t] = s.rollout.decision[earliest[observation]];
                    repeated++;
                }
            }
            assertThat(repeated).isGreaterThan(size / 3);
            requireDerivatives(s);
            double[] logSigma = s.logSigma();
            ReferenceMlp actor = new ReferenceMlp(s.actor.network(), HIDDEN);
            int clipped = 0;
            for (int t = 0; t < size; t++) {
                float[] row = new float[9];
                s.game.describe(s.rollout.observation[t], row, 0);
                int decision = s.rollout.decision[t];
                double log =
                        s.logProbability(actor.forward(row), logSigma, s.rollout.action[decision])
                                - s.rollout.logProbability[decision];
                clipped += Math.abs(Math.exp(log) - 1) > CLIP ? 1 : 0;
            }
            Map<String, Double> report = new LinkedHashMap<>();
            s.step.report(report);
            assertThat(2 * clipped).isNotEqualTo(size);
            assertThat(report.get("clip fraction"))
                    .isCloseTo((double) clipped / size, within(1e-9));
        }
    }

    private static void requireDerivatives(Setting s) {
        int minibatch = s.minibatch;
        for (int from = 0; from < s.order.length; from += minibatch) {
            int begin = from;
            int end = Math.min(s.order.length, from + minibatch);
            s.step.computeGradients(s.order, begin, end);
            double[] logSigma = s.logSigma();
            ReferenceMlp actor = new ReferenceMlp(s.actor.network(), HIDDEN);
            requireClose(
                    s.actor.network().gradients(),
                    actor.derivatives(n -> s.policyLoss(n, logSigma, begin, end)));
            for (int k = 0; k < logSigma.length; k++) {
                double[] up = logSigma.clone();
                double[] down = logSigma.clone();
                up[k] += 1e-5;
                down[k] -= 1e-5;
                double slope =
                        (s.policyLoss(actor, up, begin, end)
                                        - s.policyLoss(actor, down, begin, end))
                                / 2e-5;
                assertThat((double) s.actor.distribution().ownGradients().get(0)[k])
                        .isCloseTo(slope, within(1e-3 * (1 + Math.abs(slope))));
            }
            requireClose(
                    s.critic.gradients(),
                    new ReferenceMlp(s.critic, HIDDEN)
                            .derivatives(n -> s.valueLoss(n, begin, end)));
        }
    }

    private static void requireClose(List<float[]> gradients, double[][] expected) {
        for (int k = 0; k < expected.length; k++) {
            for (int j = 0; j < expected[k].length; j++) {
                assertThat((double) gradients.get(k)[j])
                        .as("array %d, entry %d", k, j)
                        .isCloseTo(expected[k][j], within(3e-4 * (1 + Math.abs(expected[k][j]))));
            }
        }
    }

    private static double norm(List<float[]> one, List<float[]> other) {
        return Math.sqrt(
                Stream.concat(one.stream(), other.stream())
                        .mapToDouble(
                                array -> {
                                    double sum = 0;
                                    for (float g : array) {
                                        sum += (double) g * g;
                                    }
                                    return sum;
                                })
                        .sum());
    }

    @Test
    void actorAndCriticSideBySideComeToTheSameBits() {
        StepTeam two = new StepTeam(2);
        Setting alone = new Setting(new ActionSpace.Discrete(4), 60, 20, 97);
        Setting shared = new Setting(new ActionSpace.Discrete(4), 60, 20, 97, two);
        two.begin();
        try {
            for (int step = 0; step < 500; step++) {
                int from = 20 * (step % 3);
                alone.step.take(alone.order, from, from + 20, 1e-3);
                shared.step.take(shared.order, from, from + 20, 1e-3);
            }
        } finally {
            two.end();
        }
        requireSame(alone.actor.parameterArrays(), shared.actor.parameterArrays());
        requireSame(alone.critic.parameters(), shared.critic.parameters());
        Map<String, Double> expected = new LinkedHashMap<>();
        Map<String, Double> found = new LinkedHashMap<>();
        alone.step.report(expected);
        shared.step.report(found);
        assertThat(found).isEqualTo(expected);
    }

    /** The first step of Adam is of one length for every parameter, actor's and critic's alike. */
    @Test
    void bothNetworksTakeAStep() {
        Setting s = new Setting(new ActionSpace.Box(3, -1, 2), 60, 60, 98);
        List<float[]> parameters = new ArrayList<>(s.actor.parameterArrays());
        parameters.addAll(s.critic.parameters());
        List<float[]> gradients = new ArrayList<>(s.actor.gradientArrays());
        gradients.addAll(s.critic.gradients());
        List<float[]> before = parameters.stream().map(float[]::clone).toList();
        s.step.take(s.order, 0, 60, 0.01);
        int[] moved = new int[2];
        for (int k = 0; k < parameters.size(); k++) {
            for (int j = 0; j < parameters.get(k).length; j++) {
                double gradient = gradients.get(k)[j];
                if (Math.abs(gradient) > 0.01) {
                    double step = parameters.get(k)[j] - (double) before.get(k)[j];
                    assertThat(step).isCloseTo(-0.01 * Math.signum(gradient), within(2e-4));
                    moved[k < s.actor.parameterArrays().size() ? 0 : 1]++;
                }
            }
        }
        assertThat(moved[0]).isGreaterThan(20);
        assertThat(moved[1]).isGreaterThan(20);
    }

    private static void requireSame(List<float[]> one, List<float[]> other) {
        for (int k = 0; k < one.size(); k++) {
            assertThat(other.get(k)).isEqualTo(one.get(k));
        }
    }

    @Test
    void diagnosticsAreMeansOverAllTransitions() {
        Setting s = new Setting(new ActionSpace.Discrete(4), 50, 20, 95);
        double[] logSigma = {};
        ReferenceMlp actor = new ReferenceMlp(s.actor.network(), HIDDEN);
        ReferenceMlp critic = new ReferenceMlp(s.critic, HIDDEN);
        s.step.clearStatistics();
        double policy = 0;
        double value = 0;
        double norms = 0;
        for (int from = 0; from < 50; from += 20) {
            int to = Math.min(50, from + 20);
            // A step of length 0.
            s.step.take(s.order, from, to, 0);
            norms += norm(s.actor.gradientArrays(), s.critic.gradients());
            policy += (to - from) * s.policyLoss(actor, logSigma, from, to) / 50;
            value += (to - from) * s.valueLoss(critic, from, to) / 50;
        }
        double entropy = 0;
        double divergence = 0;
        int clipped = 0;
        int aboveAndBelow = 0;
        for (int t = 0; t < 50; t++) {
            float[] row = new float[9];
            s.game.describe(s.rollout.observation[t], row, 0);
            double[] parameters = actor.forward(row);
            entropy += s.entropy(parameters, logSigma) / 50;
            double log =
                    s.logProbability(parameters, logSigma, s.rollout.action[s.rollout.decision[t]])
                            - s.rollout.logProbability[s.rollout.decision[t]];
            divergence += (Math.exp(log) - 1 - log) / 50;
            clipped += Math.abs(Math.exp(log) - 1) > CLIP ? 1 : 0;
            aboveAndBelow |= Math.exp(log) > 1 + CLIP ? 1 : Math.exp(log) < 1 - CLIP ? 2 : 0;
        }
        // The test means something only if ratios are clipped on both sides.
        assertThat(aboveAndBelow).isEqualTo(3);
        Map<String, Double> report = new LinkedHashMap<>();
        s.step.report(report);
        assertThat(report.get("policy loss")).isCloseTo(policy + ENTROPY * entropy, within(1e-4));
        assertThat(report.get("value loss")).isCloseTo(value / VALUE, within(1e-4));
        assertThat(report.get("entropy")).isCloseTo(entropy, within(1e-4));
        assertThat(report.get("KL divergence")).isCloseTo(divergence, within(1e-4));
        assertThat(report.get("clip fraction")).isCloseTo(clipped / 50.0, within(1e-9));
        assertThat(report.get("gradient norm")).isCloseTo(norms / 3, within(1e-9));
    }

    @Test
    void equalAdvantagesGiveNoPolicyGradientBesidesEntropy() {
        Setting s = new Setting(new ActionSpace.Discrete(4), 30, 30, 96);
        java.util.Arrays.fill(s.rollout.advantage, 0.7234f);
        s.step.computeGradients(s.order, 0, 30);
        ReferenceMlp actor = new ReferenceMlp(s.actor.network(), HIDDEN);
        double[] none = {};
        requireClose(
                s.actor.network().gradients(),
                actor.derivatives(
                        n -> {
                            double sum = 0;
                            for (int t = 0; t < 30; t++) {
                                float[] row = new float[9];
                                s.game.describe(s.rollout.observation[t], row, 0);
                                sum -= ENTROPY * s.entropy(n.forward(row), none) / 30;
                            }
                            return sum;
                        }));
    }
}
