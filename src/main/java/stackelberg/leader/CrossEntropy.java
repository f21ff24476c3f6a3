package stackelberg.leader;

import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * Cross-entropy search over the weights of the actor network. Each generation draws candidates from
 * independent normal distributions of the weights and values them as deterministic commitments; the
 * means and deviations then move towards those of the best candidates, the elite.
 */
@Registered(
        type = "cross-entropy",
        label = "Cross-entropy search",
        help =
                "Searches over the same policy network without gradients: random policies, of which"
                        + " the best shape the distribution of the next ones.",
        source = "Rubinstein 1999; Szita & Lörincz 2006; Brero et al. 2024, baselines")
public record CrossEntropy(
        @Parameter(
                        label = "Candidates",
                        automatic = true,
                        min = 2,
                        max = 1e5,
                        help = "Candidates in a generation.")
                int candidates,
        @Parameter(
                        label = "Elite",
                        automatic = true,
                        min = 1e-5,
                        max = 1,
                        help = "The share of candidates that the distribution moves towards.")
                double elite,
        @Parameter(
                        label = "Step",
                        automatic = true,
                        symbol = "α",
                        min = 1e-6,
                        max = 1,
                        help = "How much of the way to the elite's distribution is gone.")
                double step,
        @Parameter(
                        label = "Initial deviation",
                        automatic = true,
                        symbol = "σ",
                        min = 1e-6,
                        max = 100,
                        help = "Standard deviation of each weight in the first generation.")
                double deviation,
        @Parameter(
                        label = "Least deviation",
                        automatic = true,
                        min = 0,
                        max = 100,
                        help =
                                "The standard deviation of a weight never falls below it, so that"
                                        + " the search does not end too early.",
                        source = "Szita & Lörincz 2006")
                double leastDeviation,
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

    /** A quarter of 32 candidates is the elite. */
    public CrossEntropy() {
        this(32, 0.25, 0.7, 0.5, 0.02, 1, 16);
    }

    @Override
    public void check(Faults faults) {
        if (leastDeviation > deviation) {
            faults.at("leastDeviation")
                    .add(
                            "it is "
                                    + leastDeviation
                                    + ", above the initial deviation of "
                                    + deviation,
                            "Choose a value of at most that of deviation");
        }
    }

    @Override
    public Training begin(StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        return new CrossEntropyTraining(this, pomdp, streams);
    }
}
