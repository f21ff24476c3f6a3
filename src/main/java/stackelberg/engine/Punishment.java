package stackelberg.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.ForcedDeviation;

/**
 * What sellers do after one of them was made to cut its price once (Calvano et al. 2020, Sec.
 * IV.C).
 *
 * @param curves for each follower that can cut its price, over the periods from the cut on: the
 *     prices of all, what its own would have been, and the prices to compare them with; empty in a
 *     game where actions are no prices
 * @param measured of all cuts the share that was {@code cuts punished}: answered by a lower price
 *     of the others in the next period; {@code cuts forgiven}: after which the prices of the last
 *     ten periods are again what they were; {@code cuts unprofitable}: that cost the one who made
 *     it more than they brought, discounted by 0.95 a period
 */
public record Punishment(List<Curve> curves, Map<String, Double> measured) {
    /** Where nobody can cut a price. */
    static final Punishment NONE = new Punishment(List.of(), Map.of());

    /** Between the words for who cuts and the words for whose price a curve is. */
    public static final String SEPARATOR = ": ";

    /** Periods from the cut on, the cut's own included. */
    static final int PERIODS = 26;

    private static final int LATE = 10;
    private static final double DISCOUNT = 0.95;

    /** Prices as near as that are the same again. */
    private static final double SAME = 0.02;

    /**
     * Makes every follower cut once.
     *
     * @param evaluator after an evaluation
     * @param policy what was evaluated
     */
    static Punishment of(BaseGame game, Evaluator evaluator, LeaderPolicy policy) {
        List<Curve> curves = new ArrayList<>();
        List<Cut> cuts = new ArrayList<>();
        for (int deviator = 0; deviator < game.followers(); deviator++) {
            if (Double.isNaN(game.actionPrice(deviator, 0))) {
                continue;
            }
            ForcedDeviation course = evaluator.deviate(policy, deviator, PERIODS);
            if (course.happened()) {
                add(game, course, deviator, curves);
                cuts.add(new Cut(game, course, deviator));
            }
        }
        if (cuts.isEmpty()) {
            return NONE;
        }
        Map<String, Double> measured = new LinkedHashMap<>();
        measured.put("cuts punished", share(cuts.stream().filter(Cut::punished).count(), cuts));
        measured.put("cuts forgiven", share(cuts.stream().filter(Cut::forgiven).count(), cuts));
        measured.put(
                "cuts unprofitable", share(cuts.stream().filter(Cut::unprofitable).count(), cuts));
        return new Punishment(curves, measured);
    }

    private static double share(long count, List<Cut> cuts) {
        return (double) count / cuts.size();
    }

    /** One forced cut, for what is asked of it. */
    private record Cut(BaseGame game, ForcedDeviation course, int deviator) {
        boolean punished() {
            return price(course.actions(), 1, false) < price(course.usual(), 1, false) - 1e-9;
        }

        boolean forgiven() {
            return Math.abs(late(course.actions(), false) - late(course.usual(), false)) < SAME
                    && Math.abs(late(course.actions(), true) - late(course.usual(), true)) < SAME;
        }

        boolean unprofitable() {
            double gain = 0;
            double weight = 1;
            for (int k = 0; k < PERIODS; k++) {
                gain +=
                        weight
                                * (course.payoffs()[k][deviator]
                                        - course.usualPayoffs()[k][deviator]);
                weight *= DISCOUNT;
            }
            return gain < 0;
        }

        private double late(int[][] actions, boolean own) {
            return IntStream.range(PERIODS - LATE, PERIODS)
                    .mapToDouble(k -> price(actions, k, own))
                    .average()
                    .orElseThrow();
        }

        /** The deviator's price, or the mean of the others'. */
        private double price(int[][] actions, int period, boolean own) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < actions[period].length; i++) {
                if ((i == deviator) == own) {
                    sum += game.actionPrice(i, actions[period][i]);
                    count++;
                }
            }
            return sum / count;
        }
    }

    private static void add(
            BaseGame game, ForcedDeviation course, int deviator, List<Curve> curves) {
        String cut = game.followerName(deviator) + " cuts" + SEPARATOR;
        for (int i = 0; i < game.followers(); i++) {
            int follower = i;
            curves.add(
                    curve(
                            cut + "price of " + game.followerName(i),
                            k -> game.actionPrice(follower, course.actions()[k][follower])));
        }
        curves.add(
                curve(
                        cut + game.followerName(deviator) + " without the cut",
                        k -> game.actionPrice(deviator, course.usual()[k][deviator])));
        game.benchmarkPrices()
                .forEach((name, price) -> curves.add(curve(cut + name, period -> price)));
    }

    private static Curve curve(String name, IntToDoubleFunction price) {
        return new Curve(
                name,
                IntStream.range(0, PERIODS).asDoubleStream().toArray(),
                IntStream.range(0, PERIODS).mapToDouble(price).toArray());
    }
}
