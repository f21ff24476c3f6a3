package stackelberg.leader;

import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * Proximal policy optimisation with a clipped surrogate; with a critic that sees the whole state it
 * is MAPPO (centralised training, decentralised execution). All hyper-parameters in one place.
 */
@Registered(
        type = "ppo",
        label = "PPO / MAPPO",
        help = "Proximal policy optimisation. With a critic that sees the whole state it is MAPPO.",
        source = "Schulman et al. 2017; Yu et al. 2022; Brero et al. 2024, Sec. 4")
public record Ppo(
        @Parameter(
                        label = "Critic sees",
                        help =
                                "What the critic may use besides the actor's observation. The actor"
                                        + " never sees the phase.",
                        source = "Brero et al. 2024, Sec. 4")
                CriticInformation critic,
        @Parameter(
                        label = "Learning rate",
                        min = 1e-8,
                        max = 1,
                        help = "Adam's step size for actor and critic.")
                double learningRate,
        @Parameter(
                        label = "Annealed to",
                        min = 0,
                        max = 1,
                        help =
                                "The share of the learning rate that is left at the end of the"
                                        + " budget, reached linearly; 1 for no annealing.")
                double annealedTo,
        @Parameter(
                        label = "Rollout",
                        unit = "transitions",
                        min = 1,
                        max = 1e7,
                        help =
                                "A rollout is the smallest whole number of maximum-length outer"
                                        + " episodes that reaches this many kept transitions.")
                int rollout,
        @Parameter(
                        label = "Minibatch",
                        unit = "transitions",
                        min = 1,
                        max = 1e6,
                        help = "Transitions of one gradient step.")
                int minibatch,
        @Parameter(
                        label = "Epochs",
                        min = 1,
                        max = 1000,
                        help = "How often each rollout is gone through.")
                int epochs,
        @Parameter(
                        label = "GAE λ",
                        symbol = "λ",
                        min = 0,
                        max = 1,
                        help =
                                "Generalised advantage estimation: 1 trusts rewards alone, 0 the"
                                        + " critic alone.",
                        source = "Schulman et al. 2016")
                double lambda,
        @Parameter(
                        label = "Clip range",
                        min = 1e-3,
                        max = 1,
                        help = "How far one rollout may move the probability ratio from 1.")
                double clip,
        @Parameter(
                        label = "Entropy bonus",
                        min = 0,
                        max = 10,
                        help = "Rewards a broad policy; 0 for price mechanisms.")
                double entropy,
        @Parameter(
                        label = "Value coefficient",
                        min = 0,
                        max = 100,
                        help = "The weight of the critic's loss.")
                double valueCoefficient,
        @Parameter(
                        label = "Gradient-norm cap",
                        min = 1e-6,
                        max = 1e6,
                        help = "Gradients of a larger Euclidean norm are scaled down to it.")
                double gradientNorm,
        @Parameter(
                        label = "Initial log σ",
                        symbol = "log σ",
                        min = -10,
                        max = 2,
                        help =
                                "Where the log standard deviation of continuous actions starts;"
                                        + " it is learned.")
                double initialLogSigma,
        @Parameter(
                        label = "Hidden units",
                        min = 1,
                        max = 4096,
                        help = "Units in each of the two tanh layers of actor and critic.")
                int hiddenUnits)
        implements Learner {

    /** The published settings. */
    public Ppo() {
        this(CriticInformation.FULL, 3e-4, 1, 2048, 64, 10, 0.95, 0.2, 0.01, 0.5, 0.5, 0, 64);
    }

    @Override
    public void check(Faults faults) {
        // The ranges are the only rules.
    }

    @Override
    public Training begin(StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        return new PpoTraining(this, pomdp, streams, budget);
    }
}
