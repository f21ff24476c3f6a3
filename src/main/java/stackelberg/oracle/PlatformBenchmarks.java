package stackelberg.oracle;

import java.util.Locale;
import java.util.Optional;
import stackelberg.game.BaseGame;
import stackelberg.game.LogitMarket;
import stackelberg.game.PlatformGame;

/**
 * What is known of a platform whose sellers may remember: no exact optimum, since their response is
 * that of a repeated game, but the prices between which it lies, and the surplus if every seller
 * asked the least price of the grid and was shown, which no rule exceeds.
 */
public final class PlatformBenchmarks implements ExactMethod {
    @Override
    public String name() {
        return "the benchmarks of a logit market";
    }

    @Override
    public Optional<String> obstacle(BaseGame game) {
        return game instanceof PlatformGame
                ? Optional.empty()
                : Optional.of("the game is not a platform");
    }

    @Override
    public Answer solve(BaseGame game) {
        PlatformGame platform = (PlatformGame) game;
        LogitMarket market = platform.market();
        double nash = market.nashPrice();
        double monopoly = market.monopolyPrice();
        double upper = market.surplus(market.sellers() * market.attraction(platform.price(0)));
        return Answer.between(
                Double.NaN,
                upper,
                String.format(
                        Locale.ROOT,
                        "Bounds only: sellers that remember play a repeated game. At most: all"
                            + " sellers ask the lowest price of the grid and are shown. One-shot"
                            + " equilibrium, all shown, by its first-order condition: price %.5f,"
                            + " profit %.5f each (collusion index 0); jointly best: price %.5f,"
                            + " profit %.5f each (collusion index 1).",
                        nash,
                        market.commonProfit(nash),
                        monopoly,
                        market.commonProfit(monopoly)));
    }
}
