package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Multiplicative weights with the sampled update: one-follower deviations from a sampled profile.
 */
@Registered(
        type = "multiplicative-weights-sampled",
        label = "Multiplicative weights, sampled",
        help =
                "The older variant: each update samples one joint action and tries every single"
                        + " deviation from it. Fewer plays an update, noisier payoffs.",
        source = "Brero et al. 2021, published experiment settings")
public record SampledMultiplicativeWeights(
        @Parameter(
                        label = "Learning rate",
                        live = true,
                        automatic = true,
                        symbol = "ε",
                        min = 1e-6,
                        max = 1e9,
                        help =
                                "A payoff of 1 multiplies an action's weight by 1 + ε. Larger is"
                                        + " quicker and noisier.",
                        source = "Published experiment settings: 0.01")
                double rate)
        implements FollowerModel {

    /** ε = 0.01. */
    public SampledMultiplicativeWeights() {
        this(0.01);
    }

    @Override
    public Lesson lesson() {
        return Lesson.DEVIATIONS;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new WeightsLearner(game.prior().types(follower), game.actions(follower), rate);
    }
}
