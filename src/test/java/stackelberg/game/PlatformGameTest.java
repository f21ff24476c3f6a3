package stackelberg.game;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import stackelberg.parameter.Declaration;
import stackelberg.parameter.Faults;

/**
 * Who is shown under each rule, and what sellers and consumers get. Grid: 1.05 … 1.70, 4 prices.
 */
class PlatformGameTest {
    private static final LogitMarket MARKET = new LogitMarket(2, 2, 0, 1, 0.25);

    private static PlatformGame platform(PlatformRule rule) {
        return new BertrandPlatform(2, 4, 1.05, 1.70, 2, 0, 1, 0.25, rule).assemble();
    }

    private static Play played(Play play, int action, int... prices) {
        play.begin(new int[2]);
        play.followersAct(prices);
        play.leaderActs(new double[] {action});
        assertThat(play.turn()).isEqualTo(Play.Turn.END);
        return play;
    }

    private static double alone(PlatformGame game, int price) {
        return MARKET.profit(game.price(price), MARKET.attraction(game.price(price)));
    }

    @Test
    void withoutInterventionBothSellAndConsumersHaveTheLogSum() {
        PlatformGame game = platform(new NoIntervention());
        Play play = played(game.newPlay(), 0, 1, 3);
        double first = Math.exp((2 - game.price(1)) / 0.25);
        double second = Math.exp((2 - game.price(3)) / 0.25);
        assertThat(play.payoff(0))
                .isCloseTo((game.price(1) - 1) * first / (first + second + 1), within(1e-12));
        assertThat(play.payoff(1))
                .isCloseTo((game.price(3) - 1) * second / (first + second + 1), within(1e-12));
        assertThat(play.leaderReward())
                .isCloseTo(0.25 * Math.log(first + second + 1), within(1e-12));
    }

    @Test
    void prominenceShowsTheCheapestAndSharesATie() {
        PlatformGame game = platform(new PriceDirectedProminence());
        Play play = game.newPlay();
        played(play, 0, 1, 2);
        assertThat(play.payoff(0)).isCloseTo(alone(game, 1), within(1e-12));
        assertThat(play.payoff(1)).isZero();
        double surplus = play.leaderReward();
        assertThat(surplus)
                .isCloseTo(MARKET.surplus(MARKET.attraction(game.price(1))), within(1e-12));
        played(play, 0, 1, 1);
        assertThat(play.payoff(0)).isCloseTo(alone(game, 1) / 2, within(1e-12));
        assertThat(play.payoff(1)).isCloseTo(alone(game, 1) / 2, within(1e-12));
        assertThat(play.leaderReward()).isCloseTo(surplus, within(1e-12));
    }

    /** Prices are 0.2167 apart: one step is less than the margin of 0.3, two are more. */
    @Test
    void anIncumbentStaysUntilItIsWellUndercutOrRaisesItsPrice() {
        PlatformGame game = platform(new DynamicProminence());
        Play play = game.newPlay();
        played(play, 0, 3, 2);
        assertThat(play.payoff(0)).isZero();
        assertThat(play.payoff(1)).as("the cheapest begins").isPositive();
        played(play, 0, 1, 2);
        assertThat(play.payoff(1)).as("undercut by one step").isPositive();
        played(play, 0, 0, 2);
        assertThat(play.payoff(0)).as("undercut by two steps").isPositive();
        played(play, 0, 1, 1);
        assertThat(play.payoff(0)).as("raised, but first among the cheapest").isPositive();
        played(play, 0, 2, 1);
        assertThat(play.payoff(1)).as("raised above the rival").isPositive();
        play.stand(0);
        played(play, 0, 2, 3);
        assertThat(play.payoff(0)).as("a new outer episode").isPositive();
    }

    @Test
    void aThresholdHidesWhoeverAsksMore() {
        PlatformGame game = platform(new PriceThreshold());
        Play play = game.newPlay();
        played(play, 1, 1, 2);
        assertThat(play.payoff(0)).isCloseTo(alone(game, 1), within(1e-12));
        assertThat(play.payoff(1)).isZero();
        played(play, 0, 1, 2);
        assertThat(play.leaderReward()).isCloseTo(0, within(1e-12));
        assertThat(game.leaderObservations()).isEqualTo(16);
        played(play, 3, 2, 3);
        assertThat(play.leaderObservation()).isEqualTo(2 * 4 + 3);
    }

    @Test
    void aClosedPlatformSellsNothing() {
        Play play = platform(new OpenOrClosed()).newPlay();
        played(play, 1, 0, 0);
        assertThat(play.payoff(0) + play.payoff(1) + play.leaderReward())
                .isCloseTo(0, within(1e-12));
        played(play, 0, 0, 0);
        assertThat(play.leaderReward()).isPositive();
    }

    @Test
    void whatSellersExpectIsTheMeanOverRivals() {
        PlatformGame game = platform(new NoIntervention());
        Play play = game.newPlay();
        for (int own = 0; own < 4; own++) {
            double sum = 0;
            for (int rival = 0; rival < 4; rival++) {
                sum += played(play, 0, own, rival).payoff(0);
            }
            assertThat(game.expectation(0, 0, own)).isCloseTo(sum / 4, within(1e-12));
        }
    }

    /** The table holds what plays come to, from every standing. */
    @Test
    void theTableOfTheStageGameAgreesWithPlaying() {
        PlatformGame game = platform(new DynamicProminence());
        double[] only = {0};
        StageGame stage = StageGame.of(game, observation -> only).orElseThrow();
        Play play = game.newPlay();
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        for (int k = 0; k < 1000; k++) {
            int first = random.nextInt(4);
            int second = random.nextInt(4);
            int cell = stage.play(0, 4 * first + second);
            played(play, 0, first, second);
            assertThat(stage.payoff(0, cell)).isEqualTo(play.payoff(0));
            assertThat(stage.payoff(1, cell)).isEqualTo(play.payoff(1));
            assertThat(stage.standing()).isEqualTo(play.standing());
        }
    }

    /** Of three sellers' prices, 4 each: 1.05, 1.267, 1.483 and 1.7. */
    @Test
    void whatALeaderSeesIsEverySellersPrice() {
        PlatformGame game =
                new BertrandPlatform(3, 4, 1.05, 1.70, 2, 0, 1, 0.25, new PriceThreshold())
                        .assemble();
        assertThat(game.leaderObservations()).isEqualTo(64);
        assertThat(game.leaderObservationSize()).isEqualTo(12);
        int seen = (3 * 4 + 0) * 4 + 1;
        assertThat(game.leaderObservationName(seen)).isEqualTo("prices 1.700 1.050 1.267");
        float[] into = new float[14];
        java.util.Arrays.fill(into, 9);
        game.describe(seen, into, 1);
        assertThat(into).containsExactly(9, 0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 0, 9);
        assertThat(game.meaningNames())
                .containsExactly("up to 1.050", "up to 1.267", "up to 1.483", "up to 1.700");
        assertThat(game.actionName(1, 2)).isEqualTo("price 1.483");
        assertThat(game.actionPrice(1, 3)).isEqualTo(1.7);
        PlatformGame blind = platform(new NoIntervention());
        assertThat(blind.leaderObservations()).isEqualTo(1);
        assertThat(blind.leaderObservationSize()).isEqualTo(1);
        assertThat(blind.leaderObservationName(0)).isEqualTo("always");
        float[] one = {9, 9, 9};
        blind.describe(0, one, 1);
        assertThat(one).containsExactly(9, 1, 9);
    }

    /** A play's index of collusion is the market's, of the mean profit. */
    @Test
    void theOutcomeIsPricesBenchmarksAndTheIndex() {
        PlatformGame game = platform(new PriceThreshold());
        assertThat(game.outcomeNames())
                .containsExactly(
                        "price of seller 1",
                        "price of seller 2",
                        "Nash price",
                        "monopoly price",
                        "collusion index Δ");
        Play play = played(game.newPlay(), 3, 1, 3);
        double[] outcome = new double[5];
        play.outcome(outcome);
        double mean = (play.payoff(0) + play.payoff(1)) / 2;
        assertThat(outcome)
                .containsExactly(
                        new double[] {
                            game.price(1),
                            game.price(3),
                            MARKET.nashPrice(),
                            MARKET.monopolyPrice(),
                            MARKET.collusion(mean)
                        },
                        within(1e-12));
        assertThat(game.benchmarkPrices())
                .containsEntry("Nash price", MARKET.nashPrice())
                .containsEntry("monopoly price", MARKET.monopolyPrice());
        assertThat(game.indices()).isEqualTo(1);
    }

    @Test
    void nothingIsSoldBeforeTheLeaderActs() {
        Play play = platform(new NoIntervention()).newPlay();
        played(play, 0, 1, 1);
        assertThat(play.leaderReward()).isPositive();
        play.begin(new int[2]);
        assertThat(play.leaderReward()).isZero();
        assertThat(play.payoff(0)).isZero();
        assertThat(play.payoff(1)).isZero();
    }

    /** A margin that is a whole number of steps takes the place, rounding or not. */
    @Test
    void anUndercutByTheMarginTakesThePlace() {
        double step = (1.70 - 1.05) / 3;
        for (int steps = 1; steps <= 3; steps++) {
            Play play = platform(new DynamicProminence(steps * step)).newPlay();
            played(play, 0, 3, 3);
            assertThat(play.payoff(0)).as("the first in a tie").isPositive();
            played(play, 0, 3, 3 - steps);
            assertThat(play.payoff(1)).as("undercut by %d steps", steps).isPositive();
        }
        Play even = platform(new DynamicProminence(0)).newPlay();
        played(even, 0, 3, 2);
        played(even, 0, 2, 2);
        assertThat(even.payoff(1)).as("a tie undercuts nobody").isPositive();
    }

    @Test
    void whatIsWrongWithAMarketIsSaidInItsNumbers() {
        assertThat(told(new BertrandPlatform(2, 4, 0.5, 1.7, 2, 0, 1, 0.25, new NoIntervention())))
                .containsExactly(
                        "$.lowestPrice: it is below the cost, 1.0. Enter at least the cost.");
        assertThat(told(new BertrandPlatform(2, 4, 1.7, 1.7, 2, 0, 1, 0.25, new NoIntervention())))
                .containsExactly(
                        "$.highestPrice: it is not above the lowest price, 1.7. Enter more.");
        assertThat(told(new BertrandPlatform(4, 18, 1, 1.7, 2, 0, 1, 0.25, new NoIntervention())))
                .containsExactly(
                        "$.prices: there would be 1.05e+05 price profiles, more than 100,000."
                                + " Choose fewer prices or sellers.");
        assertThat(told(new BertrandPlatform(5, 10, 1, 1.7, 2, 0, 1, 0.25, new NoIntervention())))
                .as("100,000 profiles, and the cost as the lowest price")
                .isEmpty();
        // (|a| + highest price) / μ may be 300 at most, and so may |a0| / μ.
        assertThat(told(new BertrandPlatform(2, 4, 1, 2, -5, 0, 1, 0.02, new NoIntervention())))
                .containsExactly(
                        "$.differentiation: it is too small for these qualities and prices: demand"
                                + " would be beyond what can be computed. Enter at least 0.0234.");
        assertThat(told(new BertrandPlatform(2, 4, 1, 2, -1, 0, 1, 0.01, new NoIntervention())))
                .isEmpty();
        assertThat(told(new BertrandPlatform(2, 4, 1, 2, 1, -9, 1, 0.0299, new NoIntervention())))
                .singleElement()
                .asString()
                .startsWith("$.differentiation");
    }

    private static java.util.List<String> told(BertrandPlatform platform) {
        Faults faults = new Faults();
        Declaration.check(platform, faults);
        return faults.list().stream().map(Object::toString).toList();
    }

    @Test
    void impossiblePricesAreFaults() {
        assertThat(faults(0.5, 1.7, 0.25, 4)).containsExactly("$.lowestPrice");
        assertThat(faults(1.7, 1.7, 0.25, 4)).containsExactly("$.highestPrice");
        assertThat(faults(1.05, 1.7, 0.0101, 4)).containsExactly("$.differentiation");
        assertThat(faults(1.05, 1.7, 0.25, 101)).containsExactly("$.prices");
        assertThat(faults(Double.NaN, 1.7, 0.25, 4)).containsExactly("$.lowestPrice");
    }

    private static java.util.List<String> faults(double low, double high, double mu, int prices) {
        Faults faults = new Faults();
        Declaration.check(
                new BertrandPlatform(2, prices, low, high, 2, 0, 1, mu, new NoIntervention()),
                faults);
        return faults.list().stream().map(fault -> fault.path()).toList();
    }
}
