package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Prices and profits against the published numbers and against plain search for best replies. */
class LogitMarketTest {
    private static final LogitMarket PUBLISHED = new LogitMarket(2, 2, 0, 1, 0.25);

    @Test
    void thePublishedMarketHasThePublishedBenchmarks() {
        assertThat(PUBLISHED.nashPrice()).isCloseTo(1.47293, within(5e-6));
        assertThat(PUBLISHED.monopolyPrice()).isCloseTo(1.92498, within(5e-6));
        assertThat(PUBLISHED.commonProfit(PUBLISHED.nashPrice())).isCloseTo(0.22293, within(5e-6));
        assertThat(PUBLISHED.commonProfit(PUBLISHED.monopolyPrice()))
                .isCloseTo(0.33749, within(5e-6));
    }

    @Test
    void theIndexIsNoughtInCompetitionAndOneInPerfectCollusion() {
        double nash = PUBLISHED.commonProfit(PUBLISHED.nashPrice());
        double monopoly = PUBLISHED.commonProfit(PUBLISHED.monopolyPrice());
        assertThat(PUBLISHED.collusion(nash)).isCloseTo(0, within(1e-12));
        assertThat(PUBLISHED.collusion(monopoly)).isCloseTo(1, within(1e-12));
    }

    @Test
    void noOneGainsByLeavingTheNashPriceNorAllByLeavingTheMonopolyPrice() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 200; k++) {
            LogitMarket market = random(random);
            double nash = market.nashPrice();
            double rivals = (market.sellers() - 1) * market.attraction(nash);
            double best =
                    argmax(
                            p -> market.profit(p, market.attraction(p) + rivals),
                            market.cost(),
                            nash + 10);
            assertThat(best).isCloseTo(nash, within(1e-4));
            double jointly =
                    argmax(market::commonProfit, market.cost(), market.monopolyPrice() + 10);
            assertThat(jointly).isCloseTo(market.monopolyPrice(), within(1e-4));
        }
    }

    /** The surplus is what consumers would pay: its derivative by a price is minus the demand. */
    @Test
    void demandIsTheSlopeOfSurplus() {
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 200; k++) {
            LogitMarket market = random(random);
            double price = market.cost() + random.nextDouble();
            double others = market.attraction(market.cost() + random.nextDouble());
            double step = 1e-5;
            double slope =
                    (market.surplus(others + market.attraction(price + step))
                                    - market.surplus(others + market.attraction(price - step)))
                            / (2 * step);
            assertThat(-slope)
                    .isCloseTo(
                            market.demand(price, others + market.attraction(price)), within(1e-6));
        }
    }

    /** With nothing on show consumers have what is outside, a0. */
    @Test
    void withoutGoodsConsumersHaveTheOutsideGood() {
        LogitMarket market = new LogitMarket(2, 2, 0.3, 1, 0.25);
        assertThat(market.surplus(0)).isCloseTo(0.3, within(1e-12));
        // At a price of quality less a0 a single good is as attractive as the one outside.
        assertThat(market.demand(1.7, market.attraction(1.7))).isCloseTo(0.5, within(1e-12));
    }

    private static LogitMarket random(SplittableRandom random) {
        return new LogitMarket(
                2 + random.nextInt(4),
                1 + 2 * random.nextDouble(),
                random.nextDouble() - 0.5,
                random.nextDouble(),
                0.1 + random.nextDouble());
    }

    /** Golden-section search: profits are quasi-concave in the price. */
    private static double argmax(DoubleUnaryOperator value, double from, double to) {
        double golden = (Math.sqrt(5) - 1) / 2;
        double low = from;
        double high = to;
        for (int k = 0; k < 100; k++) {
            double a = high - golden * (high - low);
            double b = low + golden * (high - low);
            if (value.applyAsDouble(a) < value.applyAsDouble(b)) {
                low = a;
            } else {
                high = b;
            }
        }
        return (low + high) / 2;
    }
}
