package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/** Multiplicative weights with the exact update: every joint follower action once an update. */
@Registered(
        type = "multiplicative-weights",
        label = "Multiplicative weights",
        help =
                "A no-regret learner: actions that did well gain weight. Each update visits every"
                        + " joint follower action once, so payoffs are exact expectations.",
        source = "Brero et al. 2024, Sec. 3 and appendix; Freund & Schapire 1999")
public record MultiplicativeWeights(
        @Parameter(
                        label = "Learning rate",
                        live = true,
                        automatic = true,
                        symbol = "ε",
                        min = 1e-6,
                        max = 1e300,
                        help =
                                "A payoff of 1 multiplies an action's weight by 1 + ε. Larger is"
                                        + " quicker and less exact.",
                        source = "Brero et al. 2024: 0.1")
                double rate)
        implements FollowerModel {

    /** log(1 + ε) × the payoffs' range, for a single follower and for several. */
    private static final double ALONE = 200;

    private static final double TOGETHER = 0.5;

    /** ε = 0.1. */
    public MultiplicativeWeights() {
        this(0.1);
    }

    /**
     * Where a follower learns alone, quick learning costs nothing: the weights tend to its best
     * response whatever ε. Several followers chase one another, and need smaller steps. Either step
     * is relative to the payoffs' range.
     */
    @Override
    public MultiplicativeWeights settled(GameFacts facts) {
        double step = facts.game().followers() == 1 ? ALONE : TOGETHER;
        double proposed = Math.expm1(Math.min(690, step / facts.payoffRange()));
        return Declaration.settled(this, new MultiplicativeWeights(proposed));
    }

    @Override
    public Lesson lesson() {
        return Lesson.SWEEP;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        return new WeightsLearner(game.prior().types(follower), game.actions(follower), rate);
    }
}
