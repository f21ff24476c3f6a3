package stackelberg.leader;

import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * An evolution strategy over the weights θ of the actor network. Each generation values pairs of
 * deterministic commitments with weights θ ± σ z, z standard normal; values are replaced by their
 * ranks u in [−½, ½], and θ goes along Σ (u⁺ − u⁻) z / (2 m σ) over the m pairs, by Adam.
 */
@Registered(
        type = "evolution-strategy",
        label = "Evolution strategy",
        help =
                "Searches over the same policy network without gradients: pairs of mirrored random"
                        + " changes, valued by whole outer episodes.",
        source = "Salimans et al. 2017; Brero et al. 2024, baselines")
public record EvolutionStrategy(
        @Parameter(
                        label = "Pairs",
                        automatic = true,
                        symbol = "m",
                        min = 1,
                        max = 1e5,
                        help = "Mirrored pairs of candidates in a generation.")
                int pairs,
        @Parameter(
                        label = "Deviation",
                        automatic = true,
                        symbol = "σ",
                        min = 1e-6,
                        max = 100,
                        help =
                                "Standard deviation of the change to each weight: how far"
                                        + " candidates lie from the policy.")
                double deviation,
        @Parameter(
                        label = "Learning rate",
                        live = true,
                        automatic = true,
                        min = 1e-8,
                        max = 10,
                        help = "Adam's step size for the weights.")
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
                        label = "Episodes each",
                        automatic = true,
                        unit = "outer episodes",
                        min = 1,
                        max = 1e6,
                        help =
                                "Outer episodes that a candidate is valued by; more than 1 only"
                                        + " helps where rewards are sampled.")
                int episodes,
        @Parameter(
                        label = "Hidden units",
                        automatic = true,
                        min = 1,
                        max = 4096,
                        help = "Units in each of the two tanh layers of the policy network.")
                int hiddenUnits)
        implements Learner {

    /** Settings that suit rewards of any scale, since only ranks matter. */
    public EvolutionStrategy() {
        this(16, 0.1, 0.03, 1, 1, 16);
    }

    @Override
    public void check(Faults faults) {
        // The ranges are the only rules.
    }

    @Override
    public Training begin(StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        return new EvolutionTraining(this, pomdp, streams, budget);
    }
}
