package stackelberg.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import stackelberg.game.BaseGame;
import stackelberg.game.LeaderPolicy;
import stackelberg.pomdp.Evaluator;
import stackelberg.pomdp.ForcedDeviation;

/**
 * What sellers do after one of them was made to cut its price once (Calvano et al. 2020, Sec.
 * IV.C), as curves over the periods from the cut on.
 */
public final class Punishment {
    /** Between the words for who cuts and the words for whose price a curve is. */
    public static final String SEPARATOR = ": ";

    private Punishment() {}

    /**
     * For each follower that can cut its price: the prices of all, what its own would have been,
     * and the prices to compare them with. Empty in a game where actions are no prices.
     *
     * @param evaluator after an evaluation
     * @param policy what was evaluated
     */
    static List<Curve> curves(BaseGame game, Evaluator evaluator, LeaderPolicy policy) {
        List<Curve> curves = new ArrayList<>();
        for (int deviator = 0; deviator < game.followers(); deviator++) {
            if (Double.isNaN(game.actionPrice(deviator, 0))) {
                continue;
            }
            ForcedDeviation course = evaluator.deviate(policy, deviator, CollusionStudy.PERIODS);
            if (course.happened()) {
                add(game, course, deviator, curves);
            }
        }
        return curves;
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
        int periods = CollusionStudy.PERIODS;
        return new Curve(
                name,
                IntStream.range(0, periods).asDoubleStream().toArray(),
                IntStream.range(0, periods).mapToDouble(price).toArray());
    }
}
