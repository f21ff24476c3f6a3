package stackelberg.follower;

import stackelberg.game.BaseGame;
import stackelberg.game.GameFacts;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Parameter;
import stackelberg.parameter.Registered;

/**
 * Logit (quantal) response: σ(a) ∝ exp(λ ū(a)), so that better actions are likelier and mistakes
 * are rarer the dearer they are. Several followers respond to one another's mistakes too: a logit
 * quantal response equilibrium, reached by moving each strategy part of the way towards its
 * response until none moves any more, by smaller steps where that goes round in circles.
 */
@Registered(
        type = "logit",
        label = "Logit response (boundedly rational)",
        help =
                "Takes better actions more often, and the best one not always: a person who makes"
                        + " mistakes, dear ones seldom.",
        source = "McKelvey & Palfrey 1995, Sec. 2; Goeree, Holt & Palfrey 2016")
public record Logit(
        @Parameter(
                        label = "Precision",
                        automatic = true,
                        symbol = "λ",
                        unit = "per unit of payoff",
                        min = 0,
                        max = 1e9,
                        help =
                                "0 acts at random; larger comes nearer to the best response. People"
                                        + " in laboratories: about 1 to 10 over the range of"
                                        + " payoffs.")
                double precision)
        implements FollowerModel {

    /** λ times the payoffs' range where λ is automatic. */
    private static final double OVER_RANGE = 5;

    /** λ = 5. */
    public Logit() {
        this(OVER_RANGE);
    }

    @Override
    public Logit settled(GameFacts facts) {
        return Declaration.settled(this, new Logit(OVER_RANGE / facts.payoffRange()));
    }

    @Override
    public boolean seeksBestResponse() {
        return false;
    }

    @Override
    public Lesson lesson() {
        return Lesson.COMMITMENT;
    }

    @Override
    public Seat seat(BaseGame game, int follower) {
        int types = game.prior().types(follower);
        return new SoftReply(follower, precision, new double[types][game.actions(follower)]);
    }
}
