package stackelberg.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import stackelberg.game.BaseGame;
import stackelberg.leader.Training;
import stackelberg.pomdp.Evaluation;

/**
 * One number measured after an iteration: a column of {@code metrics.csv} and a point of a chart.
 *
 * @param chart where it belongs
 * @param name what the legend and the column's head call it
 * @param value NaN where it is not defined
 */
record Measurement(Chart chart, String name, double value) {
    /** Beyond this many types, a curve for each would be a thicket. */
    private static final int MOST_TYPES = 16;

    /** Beyond this many curves of the mechanism even a legend in which to choose is no help. */
    private static final int MOST_CURVES = 32;

    /** All measurements of one iteration and the evaluation after it, in an order that stays. */
    static List<Measurement> all(
            BaseGame game, Map<String, Double> diagnostics, Evaluation evaluation) {
        List<Measurement> all = new ArrayList<>();
        double reward = diagnostics.getOrDefault(Training.REWARD, Double.NaN);
        all.add(new Measurement(Chart.LEADER_REWARD, "training", reward));
        all.add(new Measurement(Chart.LEADER_REWARD, "greedy policy", evaluation.leaderReward()));
        all.add(new Measurement(Chart.FOLLOWER_REGRET, "BCCE gap", evaluation.bcceGap()));
        all.add(
                new Measurement(
                        Chart.FOLLOWER_REGRET, "largest regret", evaluation.largestRegret()));
        addRegrets(game, evaluation.regrets(), all);
        addMechanism(game, evaluation.mechanism(), all);
        String[] outcomes = game.outcomeNames();
        for (int k = 0; k < outcomes.length; k++) {
            Chart where = k < outcomes.length - game.indices() ? Chart.OUTCOME : Chart.INDEX;
            all.add(new Measurement(where, outcomes[k], evaluation.outcome()[k]));
        }
        diagnostics.forEach(
                (name, value) -> {
                    if (!name.equals(Training.REWARD)) {
                        all.add(new Measurement(Chart.DIAGNOSTICS, name, value));
                    }
                });
        return all;
    }

    private static void addRegrets(BaseGame game, double[][] regrets, List<Measurement> all) {
        int count = 0;
        for (double[] types : regrets) {
            count += types.length;
        }
        if (count < 2 || count > MOST_TYPES) {
            return;
        }
        for (int i = 0; i < regrets.length; i++) {
            for (int type = 0; type < regrets[i].length; type++) {
                String ofType = regrets[i].length > 1 ? ", " + game.typeName(i, type) : "";
                all.add(
                        new Measurement(
                                Chart.FOLLOWER_REGRET,
                                "regret of " + game.followerName(i) + ofType,
                                regrets[i][type]));
            }
        }
    }

    private static void addMechanism(BaseGame game, double[][] mechanism, List<Measurement> all) {
        List<String> names = game.curveNames();
        if (names.size() > MOST_CURVES) {
            return;
        }
        double[] curves = game.curves(mechanism);
        for (int k = 0; k < curves.length; k++) {
            all.add(new Measurement(Chart.MECHANISM, names.get(k), curves[k]));
        }
    }
}
