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
