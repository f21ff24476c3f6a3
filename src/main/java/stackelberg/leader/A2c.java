package stackelberg.leader;

import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * Advantage actor-critic: one gradient step of −A ln π + c_v (V − target)² − c_e H on all of a
 * rollout, which is one outer episode unless more is asked for. All hyper-parameters in one place.
 */
@Registered(
        type = "a2c",
        label = "A2C",
        help =
                "Advantage actor-critic: one gradient step on each outer episode. Simpler than PPO"
                        + " and quicker an episode, but it uses every episode only once.",
        source = "Mnih et al. 2016; Brero et al. 2024, Bertrand platform")
public record A2c(
        @Parameter(
                        label = "Critic sees",
                        automatic = true,
                        help =
                                "What the critic may use besides the actor's observation. The actor"
                                        + " never sees the phase.",
                        source = "Brero et al. 2024, Sec. 4")
                CriticInformation critic,
        @Parameter(
                        label = "Learning rate",
                        live = true,
                        automatic = true,
                        min = 1e-8,
                        max = 1,
                        help = "RMSprop's step size for actor and critic.")
                double learningRate,
        @Parameter(
                        label = "Annealed to",
                        automatic = true,
                        min = 0,
                        max = 1,
                        help =
                                "The share of the learning rate that is left at the end of the"
                                        + " budget, reached linearly; 1 for no annealing.")
                double annealedTo,
        @Parameter(
                        label = "Rollout",
                        automatic = true,
                        unit = "transitions",
                        min = 1,
                        max = 1e7,
                        help =
                                "A rollout is the smallest whole number of maximum-length outer"
                                        + " episodes that reaches this many kept transitions; 1 is"
                                        + " one episode.")
                int rollout,
        @Parameter(
                        label = "GAE λ",
                        automatic = true,
                        symbol = "λ",
                        min = 0,
                        max = 1,
                        help =
                                "Generalised advantage estimation: 1 trusts rewards alone, 0 the"
                                        + " critic alone.",
                        source = "Schulman et al. 2016")
                double lambda,
        @Parameter(
                        label = "Entropy bonus",
                        live = true,
                        automatic = true,
                        min = 0,
                        max = 10,
                        help = "Rewards a broad policy; more of it explores longer.")
                double entropy,
        @Parameter(
                        label = "Value coefficient",
                        automatic = true,
                        min = 0,
                        max = 100,
                        help = "The weight of the critic's loss.")
                double valueCoefficient,
        @Parameter(
                        label = "Gradient-norm cap",
                        automatic = true,
                        min = 1e-6,
                        max = 1e6,
                        help = "Gradients of a larger Euclidean norm are scaled down to it.")
                double gradientNorm,
        @Parameter(
                        label = "RMSprop α",
                        automatic = true,
                        symbol = "α",
                        min = 0,
                        max = 0.999999,
                        help =
                                "How much of the mean squared gradient is remembered from step to"
                                        + " step.",
                        source = "Tieleman & Hinton 2012")
                double squareDecay,
        @Parameter(
                        label = "RMSprop ε",
                        automatic = true,
                        symbol = "ε",
                        min = 1e-12,
                        max = 1,
                        help = "Added to the root of the mean squared gradient.")
                double squareFloor,
        @Parameter(
                        label = "Initial log σ",
                        automatic = true,
                        symbol = "log σ",
                        min = -10,
                        max = 2,
                        help =
                                "Where the log standard deviation of continuous actions starts;"
                                        + " it is learned.")
                double initialLogSigma,
        @Parameter(
                        label = "Hidden units",
                        automatic = true,
                        min = 1,
                        max = 4096,
                        help = "Units in each of the two tanh layers of actor and critic.")
                int hiddenUnits)
        implements Learner {

    /** The published settings. */
    public A2c() {
        this(CriticInformation.FULL, 7e-4, 1, 1, 1, 0, 0.5, 0.5, 0.99, 1e-5, 0, 64);
    }

    @Override
    public void check(Faults faults) {
        // The ranges are the only rules.
    }

    @Override
    public Training begin(StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        return new A2cTraining(this, pomdp, streams, budget);
    }
}
