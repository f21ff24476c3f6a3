package stackelberg.leader;

import java.util.OptionalInt;
import stackelberg.parameter.Faults;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.StackelbergPomdp;

/**
 * The baseline without learning: random commitments, each valued by whole outer episodes; the best
 * is kept. A small finite class of commitments is gone through in a random order without
 * repetition, then again, and commitments are compared by their means over all visits.
 */
@Registered(
        type = "policy-enumeration",
        label = "Policy enumeration",
        help =
                "Tries random commitments and keeps the best; of few commitments it tries every"
                        + " one. The baseline for all learners.",
        source = "Brero et al. 2024, baselines")
public record PolicyEnumeration(
        @Parameter(
                        label = "Commitments",
                        automatic = true,
                        min = 1,
                        max = 1e6,
                        help = "Commitments tried in one iteration, before it is reported on.")
                int commitments,
        @Parameter(
                        label = "Episodes each",
                        automatic = true,
                        unit = "outer episodes",
                        min = 1,
                        max = 1e6,
                        help =
                                "Outer episodes that a commitment is valued by at one visit; more"
                                        + " than 1 only helps where rewards are sampled.")
                int episodes,
        @Parameter(
                        label = "Without repetition up to",
                        automatic = true,
                        unit = "commitments",
                        min = 0,
                        max = 1e6,
                        help =
                                "A class of at most so many commitments is gone through without"
                                        + " repetition; a larger one is sampled.")
                int enumerateUpTo)
        implements Learner {

    /** Ten commitments an iteration, one outer episode each. */
    public PolicyEnumeration() {
        this(10, 1, 100_000);
    }

    @Override
    public void check(Faults faults) {
        // The ranges are the only rules.
    }

    @Override
    public Training begin(StackelbergPomdp pomdp, RandomStreams streams, long budget) {
        OptionalInt count = FinitePolicies.count(pomdp.game(), enumerateUpTo);
        PolicyClass policies =
                count.isPresent()
                        ? new FinitePolicies(pomdp.game(), count.getAsInt(), streams)
                        : new RandomPolicies(pomdp.game(), streams);
        return new EnumerationTraining(this, pomdp, streams, policies);
    }
}
