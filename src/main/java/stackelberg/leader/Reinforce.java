package stackelberg.leader;

import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * REINFORCE with reward-to-go, without a baseline, over a linear policy without biases: π(a|o) =
 * softmax(x_o·W)_a, one Adam step of −mean(G_t ln π(a_t|o_t)) on each batch of whole outer
 * episodes, G_t being the rewards from transition t to the end of its episode.
 *
 * <p>A decision that an outer episode repeats counts once for each kept transition. Without a
 * baseline a game of losses is thereby biased towards actions that lead away from the observation
 * at which they were taken; few kept response transitions and small steps keep the bias small.
 */
@Registered(
        type = "reinforce",
        label = "REINFORCE",
        help =
                "The plain policy gradient with a linear policy: rewards to go, no critic, no"
                        + " baseline. Slow but without bias; made for diagnostics of small games.",
        source = "Williams 1992; Brero et al. 2024, iterated matrix games (PG)")
public record Reinforce(
        @Parameter(
                        label = "Learning rate",
                        live = true,
                        automatic = true,
                        min = 1e-8,
                        max = 10,
                        help = "Adam's step size for the policy's weights.")
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
                        label = "Batch",
                        automatic = true,
                        unit = "transitions",
                        min = 1,
                        max = 1e7,
                        help =
                                "Whole outer episodes are run until this many transitions are kept;"
                                        + " then comes one gradient step.")
                int batch,
        @Parameter(
                        label = "Initial log σ",
                        automatic = true,
                        symbol = "log σ",
                        min = -10,
                        max = 2,
                        help =
                                "Where the log standard deviation of continuous actions starts;"
                                        + " it is learned. Discrete actions do not use it.")
                double initialLogSigma)
        implements Learner {

    /** The published settings. */
    public Reinforce() {
        this(0.02, 1, 100, 0);
    }

    @Override
    public void check(Faults faults) {
        // The ranges are the only rules.
    }

    @Override
    public Training begin(StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        return new ReinforceTraining(this, pomdp, streams, budget);
    }
}
