package stackelberg.engine;

import stackelberg.game.ActionSpace;
import stackelberg.game.BaseGame;
import stackelberg.game.GameFamily;
import stackelberg.game.SequentialPricing;

/** How far from an optimum still counts as reaching it. */
public final class Tolerance {
    private static final double USUAL = 0.01;
    private static final double SUPREMUM = 0.02;

    /** Of an optimum that is 0 but for rounding, and of price mechanisms with messages. */
    private static final double ABSOLUTE = 0.01;

    private static final double ZERO = 1e-9;

    private Tolerance() {}

    /**
     * 1 % of the optimum; 2 % where the leader's actions are continuous, since it then mostly is a
     * supremum: ties have to be broken in the leader's favour. 0.01 where the optimum is 0, and for
     * prices after messages, whose rewards are losses of which the least often is.
     */
    public static double of(GameFamily family, BaseGame game, double optimum) {
        boolean loss = family instanceof SequentialPricing pricing && pricing.messages() > 1;
        if (loss || Math.abs(optimum) < ZERO) {
            return ABSOLUTE;
        }
        boolean supremum =
                game.leaderActions() instanceof ActionSpace.Box
                        && !(family instanceof SequentialPricing);
        return (supremum ? SUPREMUM : USUAL) * Math.abs(optimum);
    }
}
