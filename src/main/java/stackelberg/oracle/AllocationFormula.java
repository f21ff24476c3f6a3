package stackelberg.oracle;

import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.SimpleAllocation;

/**
 * Simple allocation of any size, where enumeration of |Θ|^k mechanisms is out of reach: k messages
 * can call for at most k of the |Θ| equally likely items, hence min(k, |Θ|) / |Θ|, which "message
 * j: item j" reaches.
 */
public final class AllocationFormula implements ExactMethod {
    @Override
    public String name() {
        return "the formula for simple allocation";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        return game instanceof SimpleAllocation
                ? Optional.empty()
                : Optional.of("the game is another one");
    }

    @Override
    public Answer solve(BaseGame game) {
        int types = game.prior().types(0);
        int messages = game.actions(0);
        double[][] mechanism = new double[messages][types];
        for (int message = 0; message < messages; message++) {
            mechanism[message][message % types] = 1;
        }
        double optimum = (double) Math.min(messages, types) / types;
        String method =
                "Formula: each message can call for one of the equally likely items, hence"
                        + " min(messages, types) / types; the follower best-replies for each"
                        + " type.";
        return Answer.of(game, optimum, optimum, method, mechanism);
    }
}
