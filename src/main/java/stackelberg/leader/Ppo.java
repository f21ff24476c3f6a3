package stackelberg.leader;

import stackelberg.game.GameFacts;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.pomdp.CriticInformation;
import stackelberg.pomdp.Episode;
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
                        help = "Adam's step size for actor and critic.")
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
                                        + " episodes that reaches this many kept transitions.")
                int rollout,
        @Parameter(
                        label = "Minibatch",
                        automatic = true,
                        unit = "transitions",
                        min = 1,
                        max = 1e6,
                        help = "Transitions of one gradient step.")
                int minibatch,
        @Parameter(
                        label = "Epochs",
                        automatic = true,
                        min = 1,
                        max = 1000,
                        help = "How often each rollout is gone through.")
                int epochs,
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
                        label = "Clip range",
                        automatic = true,
                        min = 1e-3,
                        max = 1,
                        help = "How far one rollout may move the probability ratio from 1.")
                double clip,
        @Parameter(
                        label = "Entropy bonus",
                        live = true,
                        automatic = true,
                        min = 0,
                        max = 10,
                        help = "Rewards a broad policy; 0 for price mechanisms.")
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
                int hiddenUnits,
        @Parameter(
                        label = "Commitments scouted",
                        automatic = true,
                        unit = "commitments",
                        min = 0,
                        max = 1e7,
                        help =
                                "The most commitments that a population compares by their reward"
                                        + " before the policy starts from the best; 0 to start from"
                                        + " nothing. It takes at most half of the budget, and ends"
                                        + " earlier if it finds nothing better.")
                int scouts,
        @Parameter(
                        label = "Rollouts until closed",
                        automatic = true,
                        unit = "rollouts",
                        min = 0,
                        max = 1e6,
                        help =
                                "After so many rollouts that brought nothing better than the best"
                                        + " commitment the run ends, before its budget; 0 to use"
                                        + " the whole budget. Needs scouted commitments.")
                int closing)
        implements Learner {

    private static final int SCOUTS = 60_000;
    private static final int CLOSING = 8;

    /** Transitions that enter the buffer of an automatic run which does not scout. */
    private static final double KEPT = 2_000_000;

    /** Transitions until an automatic run ends at the latest: about a minute. */
    private static final long LONGEST = 1_000_000_000L;

    /** The published settings. */
    public Ppo() {
        this(CriticInformation.FULL, 3e-4, 1, 2048, 64, 10, 0.95, 0.2, 0.01, 0.5, 0.5, 0, 64);
    }

    /** Plain proximal policy optimisation: nothing is scouted, and the budget is used up. */
    public Ppo(
            CriticInformation critic,
            double learningRate,
            double annealedTo,
            int rollout,
            int minibatch,
            int epochs,
            double lambda,
            double clip,
            double entropy,
            double valueCoefficient,
            double gradientNorm,
            double initialLogSigma,
            int hiddenUnits) {
        this(
                critic,
                learningRate,
                annealedTo,
                rollout,
                minibatch,
                epochs,
                lambda,
                clip,
                entropy,
                valueCoefficient,
                gradientNorm,
                initialLogSigma,
                hiddenUnits,
                0,
                0);
    }

    /**
     * The critic sees the phase only: late in an episode the followers' state shows the outcome of
     * an action already taken, and a baseline that knows it takes away what is to be learned. The
     * policy starts from a scouted commitment and explores near it.
     */
    @Override
    public Ppo settled(GameFacts facts, Episode episode, boolean openEnded) {
        int scouted = episode.diagnoses() ? 0 : SCOUTS;
        return Declaration.settled(
                this,
                new Ppo(
                        CriticInformation.FLAG,
                        1e-3,
                        1,
                        1024,
                        128,
                        4,
                        1,
                        0.2,
                        0,
                        0.5,
                        0.5,
                        scouted > 0 ? -3 : -1,
                        32,
                        scouted,
                        openEnded && scouted > 0 ? CLOSING : 0));
    }

    @Override
    public long budget(GameFacts facts, Episode episode) {
        // Without scouting nothing tells when it is done, and most time goes into what is kept.
        return episode.diagnoses()
                ? (long) Math.min(LONGEST, KEPT / Math.max(1e-9, episode.responseTransitions()))
                : LONGEST;
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
