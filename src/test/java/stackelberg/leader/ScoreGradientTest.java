package stackelberg.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import stackelberg.follower.Followers;
import stackelberg.follower.MultiplicativeWeights;
import stackelberg.game.ActionSpace;
import stackelberg.network.ActionDistribution;
import stackelberg.network.Mlp;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.RandomStreams.Purpose;
import stackelberg.pomdp.RewardPhase;
import stackelberg.pomdp.StackelbergPomdp;
import stackelberg.pomdp.SteppedGame;
import stackelberg.pomdp.Watch;

/**
 * Gradients of REINFORCE and A2C on a frozen rollout of a real game against central differences of
 * their objectives, written down transition by transition from the rewards.
 */
class ScoreGradientTest {
    private static final double ENTROPY = 0.03;
    private static final double VALUE = 0.7;
    private static final float STEP = 2e-3f;
    private static final List<ActionSpace> SPACES =
            List.of(new ActionSpace.Discrete(3), new ActionSpace.Box(2, -1, 3));
    private static final RandomStreams STREAMS = new RandomStreams(21);

    static Stream<ActionSpace> spaces() {
        return SPACES.stream();
    }

    private static StackelbergPomdp pomdp(ActionSpace space) {
        SteppedGame game = new SteppedGame(space);
        Episode episode = new Episode(60, RewardPhase.EXACT, 1, 0.7);
        return new StackelbergPomdp(
                game, Followers.assemble(List.of(new MultiplicativeWeights()), game, 60), episode);
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void reinforceFollowsTheExpectedRewardToGo(ActionSpace space) {
        StackelbergPomdp pomdp = pomdp(space);
        Actor actor = Actor.linear(pomdp.game(), -0.3, 9, STREAMS.at(Purpose.INITIALISATION, 0));
        Rollout rollout = new Rollout(actor.distribution().length(), 0);
        Exploration exploration = new Exploration(pomdp, new ActorExplorer(actor), null, rollout);
        new Collector(pomdp, STREAMS, exploration, rollout).collectUntil(300, Watch.NONE);
        assertThat(rollout.size).isGreaterThan(2 * ReinforceStep.PART);
        for (int t = 0; t < rollout.size; t++) {
            // Large against the rounding of single-precision outputs.
            rollout.reward[t] *= 20;
        }
        new ReinforceStep(pomdp.game(), actor, rollout).computeGradients(Watch.NONE);
        double[] toGo = rewardsToGo(rollout);
        requireDerivatives(
                actor.parameterArrays(),
                actor.gradientArrays(),
                () -> {
                    double sum = 0;
                    for (int t = 0; t < rollout.size; t++) {
                        sum -= toGo[t] * logProbability(actor, rollout, t);
                    }
                    return sum / rollout.size;
                });
    }

    @ParameterizedTest
    @MethodSource("spaces")
    void a2cFollowsItsLoss(ActionSpace space) {
        StackelbergPomdp pomdp = pomdp(space);
        A2c settings =
                new A2c(
                        CriticInformation.FLAG,
                        1e-3,
                        1,
                        300,
                        1,
                        ENTROPY,
                        VALUE,
                        0.5,
                        0.99,
                        1e-5,
                        -0.3,
                        5);
        ActorCritic networks =
                new ActorCritic(pomdp, STREAMS, CriticInformation.FLAG, 5, -0.3, 300, A2cStep.PART);
        networks.collect(1, Watch.NONE);
        Rollout rollout = networks.rollout();
        assertThat(rollout.size).isGreaterThan(A2cStep.PART);
        A2cStep step = new A2cStep(settings, pomdp.game(), networks);
        step.computeGradients(Watch.NONE);
        Actor actor = networks.actor();
        Mlp critic = networks.critic();
        double[] toGo = rewardsToGo(rollout);
        double[] advantages = new double[rollout.size];
        for (int t = 0; t < rollout.size; t++) {
            advantages[t] =
                    toGo[t] - critic.forward(RolloutTest.seen(rollout, t, critic.inputs()))[0];
        }
        Map<String, Double> told = new LinkedHashMap<>();
        step.report(told);
        double policy = 0;
        double value = 0;
        for (int t = 0; t < rollout.size; t++) {
            policy -= advantages[t] * logProbability(actor, rollout, t) / rollout.size;
            value += advantages[t] * advantages[t] / rollout.size;
        }
        assertThat(Math.abs(policy)).isGreaterThan(0.01);
        assertThat(told.get("policy loss")).isCloseTo(policy, within(1e-5));
        assertThat(told.get("value loss")).isCloseTo(value, within(1e-5));
        requireDerivatives(
                networks.parameterArrays(),
                networks.gradientArrays(),
                () -> {
                    double sum = 0;
                    for (int t = 0; t < rollout.size; t++) {
                        double error =
                                critic.forward(RolloutTest.seen(rollout, t, critic.inputs()))[0]
                                        - toGo[t];
                        float[] parameters = actor.parameters(rollout.observation[t]);
                        sum -= advantages[t] * logProbability(actor, rollout, t);
                        sum -= ENTROPY * actor.distribution().entropy(parameters);
                        sum += VALUE * error * error;
                    }
                    return sum / rollout.size;
                });
    }

    private static double logProbability(Actor actor, Rollout rollout, int t) {
        ActionDistribution distribution = actor.distribution();
        float[] parameters = actor.parameters(rollout.observation[t]);
        return distribution.logProbability(parameters, rollout.action[rollout.decision[t]]);
    }

    private static double[] rewardsToGo(Rollout rollout) {
        double[] toGo = new double[rollout.size];
        for (int t = 0; t < rollout.size; t++) {
            for (int k = t; k < rollout.size; k++) {
                toGo[t] += rollout.reward[k];
                if (rollout.last[k]) {
                    break;
                }
            }
        }
        return toGo;
    }

    private static void requireDerivatives(
            List<float[]> parameters, List<float[]> gradients, DoubleSupplier loss) {
        double largest = 0;
        for (int k = 0; k < parameters.size(); k++) {
            float[] array = parameters.get(k);
            for (int j = 0; j < array.length; j++) {
                float held = array[j];
                array[j] = held + STEP;
                double above = array[j] - (double) held;
                double up = loss.getAsDouble();
                array[j] = held - STEP;
                double width = above + held - array[j];
                double slope = (up - loss.getAsDouble()) / width;
                array[j] = held;
                assertThat((double) gradients.get(k)[j])
                        .as("array %d, entry %d", k, j)
                        .isCloseTo(slope, within(5e-4 * (1 + Math.abs(slope))));
                largest = Math.max(largest, Math.abs(slope));
            }
        }
        assertThat(largest).isGreaterThan(0.05);
    }
}
