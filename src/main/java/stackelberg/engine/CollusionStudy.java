package stackelberg.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import stackelberg.follower.FollowerModel;
import stackelberg.game.LeaderPolicy;
import stackelberg.game.PlatformGame;
import stackelberg.pomdp.Episode;
import stackelberg.pomdp.Evaluation;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.ForcedDeviation;
import stackelberg.pomdp.RandomStreams;
import stackelberg.pomdp.Watch;

/**
 * What sellers come to under one unchanging action of the platform, seed by seed: prices, the
 * collusion index Δ and consumer surplus over the cycle that they end in; and, if asked, what
 * follows when one of them is made to cut its price once.
 */
public record CollusionStudy(List<Market> markets) {
    /** Periods before and after a forced cut, the cut's own included. */
    public static final int PERIODS = 26;

    /**
     * One seed.
     *
     * @param plays all plays, of both phases
     * @param prices each seller's mean price over the cycle
     * @param index Δ over the cycle
     * @param surplus consumer surplus over the cycle
     * @param cuts a forced cut by each seller, where it could make one; empty if not asked for
     */
    public record Market(
            long seed,
            long plays,
            List<Double> prices,
            double index,
            double surplus,
            List<Cut> cuts) {}

    /**
     * A forced cut. Each list begins at the period of the cut.
     *
     * @param deviator mean price of the seller that is made to cut
     * @param rivals mean price of the others
     * @param usualDeviator what the deviator would have asked
     * @param usualRivals what the others would have asked
     * @param gain what the cut brings the deviator, discounted over these periods
     */
    public record Cut(
            List<Double> deviator,
            List<Double> rivals,
            List<Double> usualDeviator,
            List<Double> usualRivals,
            double gain) {
        /** Whether the others ask less in the period after the cut than they would have. */
        public boolean punished() {
            return rivals.get(1) < usualRivals.get(1) - 1e-9;
        }

        /** Whether the mean prices of the last ten periods are again what they were. */
        public boolean forgiven() {
            return Math.abs(late(rivals) - late(usualRivals)) < 0.02
                    && Math.abs(late(deviator) - late(usualDeviator)) < 0.02;
        }

        private static double late(List<Double> prices) {
            return prices.subList(PERIODS - 10, PERIODS).stream()
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElseThrow();
        }
    }

    /** Lets the sellers learn once for every seed, the leader always taking {@code action}. */
    public static CollusionStudy of(
            PlatformGame game,
            List<FollowerModel> sellers,
            Episode episode,
            int action,
            List<Long> seeds,
            boolean cuts) {
        double[] always = {action};
        LeaderPolicy policy = observation -> always;
        List<Market> markets = new ArrayList<>();
        for (long seed : seeds) {
            Evaluator evaluator = new Evaluator(game, sellers, episode);
            Evaluation evaluation =
                    evaluator.evaluate(policy, new RandomStreams(seed), 0, Watch.NONE);
            double[] outcome = evaluation.outcome();
            int n = game.followers();
            markets.add(
                    new Market(
                            seed,
                            evaluator.plays(),
                            Arrays.stream(outcome).limit(n).boxed().toList(),
                            outcome[outcome.length - 1],
                            evaluation.leaderReward(),
                            cuts ? cuts(game, policy, evaluator) : List.of()));
        }
        return new CollusionStudy(markets);
    }

    private static List<Cut> cuts(PlatformGame game, LeaderPolicy policy, Evaluator evaluator) {
        List<Cut> cuts = new ArrayList<>();
        for (int deviator = 0; deviator < game.followers(); deviator++) {
            ForcedDeviation course = evaluator.deviate(policy, deviator, PERIODS);
            if (course.happened()) {
                cuts.add(cut(game, course, deviator));
            }
        }
        return cuts;
    }

    private static Cut cut(PlatformGame game, ForcedDeviation course, int deviator) {
        double gain = 0;
        double weight = 1;
        for (int k = 0; k < PERIODS; k++) {
            gain += weight * (course.payoffs()[k][deviator] - course.usualPayoffs()[k][deviator]);
            weight *= 0.95;
        }
        return new Cut(
                prices(game, course.actions(), deviator, true),
                prices(game, course.actions(), deviator, false),
                prices(game, course.usual(), deviator, true),
                prices(game, course.usual(), deviator, false),
                gain);
    }

    private static List<Double> prices(
            PlatformGame game, int[][] actions, int deviator, boolean own) {
        List<Double> prices = new ArrayList<>();
        for (int[] joint : actions) {
            double sum = 0;
            for (int i = 0; i < joint.length; i++) {
                sum += (i == deviator) == own ? game.price(joint[i]) : 0;
            }
            prices.add(own ? sum : sum / (joint.length - 1));
        }
        return prices;
    }

    /** The mean of a quantity over the seeds. */
    public double mean(ToDoubleFunction<Market> quantity) {
        return markets.stream().mapToDouble(quantity).average().orElse(Double.NaN);
    }

    /** The standard error of that mean; NaN for a single seed. */
    public double standardError(ToDoubleFunction<Market> quantity) {
        double mean = mean(quantity);
        double squares =
                markets.stream()
                        .mapToDouble(quantity)
                        .map(value -> (value - mean) * (value - mean))
                        .sum();
        return Math.sqrt(squares / (markets.size() - 1) / markets.size());
    }

    /** All forced cuts of all seeds. */
    public List<Cut> cuts() {
        return markets.stream().flatMap(market -> market.cuts().stream()).toList();
    }
}
